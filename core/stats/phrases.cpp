#include "core/stats/phrases.hpp"

#include <algorithm>
#include <optional>

#include "core/clean/words.hpp"

namespace problemator {
namespace {

constexpr std::uint32_t kDenial = TokenDictionary::kNoToken - 1;   // «не», «нет», «без» are one

bool is_one_of(std::string_view word, std::string_view list) { return list.find(" " + std::string{word} + " ") != std::string_view::npos; }

bool is_denial(std::string_view word) {
    static const std::string denials = words_of("не нет без");
    return is_one_of(word, denials);
}

bool is_preposition(std::string_view word) {
    static const std::string prepositions = words_of("в во на за к ко из от до по с со у над под при через про для о об");
    return is_one_of(word, prepositions);
}

bool is_number(std::string_view word) { return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }); }

/// What stands before the word that is being read.
struct Before {
    std::optional<std::uint32_t> token{};
    std::string written{};                         // the word, and a preposition behind it
    bool has_preposition = false, is_denial = false;
};

}  // namespace

std::uint32_t PhraseDictionary::phrase_of(Key key, std::string_view written) {
    if (key.second < key.first) std::swap(key.first, key.second);
    const auto [known, is_new] = known_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (is_new) {
        keys_.push_back(key);
        written_.emplace_back();
    }
    auto& forms = written_[known->second];
    auto form = forms.find(written);
    if (form == forms.end()) form = forms.emplace(written, Written{0, static_cast<std::uint32_t>(forms.size())}).first;
    ++form->second.times;
    return known->second;
}

void PhraseDictionary::read(std::string_view utf8_text, std::string_view place, std::vector<std::uint32_t>& phrases) {
    phrases.clear();
    std::vector<std::uint32_t> of_place;
    tokens_.read(place, of_place);
    write_words(utf8_text, words_);
    const std::string_view words{words_};
    Before before;
    std::size_t read = 0;
    for (std::size_t begin = 1; begin < words.size() && read < TokenDictionary::kMostTokens; ++read) {
        const std::size_t end = words.find(' ', begin);
        const std::string_view word = words.substr(begin, end - begin);
        begin = end + 1;
        const std::uint32_t token = word.size() > TokenDictionary::kLongestWord ? TokenDictionary::kNoToken : tokens_.token_of(word);
        if (is_denial(word)) {
            before = {.token = kDenial, .written = std::string{word}, .is_denial = true};
        } else if (token == TokenDictionary::kNoToken && before.token && !before.has_preposition && !before.is_denial && is_preposition(word)) {
            (before.written += ' ') += word;
            before.has_preposition = true;
        } else if (token == TokenDictionary::kNoToken || is_number(word) || std::find(of_place.begin(), of_place.end(), token) != of_place.end()) {
            before = {};
        } else {
            phrases.push_back(phrase_of({token, token}, word));
            if (before.token && *before.token != token) phrases.push_back(phrase_of({*before.token, token}, before.written + ' ' + std::string{word}));
            before = {.token = token, .written = std::string{word}};
        }
    }
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
}

bool PhraseDictionary::overlap(std::uint32_t a, std::uint32_t b) const {
    const Key &x = keys_[a], &y = keys_[b];
    const auto holds = [](const Key& key, std::uint32_t token) { return token != kDenial && (key.first == token || key.second == token); };
    return holds(x, y.first) || holds(x, y.second);
}

std::string PhraseDictionary::readable(std::uint32_t phrase) const {
    const auto& forms = written_[phrase];
    const auto best = std::max_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
        return a.second.times != b.second.times ? a.second.times < b.second.times : a.second.order > b.second.order;
    });
    return words_to_utf8(best->first);
}

}  // namespace problemator
