#include "core/stats/text_weights.hpp"

#include <algorithm>
#include <array>

namespace problemator {

TextWeights::TextWeights(const TextWords& words, std::span<const std::uint32_t> texts) : words_{words}, having_(words.word_count()) {
    lay_together(texts);
    const double n = static_cast<double>(texts.size());
    mentions_.reserve(having_.size());
    for (const std::uint32_t having : having_) mentions_.push_back(static_cast<float>(std::log((1 + n) / (1 + static_cast<double>(having))) + 1));
    scales_.reserve(texts.size());
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        double squares = 0;
        for_each_word(text, [&](std::uint32_t word, std::uint32_t times) {
            const double weight = static_cast<double>(times) * static_cast<double>(mentions_[word]);
            squares += weight * weight;
        });
        scales_.push_back(squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0.0f);
    }
}

/// They lie anywhere in memory: many are asked for at once.
void TextWeights::lay_together(std::span<const std::uint32_t> texts) {
    constexpr std::size_t kAtOnce = 32;
    std::array<std::span<const std::uint32_t>, kAtOnce> some;
    std::size_t size = 0;
    for (const std::uint32_t text : texts) size += words_.coded(text).size();
    coded_.reserve(size);
    begins_.reserve(texts.size() + 1);
    counts_.reserve(texts.size());
    for (std::size_t from = 0; from < texts.size(); from += kAtOnce) {
        const std::size_t n = std::min(kAtOnce, texts.size() - from);
        for (std::size_t i = 0; i < n; ++i) some[i] = words_.coded(texts[from + i]);
        for (std::size_t i = 0; i < n; ++i) __builtin_prefetch(some[i].data()), __builtin_prefetch(some[i].data() + some[i].size());
        for (std::size_t i = 0; i < n; ++i) {
            coded_.insert(coded_.end(), some[i].begin(), some[i].end());
            begins_.push_back(coded_.size());
            std::uint16_t count = 0;
            TextWords::for_each_word(some[i], [&](std::uint32_t word, std::uint32_t) { ++having_[word], ++count; });
            counts_.push_back(count);
        }
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
