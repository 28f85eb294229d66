// Rare words: by its few rarest words a text finds those that may be like it. Words are ranked by how many texts have them; the prefix of a text
// is its rarest words, as many as it takes until the rest is too short for a cosine (L2AP: Anastasiu, Karypis 2014, ICDE, 784–795).
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "core/stats/clusters.hpp"
#include "core/stats/text_weights.hpp"

namespace problemator {

/// The rarest words of a text that others have too, the rarest first, by their ranks; and how many of them are its prefix in a place and on a topic.
struct Rarest {
    static constexpr std::size_t kMost = 6;
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::array<std::uint32_t, kMost> ranks{};
    std::array<float, kMost> squares{};   // of the weights
    float shared = 0;                     // of all words that others have too
    std::uint8_t in_place = 0, on_topic = 0;
};

/// No cosine of the two texts is above it.
double most_alike(const Rarest& a, const Rarest& b);

class RareWords {
public:
    RareWords(const TextWeights& weights, const ClusterLimits& limits);
    /// How many words have a rank: those of two texts and more.
    std::size_t ranks() const { return ranks_; }
    const Rarest& of(std::uint32_t text) const { return rarest_[text]; }

private:
    struct Word { std::uint32_t rank = Rarest::kNone; float weight = 0; };
    Rarest rarest_of(const TextWeights& weights, std::uint32_t text, const ClusterLimits& limits) const;

    std::vector<Word> words_;
    std::size_t ranks_ = 0;
    std::vector<Rarest> rarest_;
};

}  // namespace problemator
