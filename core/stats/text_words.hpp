// Text words: what many texts are about, as numbers: the content words of each (core/stats/tokens), once, with how often. Read once, when the
// texts come; whatever is asked of them later, for another period or another filter, reads no letter again. Four bytes a word.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/stats/tokens.hpp"

namespace problemator {

class TextWords {
public:
    /// The next text. Words of `place` (names of the settlement and the street) are left out: the place is compared by itself.
    void add(std::string_view text, std::string_view place = {});
    std::size_t size() const { return counts_.size(); }
    /// How many different words the text has; at most TokenDictionary::kMostTokens.
    std::size_t count_of(std::uint32_t text) const { return counts_[text]; }
    /// Them as one list of numbers, for for_each_word(). pre: text < size()
    std::span<const std::uint32_t> coded(std::uint32_t text) const { return {flat_.data() + begins_[text], begins_[text + 1] - begins_[text]}; }
    /// Calls `visit(word, times)` for each word of a coded list.
    template <class Visit>
    static void for_each_word(std::span<const std::uint32_t> coded, const Visit& visit) {
        for (const std::uint32_t *at = coded.data(), *const end = at + coded.size(); at != end; ++at) {
            if (*at < kRepeated) visit(*at, 1u);
            else visit(*at - kRepeated, at[1]), ++at;
        }
    }
    /// The words of the text will be asked for soon.
    void ask_for(std::uint32_t text) const {
        __builtin_prefetch(flat_.data() + begins_[text]);
        __builtin_prefetch(flat_.data() + begins_[text + 1]);
    }
    const TokenDictionary& dictionary() const { return dictionary_; }

private:
    static constexpr std::uint32_t kRepeated = 0x80000000;   // on a word: the number behind it says how often it stands in the text
    struct Times { std::uint32_t word = 0, times = 0; };
    struct Met { std::uint32_t text = 0, at = 0; };          // text number + 1 in which a word was met last, and where in `once_`

    TokenDictionary dictionary_;
    std::vector<std::uint32_t> flat_;
    std::vector<std::size_t> begins_{0};
    std::vector<std::uint16_t> counts_;
    std::vector<Met> met_;
    std::vector<std::uint32_t> tokens_, place_;
    std::vector<Times> once_;
};

}  // namespace problemator
