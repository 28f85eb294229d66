#include "core/stats/poisson_draw.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

constexpr double kSmallMean = 12, kLargestMean = 1e9;

double draw_small(Random& random, double mean) {
    const double limit = std::exp(-mean);
    double count = 0, product = random.uniform();
    for (; product > limit; product *= random.uniform()) ++count;
    return count;
}

}  // namespace

double log_factorial(double k) {
    double sum = 0;
    while (k < 24) {   // Stirling's series wants a large argument: ln k! = ln (k + m)! − Σ ln (k + i)
        k += 1;
        sum += std::log(k);
    }
    const double r = 1 / k, r2 = r * r;
    return (k + 0.5) * std::log(k) - k + 0.91893853320467274178 + r / 12 * (1 - r2 / 30 * (1 - r2 / 3.5)) - sum;
}

double draw_poisson(Random& random, double mean) {
    if (!(mean > 0)) return 0;
    mean = std::min(mean, kLargestMean);
    if (mean < kSmallMean) return draw_small(random, mean);
    const double root = std::sqrt(mean), b = 0.931 + 2.53 * root, a = -0.059 + 0.02483 * b;
    const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {   // accepts about nine of ten
        const double u = random.uniform() - 0.5, v = random.uniform(), us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= squeeze) return k;
        if (k < 0 || (us < 0.013 && v > us)) continue;
        if (std::log(v * inverse_alpha / (a / (us * us) + b)) <= k * std::log(mean) - mean - log_factorial(k)) return k;
    }
}

}  // namespace problemator
