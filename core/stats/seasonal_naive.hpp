// Seasonal naive forecast: next November as the last one. The floor that any other method must beat (Hyndman & Athanasopoulos, FPP3, 5.2).
#pragma once
#include "core/stats/forecast.hpp"

namespace problemator {

/// Error of a step: root mean square of the changes over `period` values; after k whole periods its variance has grown k + 1 times.
/// Period 1 is the plain naive forecast. Withheld: TooFewPeriods below period + 3 values, NoVariation when nothing ever changed,
/// TooLarge when a value is not finite or beyond 1e100.
Finding<Forecast> forecast_seasonal_naive(std::span<const double> values, std::size_t period, std::size_t steps);

}  // namespace problemator
