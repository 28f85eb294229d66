// Mann–Kendall: does a series go up or down, whatever its shape? Counts pairs in order against pairs out of order.
// Mann 1945, Econometrica 13:245–259; Kendall 1975 (ties, continuity correction ±1).
#pragma once
#include <cstdint>
#include <span>

#include "core/stats/finding.hpp"

namespace problemator {

inline constexpr std::size_t kMinTrendPeriods = 4;   // the normal approximation is rough below 10

struct MannKendall {
    double s = 0;          // pairs that rise minus pairs that fall
    double variance = 0;
    double z = 0, p = 1;   // two-sided
};

/// n = values. TooFewPeriods below kMinTrendPeriods, NoVariation when all are equal. Values independent of each other: weeks that
/// carry over into the next make p too small. Work: n log n.
Finding<MannKendall> mann_kendall(std::span<const double> values);

}  // namespace problemator
