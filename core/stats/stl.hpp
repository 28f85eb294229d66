// Stl: a series as trend + season + rest, by local regression; the seasonal picture of several years.
// Cleveland, Cleveland, McRae & Terpenning 1990, J Off Stat 6:3–73, with every parameter of the paper.
// Against R stl() and statsmodels STL: tests/unit/stats/stl.cpp.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct Loess {
    std::size_t window = 7;                    // values, odd (an even one is raised by one), at least 3
    int degree = 1;                            // 0: local mean, 1: local line
    std::size_t jump = 1;                      // a fit at every jump-th point, straight lines between
};

struct StlOptions {
    std::size_t period = 52;
    Loess seasonal, trend, low_pass;
    std::size_t inner = 2, outer = 0;          // outer > 0: outliers lose their weight
};
/// The usual choice for a period and a seasonal window: windows of trend and low-pass filter follow, jumps of a tenth.
StlOptions stl_options(std::size_t period, std::size_t seasonal_window);
/// The same with outliers weighed down: fifteen outer loops of one inner.
StlOptions robust(StlOptions options);

struct Stl { std::vector<double> seasonal, trend, remainder, weights; };   // weights: 0…1, those of the last outer loop; 1 without one

/// One value of each part for each of `values`. n = values. TooFewPeriods: fewer than two periods, or a period below 2.
/// NoVariation: all equal. NotConverged: a value that is not finite or beyond 10^100.
Finding<Stl> stl(std::span<const double> values, const StlOptions& options);

}  // namespace problemator
