// Wilson's interval for a share of small counts (E. B. Wilson 1927, JASA 22:209–212).
#pragma once

namespace problemator {

struct Interval { double low = 0, high = 1; };

inline constexpr double kZ95 = 1.959963984540054;

/// Interval of the share `successes` / `n`, both within 0…1. n = 0 gives [0, 1]: nothing is known.
Interval wilson(double successes, double n, double z = kZ95);

}  // namespace problemator
