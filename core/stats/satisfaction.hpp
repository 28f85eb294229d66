// Satisfaction: what residents think of the answers, on a scale 1…5, when few answer and most of them give a five.
// «5 of 5 fives» is no proof of 5.0: the mean is drawn from a Dirichlet posterior of the five levels, so that its interval never has no width.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct SatisfactionOptions {
    double min_n = 5;
    int draws = 2000;                      // 0: the interval is mean ± 1.96 errors instead, for who asks for the error alone
    std::uint64_t seed = 1844;
    double prior = 0.3;                    // weight of each level before any answer, in answers; 0.3 keeps the promised 95 % best (docs/methods.md)
};

struct Satisfaction {
    Interval mean;                         // 1…5; value: the plain mean
    Interval good;                         // share of 4 and 5, Wilson
    Interval response;                     // answers / asked, Wilson; without `asked` 0.5 in [0, 1]
    double shares[5] = {};                 // of 1…5
    double error = 0;                      // standard deviation of the mean under the posterior of the levels
};

/// Answers off the scale 1…5 or not finite are left out; between two levels an answer counts to the nearer one in `shares`, and as it is in the mean.
/// Withheld: fewer than min_n answers (TooFewCounts). n = answers.
Finding<Satisfaction> satisfaction(std::span<const double> answers, double asked, const SatisfactionOptions& options = {});
/// Where the worst answers stand: at most `most`, none above `at_most`, the lowest first, then in their order.
std::vector<std::size_t> lowest_rated(std::span<const double> answers, std::size_t most, double at_most = 2);

}  // namespace problemator
