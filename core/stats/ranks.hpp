// Rank intervals: which places are compatible with the data? Groups, not false places.
// Goldstein & Spiegelhalter 1996, JRSS-A 159:385–443: draws from each unit's posterior are ranked against each other.
#pragma once
#include <cstdint>
#include <vector>

#include "core/stats/random.hpp"

namespace problemator {

/// A score as a weighted sum of independent Beta-distributed shares.
struct ScorePart { double alpha = 1, beta = 1, weight = 0; };
using ScorePosterior = std::vector<ScorePart>;

struct RankRange { int low = 1, high = 1; };   // places, 1 = best; 95 % of the draws fall within

/// Ranks of the scores (higher is better) from `draws` joint draws with a fixed seed. Work: units × draws.
std::vector<RankRange> rank_ranges(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed);

}  // namespace problemator
