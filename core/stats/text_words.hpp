// Text words: what many texts are about, as numbers: the content words of each (core/stats/tokens), once, with how often. Read once, when the
// texts come; whatever is asked of them later, for another period or another filter, reads no letter again. Four bytes a word.
//
// Words are numbered by how many texts have them, the rarest first, and stand in each text in this order: its first words tell it from others.
// Those of one text only are like nobody's: they come behind all others.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/stats/tokens.hpp"

namespace problemator {

class TextWords {
public:
    std::size_t size() const { return counts_.size(); }
    /// How many different words the text has; at most TokenDictionary::kMostTokens.
    std::size_t count_of(std::uint32_t text) const { return counts_[text]; }
    std::size_t word_count() const { return tokens_.size(); }
    /// How many words two texts and more have: 0 … shared_words() − 1 are those.
    std::uint32_t shared_words() const { return shared_; }
    /// The words of a text, ascending, as one list of numbers for for_each_word(). pre: text < size()
    std::span<const std::uint32_t> coded(std::uint32_t text) const { return {flat_.data() + begins_[text], begins_[text + 1] - begins_[text]}; }
    /// Calls `visit(word, times)` for each word of a coded list.
    template <class Visit>
    static void for_each_word(std::span<const std::uint32_t> coded, const Visit& visit) {
        for (const std::uint32_t *at = coded.data(), *const end = at + coded.size(); at != end; ++at) {
            if (*at < kRepeated) visit(*at, 1u);
            else visit(*at - kRepeated, at[1]), ++at;
        }
    }
    /// The words of the text will be asked for soon; and, before that, where they are.
    void ask_for(std::uint32_t text) const { __builtin_prefetch(flat_.data() + begins_[text]); }
    void ask_for_place(std::uint32_t text) const { __builtin_prefetch(&begins_[text]); }
    /// What the dictionary calls the word.
    std::uint32_t token_of(std::uint32_t word) const { return tokens_[word]; }
    const TokenDictionary& dictionary() const { return dictionary_; }

private:
    friend class TextReader;
    static constexpr std::uint32_t kRepeated = 0x80000000;   // on a word: the number behind it says how often it stands in the text

    TokenDictionary dictionary_;
    std::vector<std::uint32_t> flat_, tokens_;               // tokens_: of every word
    std::vector<std::size_t> begins_{0};
    std::vector<std::uint16_t> counts_;
    std::uint32_t shared_ = 0;
};

/// Reads texts, then hands out their words.
class TextReader {
public:
    /// The next text. Words of `place` (names of the settlement and the street) are left out: the place is compared by itself.
    void add(std::string_view text, std::string_view place = {});
    /// Of all texts in the order in which they were added.
    TextWords words() &&;

private:
    struct Times { std::uint32_t word = 0, times = 0; };
    struct Met { std::uint32_t text = 0, at = 0, texts = 0; };   // text number + 1 in which a token was met last, and where in `once_`; how many texts have it

    std::vector<std::uint32_t> numbers();
    void put_in_order(std::uint32_t text, const std::vector<std::uint32_t>& numbers);

    TextWords words_;                                            // under their tokens, as they stand in the text
    std::vector<Met> met_;
    std::vector<std::uint32_t> read_, place_;
    std::vector<Times> once_, sorted_;
};

}  // namespace problemator
