#include "core/stats/text_window.hpp"

namespace problemator {
namespace {

/// Eight bits as eight numbers, 0 or 1.
constexpr std::array<std::array<float, 8>, 256> kAsNumbers = [] {
    std::array<std::array<float, 8>, 256> table{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        for (std::size_t bit = 0; bit < 8; ++bit) table[byte][bit] = static_cast<float>(byte >> bit & 1);
    return table;
}();

}  // namespace

TextWindow::TextWindow(const TextWeights& weights) : weights_{weights}, words_(weights.word_count()) {
    for (std::uint32_t word = 0; word < words_.size(); ++word)
        if (weights.texts_with(word) > 1) words_[word].weight = weights.weight_of(word);
}

void TextWindow::add(std::uint32_t text) {
    ++now_;
    const std::uint32_t held = std::min(texts_, kNewest), known = (2u << held) - 2;   // bits of the texts that count: 1 … held places before
    products_.fill(0);
    own_repeats_.clear();
    scales_[now_ % kPlaces] = weights_.scale_of(text);
    weights_.for_each_word(text, [&](std::uint32_t number, std::uint32_t times) {
        Word& word = words_[number];
        if (word.weight == 0) return;
        const std::uint32_t since = now_ - word.last, texts = since < kPlaces ? word.texts << since & known : 0;
        word.last = now_, word.texts = texts | 1, word.times = times;
        if (times > 1) own_repeats_.push_back({now_, number, times - 1});
        if (texts != 0) add_product(texts >> 1, static_cast<float>(times) * word.weight * word.weight);
    });
    add_repeats(held);
    ++texts_;
}

void TextWindow::add_product(std::uint32_t texts, float product) {
    static_assert(kNewest == 24);
    for (std::size_t eight = 0; eight < 3; ++eight) {
        const auto& has = kAsNumbers[texts >> 8 * eight & 0xFF];
        float* sums = products_.data() + 8 * eight;
        for (std::size_t i = 0; i < 8; ++i) sums[i] += product * has[i];
    }
}

/// What add_product() counted once and stands in the earlier text more often.
void TextWindow::add_repeats(std::uint32_t held) {
    std::erase_if(repeats_, [&](const Repeat& repeat) { return now_ - repeat.text > held; });
    for (const Repeat& repeat : repeats_)
        if (const Word& word = words_[repeat.word]; word.last == now_) products_[now_ - repeat.text - 1] += static_cast<float>(repeat.more * word.times) * word.weight * word.weight;
    repeats_.insert(repeats_.end(), own_repeats_.begin(), own_repeats_.end());
}

}  // namespace problemator
