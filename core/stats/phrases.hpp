// Phrases: words and pairs of words that stand side by side, as numbers — «терапевт уволился», «порыв теплотрассы», «нет воды». A pair is
// two content words with nothing or one preposition between them («авария на водозаборе»), or a denial and the word after it, which says
// the contrary of the word alone. Words are compared by their stems and shown as people wrote them.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/stats/tokens.hpp"

namespace problemator {

class PhraseDictionary {
public:
    /// The phrases of a text, each once, ascending. Words of `place` (names of the settlement and the street) are passed over.
    void read(std::string_view utf8_text, std::string_view place, std::vector<std::uint32_t>& phrases);
    std::size_t size() const { return keys_.size(); }
    bool is_pair(std::uint32_t phrase) const { return keys_[phrase].first != keys_[phrase].second; }
    /// The two share a word.
    bool overlap(std::uint32_t a, std::uint32_t b) const;
    /// As it was written most often, of equals as it was written first.
    std::string readable(std::uint32_t phrase) const;

private:
    using Key = std::pair<std::uint32_t, std::uint32_t>;   // tokens, the smaller first; a word alone has both equal
    struct Written { std::uint32_t times = 0, order = 0; };
    std::uint32_t phrase_of(Key key, std::string_view written);

    TokenDictionary tokens_;
    std::map<Key, std::uint32_t> known_;
    std::vector<Key> keys_;
    std::vector<std::map<std::string, Written, std::less<>>> written_;   // of each phrase, as core/clean/words writes it
    std::string words_;
};

}  // namespace problemator
