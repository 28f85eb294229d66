// Intervals of a small count, and of observed / expected: how far can 7 overdue answers be from the 4 expected by chance alone?
#pragma once
#include <cstdint>

#include "core/stats/finding.hpp"

namespace problemator {

enum class CountInterval : std::uint8_t {
    Exact,    // Garwood 1936, Biometrika 28:437–442: holds at least the level, usually more (97–99 % on small counts)
    MidP,     // half of the probability of the count itself (Lancaster 1961): holds the level on the average
    Byar,     // Breslow & Day 1987, IARC 82, p. 69: near the exact one without quantiles
};

/// The mean of a Poisson count that was observed as `count` ≥ 0. `level` within (0, 1); a count below 0 is read as 0.
Interval poisson_interval(double count, CountInterval kind = CountInterval::Exact, double level = 0.95);
/// observed / expected with the interval of the count over `expected`. Withheld: expected ≤ 0 (TooFewCounts).
Finding<Interval> observed_to_expected(double observed, double expected, CountInterval kind = CountInterval::Exact, double level = 0.95);

}  // namespace problemator
