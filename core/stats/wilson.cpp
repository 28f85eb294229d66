#include "core/stats/wilson.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {

Interval wilson(double successes, double n, double z) {
    if (!(n > 0)) return {0.5, 0, 1};
    const double share = successes / n, p = share > 0 ? std::min(share, 1.0) : 0, z2 = z * z;   // what is no number counts as none
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return {p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace problemator
