// Rank intervals: which places are compatible with the data? Groups, not false places.
// Goldstein & Spiegelhalter 1996, JRSS-A 159:385–443: draws from each unit's posterior are ranked against each other.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/random.hpp"

namespace problemator {

/// A score as a weighted sum of independent Beta-distributed shares.
struct ScorePart { double alpha = 1, beta = 1, weight = 0; };
using ScorePosterior = std::vector<ScorePart>;

struct RankRange { int low = 1, high = 1; };   // places, 1 = best; 95 % of the draws fall within

/// Ranks of the scores (higher is better) from `draws` joint draws with a fixed seed. Work: units × draws.
std::vector<RankRange> rank_ranges(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed);

struct RankChance {
    double top_third = 0, bottom_third = 0;    // how many of the draws put the unit there; 0 with fewer than 3 units
    double mean_place = 1;
    RankRange range;
};
/// The same from draws made elsewhere, `draws[unit][draw]`, higher is better. A third is ⌊k/3⌋ places. Draws beyond the shortest are left.
std::vector<RankChance> rank_chances(std::span<const std::vector<double>> draws);
std::vector<RankChance> rank_chances(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed);

/// «хуже / в пределах / лучше»; Few: a figure may be shown, a colour may not; None: not even a figure.
enum class RatingGroup : std::uint8_t { None, Few, Worse, Within, Better };
enum class Best : std::uint8_t { High, Low };
struct GroupRule { double min_figure = 5, min_colour = 10; };

/// Where an interval lies to `reference`: Better or Worse only when it excludes it.
RatingGroup rating_group(const Interval& interval, double reference, double n, Best best, const GroupRule& rule = {});

}  // namespace problemator
