#include "core/stats/random.hpp"

#include <cmath>

#include "core/base/similar_sets.hpp"
#include "core/stats/special.hpp"

namespace problemator {

std::uint64_t Random::next() {
    return mix_bits(state_ += 0x9E3779B97F4A7C15u);
}

double Random::uniform() { return (static_cast<double>(next() >> 11) + 0.5) / 9007199254740992.0; }

double Random::normal() { return near_normal_quantile(uniform()); }

double Random::gamma(double shape) {
    if (shape < 1) return gamma(shape + 1) * std::pow(uniform(), 1 / shape);
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    while (true) {
        const double x = normal(), root = 1 + c * x;
        if (root <= 0) continue;
        const double v = root * root * root, u = uniform();
        if (u < 1 - 0.0331 * x * x * x * x) return d * v;   // Marsaglia & Tsang's squeeze: what it takes, the logarithms take too
        if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
    }
}

double Random::beta(double a, double b) {
    const double x = gamma(a), y = gamma(b);
    return x + y > 0 ? x / (x + y) : 0.5;
}

}  // namespace problemator
