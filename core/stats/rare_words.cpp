#include "core/stats/rare_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/stats/sort_codes.hpp"

namespace problemator {
namespace {

/// The squares of those rarest words of `a` that `b` has not: it would have them among its own, for they are rarer than the last of those.
float square_apart(const Rarest& a, const Rarest& b) {
    float sum = 0;
    for (std::size_t i = 0; i < Rarest::kMost; ++i)
        if (a.ranks[i] < b.ranks.back() && std::find(b.ranks.begin(), b.ranks.end(), a.ranks[i]) == b.ranks.end()) sum += a.squares[i];
    return sum;
}

}  // namespace

/// Cauchy and Schwarz, over the words that both may have.
double most_alike(const Rarest& a, const Rarest& b) {
    return std::sqrt(std::max(0.0, static_cast<double>(a.shared - square_apart(a, b)) * static_cast<double>(b.shared - square_apart(b, a)))) + 1e-5;   // sums of floats
}

RareWords::RareWords(const TextWeights& weights, const ClusterLimits& limits) : words_(weights.word_count()) {
    std::vector<std::uint32_t> shared;
    for (std::uint32_t word = 0; word < words_.size(); ++word)
        if (weights.texts_with(word) > 1) shared.push_back(word);
    sort_by_code(shared, [&](std::uint32_t word) { return &weights.texts_with(word); });
    for (const std::uint32_t word : shared) words_[word] = {static_cast<std::uint32_t>(ranks_++), weights.weight_of(word)};
    rarest_.reserve(weights.size());
    for (std::uint32_t text = 0; text < weights.size(); ++text) rarest_.push_back(rarest_of(weights, text, limits));
}

Rarest RareWords::rarest_of(const TextWeights& weights, std::uint32_t text, const ClusterLimits& limits) const {
    std::array<std::uint64_t, Rarest::kMost> best;   // rank, and below it the bits of the squared weight: sorted without a jump
    best.fill(~std::uint64_t{0});
    float shared = 0;
    weights.for_each_word(text, [&](std::uint32_t word, std::uint32_t times) {
        const Word of = words_[word];
        const float weight = static_cast<float>(times) * of.weight, square = weight * weight;
        std::uint32_t bits;
        std::memcpy(&bits, &square, sizeof bits);
        if (of.rank != Rarest::kNone) shared += square;
        std::uint64_t next = std::uint64_t{of.rank} << 32 | bits;
        for (std::uint64_t& place : best) {
            const std::uint64_t smaller = std::min(place, next);
            next = std::max(place, next);
            place = smaller;
        }
    });
    const float scale = weights.scale_of(text);
    Rarest out;
    out.shared = shared * scale * scale;
    for (std::size_t i = 0; i < best.size(); ++i) {
        const auto bits = static_cast<std::uint32_t>(best[i]);
        out.ranks[i] = static_cast<std::uint32_t>(best[i] >> 32);
        if (out.ranks[i] == Rarest::kNone) continue;
        std::memcpy(&out.squares[i], &bits, sizeof bits);
        out.squares[i] *= scale * scale;
    }
    const auto prefix = [&](double least) {
        std::size_t size = 0;
        for (double rest = static_cast<double>(out.shared); size < best.size() && out.ranks[size] != Rarest::kNone && rest >= least * least; ++size) rest -= static_cast<double>(out.squares[size]);
        return static_cast<std::uint8_t>(size);
    };
    out.in_place = prefix(std::min(limits.same_place, limits.same_place_and_topic));
    out.on_topic = prefix(limits.same_topic);
    return out;
}

}  // namespace problemator
