#include "core/stats/text_words.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/stats/sort_codes.hpp"

namespace problemator {

void TextReader::add(std::string_view text, std::string_view place) {
    constexpr std::uint32_t kOfPlace = 0xFFFFFFFF;
    TokenDictionary& dictionary = words_.dictionary_;
    dictionary.read(text, read_);
    dictionary.read(place, place_);
    met_.resize(dictionary.size());
    const auto stamp = static_cast<std::uint32_t>(words_.size() + 1);
    for (const std::uint32_t token : place_) met_[token].text = stamp, met_[token].at = kOfPlace;
    once_.clear();
    for (const std::uint32_t token : read_) {
        Met& met = met_[token];
        if (met.text != stamp) {
            met = {stamp, static_cast<std::uint32_t>(once_.size()), met.texts + 1};
            once_.push_back({token, 1});
        } else if (met.at != kOfPlace) {
            ++once_[met.at].times;
        }
    }
    for (const Times& one : once_) {
        words_.flat_.push_back(one.times == 1 ? one.word : one.word + TextWords::kRepeated);
        if (one.times > 1) words_.flat_.push_back(one.times);
    }
    words_.begins_.push_back(words_.flat_.size());
    words_.counts_.push_back(static_cast<std::uint16_t>(once_.size()));
}

TextWords TextReader::words() && {
    const auto by_token = numbers();
    for (std::uint32_t text = 0; text < words_.size(); ++text) put_in_order(text, by_token);
    return std::move(words_);
}

/// Of every token: the rarest word of two texts and more is 0.
std::vector<std::uint32_t> TextReader::numbers() {
    std::vector<std::uint32_t> tokens(met_.size()), out(met_.size());
    std::iota(tokens.begin(), tokens.end(), 0u);
    sort_by_code(tokens, [&](std::uint32_t token) { return &met_[token].texts; });
    const auto shared = std::find_if(tokens.begin(), tokens.end(), [&](std::uint32_t token) { return met_[token].texts > 1; });
    words_.shared_ = static_cast<std::uint32_t>(tokens.end() - shared);
    std::rotate(tokens.begin(), shared, tokens.end());
    for (std::uint32_t word = 0; word < tokens.size(); ++word) out[tokens[word]] = word;
    words_.tokens_ = std::move(tokens);
    return out;
}

/// Most texts are short: each word counts those that come before it, without a jump.
void TextReader::put_in_order(std::uint32_t text, const std::vector<std::uint32_t>& by_token) {
    constexpr std::size_t kShort = 48;
    once_.clear();
    TextWords::for_each_word(words_.coded(text), [&](std::uint32_t token, std::uint32_t times) { once_.push_back({by_token[token], times}); });
    sorted_.resize(once_.size());
    if (once_.size() > kShort) {
        std::sort(once_.begin(), once_.end(), [](const Times& a, const Times& b) { return a.word < b.word; });
        sorted_.swap(once_);
    } else {
        for (const Times& one : once_) {
            std::size_t before = 0;
            for (const Times& other : once_) before += other.word < one.word ? 1u : 0u;
            sorted_[before] = one;
        }
    }
    std::uint32_t* to = words_.flat_.data() + words_.begins_[text];
    for (const Times& one : sorted_) {
        *to++ = one.times == 1 ? one.word : one.word + TextWords::kRepeated;
        if (one.times > 1) *to++ = one.times;
    }
}

}  // namespace problemator
