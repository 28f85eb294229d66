// Funnel: how far from the municipality's share can a department of n answers be by chance alone?
// Spiegelhalter 2005, Stat Med 24:1185–1202: limits by size, and what to do when all departments spread more than chance.
#pragma once
#include <cstdint>
#include <span>

#include "core/stats/finding.hpp"

namespace problemator {

struct FunnelLimit { double n = 0, low95 = 0, high95 = 1, low998 = 0, high998 = 1; };

/// Shares that n answers reach by chance around `target` (0…1): p ± z·√(p(1−p)/n), cut to 0…1. n > 0.
FunnelLimit funnel_limit(double target, double n);
/// The same by exact binomial quantiles, made continuous by Spiegelhalter's interpolation (his A.1.1). n is rounded, at most 10^6.
FunnelLimit binomial_funnel(double target, double n);
/// Ratios observed / expected that chance reaches around 1: exact Poisson, χ² / 2E. `n` of the limit is `expected` > 0.
FunnelLimit poisson_funnel(double expected);

/// One unit on a scale where chance has the same spread everywhere: z = distance from the target in standard errors s.
struct FunnelDistance { double z = 0, s = 0; };
/// arcsine √: s = 1 / (2√n). n > 0.
FunnelDistance share_point(double successes, double n, double target);
/// √(O/E): s = 1 / (2√E). expected > 0.
FunnelDistance ratio_point(double observed, double expected);

/// Spread of the units beyond chance.
struct Overdispersion {
    double phi = 1;          // Σz²/k of the winsorised z: 1 is chance alone
    double tau2 = 0;         // variance between units on the scale of the points; 0 = none
};
/// z beyond the `winsorised` and 1 − `winsorised` quantiles (linear, as R's type 7) are set to them, so that the outliers
/// looked for do not widen the limits. τ² = max(0, (kφ − (k − 1)) / (Σw − Σw²/Σw)), w = 1/s². Withheld: fewer than 4 units.
Finding<Overdispersion> overdispersion(std::span<const FunnelDistance> points, double winsorised = 0.1);

enum class Spread : std::uint8_t { Chance, Multiplied, Added };   // z·s, z·s·√max(1, φ), z·√(s² + τ²)
/// Limits of a share on the arcsine √ scale, back as shares.
FunnelLimit share_funnel(double target, double n, const Overdispersion& over = {}, Spread spread = Spread::Chance);
/// Limits of observed / expected on the √ scale, back as ratios.
FunnelLimit ratio_funnel(double expected, const Overdispersion& over = {}, Spread spread = Spread::Chance);

}  // namespace problemator
