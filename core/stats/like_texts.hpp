// Like texts: which messages hang together because their texts are alike and they are near in place or topic and in time. Not every pair is looked at:
// - of one settlement, street and topic each message meets the newest 24 before it. Their cosines come from the words they share:
//   every word knows which of them have it (the inverted lists of All-Pairs: Bayardo, Ma, Srikant 2007, WWW, 131–140);
// - in one place, and on one topic, it meets the newest 8 there that share a word of its prefix, at most 6 words (core/stats/rare_words).
// What hangs together already, or cannot reach the least cosine, is not compared. A message costs the same however many there are.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/time.hpp"
#include "core/stats/clusters.hpp"
#include "core/stats/text_weights.hpp"

namespace problemator {

/// What is compared besides the text; 0 = unknown.
struct TextFacts { Minute received = 0; std::uint32_t settlement = 0, street = 0, topic = 0; };

/// The order in which like_texts() wants the texts: by settlement, topic and street, then by receipt, so that what is compared lies together. `facts`: by receipt.
std::vector<std::uint32_t> arrange_texts(std::span<const TextFacts> facts);
/// For every message the earliest one that it hangs together with, itself when there is none. `facts`: by receipt. `weights`: of the texts in the order `arranged`.
std::vector<std::uint32_t> like_texts(std::span<const TextFacts> facts, std::span<const std::uint32_t> arranged, const TextWeights& weights, const ClusterLimits& limits);

}  // namespace problemator
