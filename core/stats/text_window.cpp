#include "core/stats/text_window.hpp"

#include <algorithm>
#include <cstring>

namespace problemator {
namespace {

/// Four numbers at a time in the processor's vectors; g++ and clang know them for every processor, also as WebAssembly.
using Floats4 [[gnu::vector_size(16)]] = float;

/// Four bits as four numbers, 0 or 1.
constexpr std::array<Floats4, 16> kAsNumbers = {Floats4{0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, 0, 0}, {0, 0, 1, 0}, {1, 0, 1, 0}, {0, 1, 1, 0}, {1, 1, 1, 0},
                                                {0, 0, 0, 1}, {1, 0, 0, 1}, {0, 1, 0, 1}, {1, 1, 0, 1}, {0, 0, 1, 1}, {1, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}};

}  // namespace

TextWindow::TextWindow(const TextWeights& weights) : weights_{weights}, words_(weights.words().shared_words()), shared_(TokenDictionary::kMostTokens + 1), repeats_(kMostRepeats) {
    for (std::uint32_t word = 0; word < words_.size(); ++word) words_[word].square = weights.weight_of(word) * weights.weight_of(word);
}

void TextWindow::add(std::uint32_t text, std::uint32_t held) {
    ++now_;
    held_ = held;
    products_.fill(0);
    add_scale(weights_.scale_of(text));
    first_repeats_[now_ % kPlaces] = next_repeat_;
    const std::uint32_t known = (2u << held) - 2;   // bits of the texts that count: 1 … held places before
    const std::uint32_t first_repeat = first_repeats_[(now_ - held) % kPlaces];
    std::size_t n = 0;
    weights_.for_each_word(text, [&](std::uint32_t number, std::uint32_t times) {
        if (number >= words_.size()) return;
        Word& word = words_[number];
        const std::uint32_t texts = word.texts << std::min(now_ - word.last, 31u) & known;
        word.last = now_, word.texts = texts | 1;
        const float product = static_cast<float>(times) * word.square;
        shared_[n] = {texts >> 1, product};   // the next one takes its place when nobody shares it
        n += texts != 0 ? 1 : 0;
        if (word.repeat >= first_repeat) add_repeats(word.repeat, first_repeat, product);
        if (times == 1) return;
        repeats_[next_repeat_ % kMostRepeats] = {now_, times - 1, word.repeat};
        word.repeat = next_repeat_++;
    });
    add_products(n);
}

/// At the front the newest ones go back to the end.
void TextWindow::add_scale(float scale) {
    if (last_scale_ == 0) {
        std::copy_n(scales_.begin(), kNewest, scales_.end() - kNewest);
        last_scale_ = scales_.size() - kNewest;
    }
    scales_[--last_scale_] = scale;
}

void TextWindow::add_products(std::size_t n) {
    static_assert(kNewest == 24);
    std::array<Floats4, 6> sums;
    std::memcpy(&sums, &products_, sizeof sums);
    auto [a, b, c, d, e, f] = sums;
    for (std::size_t i = 0; i < n; ++i) {
        const auto [texts, product] = shared_[i];
        a += kAsNumbers[texts & 15] * product, b += kAsNumbers[texts >> 4 & 15] * product, c += kAsNumbers[texts >> 8 & 15] * product;
        d += kAsNumbers[texts >> 12 & 15] * product, e += kAsNumbers[texts >> 16 & 15] * product, f += kAsNumbers[texts >> 20] * product;
    }
    sums = {a, b, c, d, e, f};
    std::memcpy(&products_, &sums, sizeof sums);
}

/// What add_products() counts once and stands in the earlier text more often.
void TextWindow::add_repeats(std::uint32_t repeat, std::uint32_t first, float product) {
    for (; repeat >= first; repeat = repeats_[repeat % kMostRepeats].earlier) {
        const Repeat& one = repeats_[repeat % kMostRepeats];
        products_[now_ - one.text - 1] += static_cast<float>(one.more) * product;
    }
}

}  // namespace problemator
