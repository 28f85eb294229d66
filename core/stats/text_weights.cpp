#include "core/stats/text_weights.hpp"

#include <algorithm>
#include <array>

#include "core/base/copy_bytes.hpp"
#include "core/base/parallel.hpp"

namespace problemator {

TextWeights::TextWeights(const TextWords& words, std::span<const std::uint32_t> texts)
    : words_{words}, having_(words.word_count()), begins_(texts.size() + 1), counts_(texts.size()), scales_(texts.size()) {
    constexpr std::size_t kFew = 50'000;   // that one thread is enough for
    std::vector<Part> parts(texts.size() < kFew ? 1 : thread_count());
    for (std::size_t i = 0; i < parts.size(); ++i) parts[i].begin = texts.size() * i / parts.size(), parts[i].end = texts.size() * (i + 1) / parts.size();
    lay_together(texts, parts);
    const double n = static_cast<double>(texts.size());
    mentions_.reserve(having_.size());
    for (const std::uint32_t having : having_) mentions_.push_back(static_cast<float>(std::log((1 + n) / (1 + static_cast<double>(having))) + 1));
    parallel_for(parts.size(), [&](std::size_t i) { scale(parts[i].begin, parts[i].end); });
}

void TextWeights::lay_together(std::span<const std::uint32_t> texts, std::span<Part> parts) {
    parallel_for(parts.size(), [&](std::size_t i) {
        for (std::size_t text = parts[i].begin; text < parts[i].end; ++text) parts[i].words += words_.coded(texts[text]).size();
    });
    std::vector<std::size_t> begins{0};
    for (const Part& part : parts) begins.push_back(begins.back() + part.words);
    coded_.reset(new std::uint32_t[begins.back()]);
    parallel_for(parts.size(), [&](std::size_t i) { lay_part(texts, parts[i], begins[i]); });
    for (const Part& part : parts)
        for (std::size_t word = 0; word < having_.size(); ++word) having_[word] += part.having[word];
}

/// They lie anywhere in memory: many are asked for at once.
void TextWeights::lay_part(std::span<const std::uint32_t> texts, Part& part, std::size_t to) {
    constexpr std::size_t kAtOnce = 32;
    std::array<std::span<const std::uint32_t>, kAtOnce> some;
    part.having.resize(having_.size());
    for (std::size_t from = part.begin; from < part.end; from += kAtOnce) {
        const std::size_t n = std::min(kAtOnce, part.end - from);
        for (std::size_t i = 0; i < n; ++i) some[i] = words_.coded(texts[from + i]);
        for (std::size_t i = 0; i < n; ++i) __builtin_prefetch(some[i].data()), __builtin_prefetch(some[i].data() + some[i].size());
        for (std::size_t i = 0; i < n; ++i) {
            copy_bytes(reinterpret_cast<char*>(&coded_[to]), reinterpret_cast<const char*>(some[i].data()), some[i].size_bytes());
            begins_[from + i + 1] = to += some[i].size();
            std::uint16_t count = 0;
            TextWords::for_each_word(some[i], [&](std::uint32_t word, std::uint32_t) { ++part.having[word], ++count; });
            counts_[from + i] = count;
        }
    }
}

void TextWeights::scale(std::size_t begin, std::size_t end) {
    for (std::size_t text = begin; text < end; ++text) {
        double squares = 0;
        for_each_word(static_cast<std::uint32_t>(text), [&](std::uint32_t word, std::uint32_t times) {
            const double weight = static_cast<double>(times) * static_cast<double>(mentions_[word]);
            squares += weight * weight;
        });
        scales_[text] = squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0.0f;
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
