// Poisson draws that repeat themselves: the counts that chance alone would give.
// Small means by multiplication of uniforms (Knuth), others by transformed rejection (PTRS; Hörmann 1993, Insur Math Econ 12:39–45).
#pragma once
#include "core/stats/random.hpp"

namespace problemator {

/// ln(k!) for whole k ≥ 0, relative error below 1e-12.
double log_factorial(double k);
/// A count with this mean; 0 for a mean ≤ 0. Means above 1e9 are cut to it.
double draw_poisson(Random& random, double mean);

}  // namespace problemator
