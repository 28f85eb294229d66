#include "core/stats/wilson.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {

Interval wilson(double successes, double n, double z) {
    if (!(n > 0)) return {0.5, 0, 1};
    const double p = std::clamp(successes / n, 0.0, 1.0), z2 = z * z;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return {p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace problemator
