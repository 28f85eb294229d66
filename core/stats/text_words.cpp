#include "core/stats/text_words.hpp"

namespace problemator {

void TextWords::add(std::string_view text, std::string_view place) {
    constexpr std::uint32_t kOfPlace = 0xFFFFFFFF;
    dictionary_.read(text, tokens_);
    dictionary_.read(place, place_);
    met_.resize(dictionary_.size());
    const auto stamp = static_cast<std::uint32_t>(size() + 1);
    for (const std::uint32_t word : place_) met_[word] = {stamp, kOfPlace};
    once_.clear();
    for (const std::uint32_t word : tokens_) {
        Met& met = met_[word];
        if (met.text != stamp) {
            met = {stamp, static_cast<std::uint32_t>(once_.size())};
            once_.push_back({word, 1});
        } else if (met.at != kOfPlace) {
            ++once_[met.at].times;
        }
    }
    for (const Times& one : once_) {
        flat_.push_back(one.times == 1 ? one.word : one.word + kRepeated);
        if (one.times > 1) flat_.push_back(one.times);
    }
    begins_.push_back(flat_.size());
    counts_.push_back(static_cast<std::uint16_t>(once_.size()));
}

}  // namespace problemator
