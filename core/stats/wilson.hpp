// Wilson's interval for a share of small counts (E. B. Wilson 1927, JASA 22:209–212).
#pragma once
#include "core/stats/finding.hpp"

namespace problemator {

inline constexpr double kZ95 = 1.959963984540054;

/// The share `successes` / `n` with its interval, all within 0…1. n = 0 gives 0.5 in [0, 1]: nothing is known.
Interval wilson(double successes, double n, double z = kZ95);

}  // namespace problemator
