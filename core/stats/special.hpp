// Special functions behind the tests and intervals: incomplete gamma and beta, tails of the counting distributions.
// Methods: Abramowitz & Stegun 1964, 6.5, 26.5 (series and continued fractions); normal quantile: Acklam's rational start + one Halley step.
// Accuracy: relative 1e-10 for the tails used here (tests/unit/stats/special.cpp; reference: scipy).
#pragma once

namespace problemator {

/// ln Γ(x), x > 0.
double log_gamma(double x);
/// Upper regularised incomplete gamma Q(a, x) = P(Gamma(a) > x). a > 0, x ≥ 0.
double gamma_upper(double a, double x);
/// The x with P(Gamma(a) ≤ x) = p, by bisection to 1e-13 of itself; 0 for a ≤ 0. χ² with k degrees: 2·gamma_quantile(k / 2, p).
double gamma_quantile(double a, double p);
/// Regularised incomplete beta I_x(a, b) = P(Beta(a, b) ≤ x). a, b > 0; x is clamped to 0…1.
double beta_lower(double a, double b, double x);
/// The x with I_x(a, b) = p, by bisection to 1e-12.
double beta_quantile(double a, double b, double p);
/// P(N(0, 1) ≤ z) and its inverse; p is clamped to 1e-300…1 − 1e-16.
double normal_lower(double z);
double normal_quantile(double p);
/// The same to 1.2e-9 of itself, in a fifth of the time: for draws. pre: 1e-300 ≤ p ≤ 1 − 1e-16
double near_normal_quantile(double p);
/// P(Y ≥ y) for counts with mean `mean` ≥ 0 and variance `dispersion` × mean, dispersion ≥ 1.
/// Poisson at 1, negative binomial with size mean / (dispersion − 1) above. y ≤ 0 gives 1.
double count_tail(double y, double mean, double dispersion);
/// Smallest count y with P(Y ≥ y) ≤ `tail` in the same distribution; tail > 0. At most 2^30.
int count_with_tail(double tail, double mean, double dispersion);

}  // namespace problemator
