// Exponential smoothing with additive errors: simple (SES), Holt, damped Holt, each also with an additive season.
// Innovations state space form (Hyndman, Koehler, Ord & Snyder 2008), smoothing and start fitted by least squares = maximum likelihood:
//   y = l + φb + s + e,   l ← l + φb + αe,   b ← φb + βe,   s ← s + γe        (l level, b slope, s season)
// For given α, β, φ, γ the errors are linear in the start values, which are therefore found exactly; only the four are searched for.
// Bounds as in R's forecast::ets: 0.0001 ≤ α ≤ 0.9999, β ≤ α, γ ≤ 1 − α, 0.8 ≤ φ ≤ 0.98.
#pragma once
#include <cstdint>

#include "core/stats/forecast.hpp"

namespace problemator {

enum class Slope : std::uint8_t { None, Linear, Damped };

struct EtsForm {
    Slope slope = Slope::None;
    int period = 1;                  // observations in a year, at most 53; 1 = no season
};

struct EtsState {
    double level = 0, slope = 0;
    std::vector<double> seasons;     // of the next observation first; empty without a season
};

struct EtsFit {
    EtsForm form;
    double alpha = 0, beta = 0, phi = 1, gamma = 0;
    EtsState start, end;
    double sse = 0;
    std::size_t n = 0;
    std::vector<double> residuals;
};

/// Numbers that are fitted: smoothing, start values; a season counts period − 1 of them.
std::size_t count_parameters(const EtsForm& form);
/// Best fit. Withheld: TooFewPeriods below parameters + 3 values or two years of a season; NoVariation when all are equal;
/// TooLarge above 5,000 values or when a value is not finite or beyond 1e100.
Finding<EtsFit> fit_ets(std::span<const double> values, const EtsForm& form);
/// Of SES, Holt and damped Holt, with and without the season when period > 1, the one with the least AICc (Hurvich & Tsai 1989).
/// Withheld as SES is.
Finding<EtsFit> fit_best_ets(std::span<const double> values, int period);
/// n·ln(sse/n) + 2k + 2k(k + 1)/(n − k − 1), k = parameters and the variance.
double aicc(const EtsFit& fit);
/// The same run with everything given (α, β, φ, γ and `start` of `fit`), for checks. pre: as many seasons as the form's period
EtsFit run_ets(std::span<const double> values, EtsFit fit);
/// Errors of a step: variance sse / (n − parameters).
Forecast forecast_ets(const EtsFit& fit, std::size_t steps);

}  // namespace problemator
