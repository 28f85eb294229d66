#include "core/stats/text_weights.hpp"

#include <algorithm>

namespace problemator {

TextWeights::TextWeights(const TextWords& words, std::span<const std::uint32_t> texts) : dictionary_{words.dictionary()}, words_(dictionary_.size()) {
    constexpr std::size_t kAhead = 16;
    std::size_t size = 0;
    for (const std::uint32_t text : texts) size += words.coded(text).size();
    coded_.resize(size);
    begins_.reserve(texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i + kAhead < texts.size()) words.ask_for(texts[i + kAhead]);
        const auto coded = words.coded(texts[i]);
        std::copy(coded.begin(), coded.end(), coded_.begin() + static_cast<std::ptrdiff_t>(begins_.back()));
        begins_.push_back(begins_.back() + coded.size());
        counts_.push_back(static_cast<std::uint16_t>(words.count_of(texts[i])));
        TextWords::for_each_word(coded, [&](std::uint32_t word, std::uint32_t) { ++words_[word].texts; });
    }
    const double n = static_cast<double>(texts.size());
    for (Word& word : words_) word.weight = static_cast<float>(std::log((1 + n) / (1 + static_cast<double>(word.texts))) + 1);
    scales_.reserve(texts.size());
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        double squares = 0;
        for_each_word(text, [&](std::uint32_t word, std::uint32_t times) {
            const double weight = static_cast<double>(times) * static_cast<double>(words_[word].weight);
            squares += weight * weight;
        });
        scales_.push_back(squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0.0f);
    }
}

void OpenText::open(std::uint32_t text) {
    if (text == open_) return;
    if (open_ != kNone) weights_.for_each_word(open_, [&](std::uint32_t word, std::uint32_t) { mine_[word] = 0; });
    weights_.for_each(text, [&](std::uint32_t word, float weight) { mine_[word] = weight * weights_.weight_of(word); });
    open_ = text;
}

double OpenText::likeness(std::uint32_t other) const {
    float sum = 0;
    weights_.for_each_word(other, [&](std::uint32_t word, std::uint32_t times) { sum += static_cast<float>(times) * mine_[word]; });
    return std::clamp(static_cast<double>(sum * weights_.scale_of(other)), 0.0, 1.0);
}

}  // namespace problemator
