// Shrinkage of rates (messages per resident, overdue per expected): small exposures are pulled towards the common rate.
// Marshall 1991, JRSS-C 40:283–294: global empirical Bayes by moments. s² < 0 is read as 0: the rates differ no more than chance.
#pragma once
#include <span>

#include "core/stats/finding.hpp"

namespace problemator {

struct Rate { double events = 0, exposure = 0; };
struct RatePrior { double mean = 0, variance = 0, exposure = 0; };   // r̄, s² ≥ 0, Σ exposure

/// r̄ = ΣE/ΣB, s² = ΣB(r − r̄)²/ΣB − r̄/B̄. Units without exposure, or with numbers from 1e15 on, are left out. Withheld: fewer than 2 units (TooFewCounts), no events (NoVariation).
Finding<RatePrior> fit_rates(std::span<const Rate> rates);
/// w·r + (1 − w)·r̄ with w = s²/(s² + r̄/B); it is the mean of Gamma(r̄²/s² + E, r̄/s² + B), whose quantiles are the interval.
/// With s² = 0 all units have the common rate and its exact Poisson interval. No exposure: the prior alone.
Interval shrunk_rate(const Rate& rate, const RatePrior& prior, double level = 0.95);

}  // namespace problemator
