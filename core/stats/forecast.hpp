// Forecast: what every forecasting method hands over — the most likely path and how the errors of single steps add up on it.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

/// All errors are additive and normal, each step's with standard deviation `sigma`.
struct Forecast {
    std::vector<double> points;      // steps 1, 2, …
    double sigma = 0;
    std::vector<double> memory;      // how much of a step's error is still there 0, 1, 2 … steps later; memory[0] = 1
    std::vector<double> residuals;   // one step ahead within the history, in its order
};

/// Standard deviation of the point's error. pre: step < points.size()
inline double spread_at(const Forecast& forecast, std::size_t step) {
    double variance = 0;
    for (std::size_t j = 0; j <= step; ++j) variance += forecast.memory[j] * forecast.memory[j];
    return forecast.sigma * std::sqrt(variance);
}
inline Interval interval_at(const Forecast& forecast, std::size_t step, double z) {
    const double half = z * spread_at(forecast, step), point = forecast.points[step];
    return {point, point - half, point + half};
}

inline bool are_finite(std::span<const double> values) { return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }); }
inline bool are_equal(std::span<const double> values) { return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; }); }

}  // namespace problemator
