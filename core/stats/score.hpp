// Score of a department: the dimensions that the decree names (quantity, terms of consideration, completeness of the response on the
// merits), and satisfaction, each with its n and interval, weighed by the profile's formula. Nothing is added up that has no interval.
#pragma once
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

enum class Aspect : std::uint8_t { Quantity, Terms, Completeness, Satisfaction };

/// What is known of one aspect: the posterior of a share, of a rate (Gamma), or a mean with its standard error.
struct ShareKnown { double alpha = 1, beta = 1; };
struct RateKnown { double shape = 1, rate = 1; };
struct MeanKnown { double mean = 0, error = 0; };
using Known = std::variant<ShareKnown, RateKnown, MeanKnown>;
struct AspectKnown { Aspect aspect = Aspect::Terms; Known known; double n = 0; };

/// How a figure becomes points: 0 at `floor`, 1 at `ceiling`, straight between, cut beyond. floor > ceiling: less is better.
struct AspectRule { Aspect aspect = Aspect::Terms; double weight = 0, floor = 0, ceiling = 1, min_n = 1; };

struct AspectScore {
    Aspect aspect = Aspect::Terms;
    double n = 0, weight = 0;            // weight after those without data passed theirs on; 0 = not counted
    Interval figure, points;             // in the units of the figure; 0…1
};
struct Score {
    Interval total;                      // 0…100
    std::vector<AspectScore> aspects;
    std::vector<double> draws;           // of the total, in the order in which they were drawn: for ranks.hpp
};

struct ScoreOptions { int draws = 2000; std::uint64_t seed = 1844; double least_weight = 0.5; };

/// One entry per rule, in their order. An aspect without evidence, or with n < min_n, passes its weight on to the others in proportion;
/// the total is withheld (TooFewCounts) when those left weigh less than `least_weight` of all. The figure is the posterior mean, intervals
/// are the central 95 % of `draws` (1…100,000) independent draws; the aspects are taken as independent. Same seed and inputs, same draws.
Finding<Score> score(std::span<const AspectRule> rules, std::span<const AspectKnown> known, const ScoreOptions& options = {});

}  // namespace problemator
