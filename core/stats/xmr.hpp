// Xmr: which points of a series are more than its usual week-to-week changes explain? For a trend picture of any figure, without a model.
// Individuals and moving range chart: Shewhart 1931; limits and run rules as Wheeler 1993, Understanding Variation:
// mean ± 2.66 × mean moving range (2.66 = 3 / 1.128). Reference: tests/reference/xmr.py.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

inline constexpr std::size_t kMinXmrPoints = 8;

/// What a point takes part in.
struct XmrSignal {
    bool is_outside = false;                   // beyond a limit
    bool is_run = false;                       // in eight or more in a row on one side of the mean
    bool is_near_limit = false;                // in three of four in a row that are nearer to the same limit than to the mean
};

/// lower may be below 0: of counts, the caller draws no such line. range_upper: limit of the moving range, 3.268 × its mean.
struct Xmr {
    double mean = 0, mean_range = 0, lower = 0, upper = 0, range_upper = 0;
    std::vector<XmrSignal> signals;            // one for each value
};

/// n = values. TooFewPeriods: fewer than kMinXmrPoints. NoVariation: all equal. NotConverged: a value that is not finite or beyond 10^100.
Finding<Xmr> xmr(std::span<const double> values);

}  // namespace problemator
