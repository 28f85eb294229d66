// Theta forecast (Assimakopoulos & Nikolopoulos 2000, Int J Forecasting 16:521–530): simple exponential smoothing with a drift of half
// the slope of the straight line through the history (Hyndman & Billah 2003, Int J Forecasting 19:287–290). The best short-series method of the M3 competition.
// A season is taken out first by classical multiplicative decomposition when a test finds it and all values are positive, and put back after.
#pragma once
#include "core/stats/ets.hpp"

namespace problemator {

struct ThetaFit {
    EtsFit smoothing;                  // of the values without the season
    double drift = 0;                  // per step
    std::vector<double> factors;       // of the season, the next value's first; empty = none
};

/// `period`: values in a year; 1 = no season is looked for. Withheld as fit_ets does with Slope::None.
Finding<ThetaFit> fit_theta(std::span<const double> values, int period = 1);
/// As R's thetaf: the spread says what the coming errors do, not how well level, drift and season are known.
Forecast forecast_theta(const ThetaFit& fit, std::size_t steps);
/// What thetaf leaves out: standard deviation, per step, of the start level and the drift as estimates (they err in common on all steps).
/// The drift is a sum of the values, each the sum of its own error and α of the earlier ones; so its variance is exact for the fitted α.
std::vector<double> theta_level_spread(const ThetaFit& fit, std::size_t steps);

/// Factors of a classical multiplicative decomposition, of the first value's season first, mean 1 (as R's decompose). Empty: fewer than
/// two periods, or a value that is not above zero.
std::vector<double> seasonal_factors(std::span<const double> values, std::size_t period);
/// |r(m)| > 1.645·√((1 + 2Σr²(k < m))/n): the season test of the paper.
bool has_seasonal_pattern(std::span<const double> values, std::size_t period);

}  // namespace problemator
