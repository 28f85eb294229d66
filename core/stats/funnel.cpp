#include "core/stats/funnel.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/wilson.hpp"

namespace problemator {

FunnelLimit funnel_limit(double target, double n) {
    constexpr double kZ998 = 3.090232306167813;
    const double deviation = std::sqrt(std::max(0.0, target * (1 - target)) / std::max(n, 1.0));
    const auto cut = [](double share) { return std::clamp(share, 0.0, 1.0); };
    return {n, cut(target - kZ95 * deviation), cut(target + kZ95 * deviation), cut(target - kZ998 * deviation), cut(target + kZ998 * deviation)};
}

}  // namespace problemator
