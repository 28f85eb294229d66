#include "core/stats/rare_words.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

std::uint8_t in_255ths(float square) { return static_cast<std::uint8_t>(std::min(255.0f, square * 255 + 0.999f)); }

}  // namespace

RareWords::RareWords(const TextWeights& weights, const ClusterLimits& limits)
    : weights_{weights}, limits_{limits}, squares_(Rarest::kCodes) {
    const std::uint32_t shared = weights.words().shared_words();
    while (shared >> shift_ >= Rarest::kNone) ++shift_;
    for (std::uint32_t word = 0; word < shared; ++word) squares_[word >> shift_] = std::max(squares_[word >> shift_], weights.weight_of(word) * weights.weight_of(word));
}

std::pair<Rarest, Prefix> RareWords::of(std::uint32_t text) const {
    const std::uint32_t shared = weights_.words().shared_words();
    const float scale = weights_.scale_of(text);
    Rarest rarest{};
    Prefix prefix{};
    rarest.codes.fill(Rarest::kNone);
    rarest.scale = scale;
    std::array<float, Rarest::kMost> squares{};
    std::array<float, std::tuple_size_v<Prefix>> of_prefix{};
    std::uint32_t words = 0;
    std::size_t n = 0;
    float rest = 0;   // behind the words that are kept
    weights_.for_each_word(text, [&](std::uint32_t word, std::uint32_t times) {
        if (word >= shared || weights_.texts_with(word) < 2) return;
        const float weight = static_cast<float>(times) * weights_.weight_of(word) * scale;
        if (n == Rarest::kMost) {
            rest += weight * weight;
            return;
        }
        if (words < prefix.size()) {
            of_prefix[words] = weight * weight;
            prefix[words++] = word;
        }
        squares[n] = weight * weight;
        for (; times > 0 && n < Rarest::kMost; --times) rarest.codes[n++] = static_cast<std::uint16_t>(word >> shift_);
    });
    for (std::size_t i = n; i-- > 0;) {
        rarest.rest[i] = in_255ths(rest);
        rest += squares[i];
    }
    const auto size = [&](double least, std::size_t least_words) {
        std::uint32_t w = 0;
        if (weights_.count_of(text) >= least_words)
            for (float left = rest; w < words && static_cast<double>(left) >= least * least; ++w) left -= of_prefix[w];
        return w;
    };
    rarest.prefixes = static_cast<std::uint8_t>(size(std::min(limits_.same_place, limits_.same_place_and_topic), limits_.least_words) |
                                                size(limits_.same_topic, std::max(limits_.least_words, limits_.least_words_elsewhere)) << 4);
    return {rarest, prefix};
}

void OpenRarest::open(const Rarest& rarest) {
    for (const std::uint16_t code : open_) mine_[code] = 0;
    for (const std::uint16_t code : rarest.codes) mine_[code] += squares_[code] * rarest.scale;   // nothing for kNone
    open_ = rarest.codes;
}

/// Words before the last of the one that ends sooner are known of both; for the rest Cauchy and Schwarz hold.
bool OpenRarest::may_be_like(const Rarest& own, const Rarest& other, float least) const {
    const std::uint16_t last = std::min(own.codes[Rarest::kMost - 1], other.codes[Rarest::kMost - 1]);
    float product = 0;
    std::size_t known = 0, known_of_other = 0;
    for (std::size_t i = 0; i <= Rarest::kMost; ++i) {
        product += mine_[other.codes[i]];
        known += own.codes[i] < last ? 1u : 0u;
        known_of_other += other.codes[i] < last ? 1u : 0u;
    }
    const auto rest = [](const Rarest& of, std::size_t words) { return words == 0 ? 255.0f : static_cast<float>(of.rest[words - 1]); };
    const float missing = (least - product * other.scale - 1e-4f) * 255;   // sums of floats
    return missing <= 0 || missing * missing <= rest(own, known) * rest(other, known_of_other);
}

}  // namespace problemator
