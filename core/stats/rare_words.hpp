// Rare words: by its few rarest words a text finds those that may be like it. The prefix of a text is its rarest words, as many as it takes
// until the rest is too short for a cosine (L2AP: Anastasiu, Karypis 2014, ICDE, 784–795). By a few more is told, before any text is looked up,
// that two of them cannot be alike.
#pragma once
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/stats/clusters.hpp"
#include "core/stats/text_weights.hpp"

namespace problemator {

/// The rarest words of a text that others have too, the rarest first, each as often as it stands there; two bytes each, which words of nearly
/// the same rarity may share. Nothing is set here: a million are laid out before they are known.
struct Rarest {
    static constexpr std::size_t kMost = 15;
    static constexpr std::uint16_t kNone = 0xFFFF;    // behind the last word
    static constexpr std::size_t kCodes = 0x10000;
    std::array<std::uint16_t, kMost + 1> codes;
    float scale;                                      // of the text
    std::array<std::uint8_t, kMost> rest;             // squared length of what others have too, behind the first 1 … 15 words; in 255ths, rounded up
    std::uint8_t prefixes;                            // how many words of Prefix count in a place, and on a topic: four bits each
    std::size_t in_place() const { return prefixes & 15u; }
    std::size_t on_topic() const { return prefixes >> 4; }
};

/// The words by which a text is found.
using Prefix = std::array<std::uint32_t, 6>;

class RareWords {
public:
    RareWords(const TextWeights& weights, const ClusterLimits& limits);
    /// What fewer than the limits' least words are compared by: none.
    std::pair<Rarest, Prefix> of(std::uint32_t text) const;
    /// By code: of the weight of one mention, the largest; 0 for Rarest::kNone.
    const std::vector<float>& squares() const { return squares_; }

private:
    const TextWeights& weights_;
    const ClusterLimits& limits_;
    std::uint32_t shift_ = 0;                         // of a word to its code
    std::vector<float> squares_;
};

/// The rarest words of one text laid open, to be compared with those of many.
class OpenRarest {
public:
    explicit OpenRarest(const RareWords& words) : squares_{words.squares()}, mine_(Rarest::kCodes) {}
    void open(const Rarest& rarest);
    /// False when the cosine of the two texts is surely below `least`. pre: open() was called with `own`
    bool may_be_like(const Rarest& own, const Rarest& other, float least) const;

private:
    const std::vector<float>& squares_;
    std::vector<float> mine_;                         // squares_ times the scale of the open text, 0 for what it has not
    std::array<std::uint16_t, Rarest::kMost + 1> open_{};
};

}  // namespace problemator
