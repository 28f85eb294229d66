#include "core/stats/poisson_interval.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

// P(Y < y) + P(Y = y)/2 for Poisson(mean), falling in the mean.
double mid_below(double y, double mean) {
    if (mean <= 0) return y > 0 ? 1 : 0.5;
    const double upto = gamma_upper(y + 1, mean), before = y > 0 ? gamma_upper(y, mean) : 0;
    return (upto + before) / 2;
}

double mean_with_mid_below(double y, double chance) {
    double low = 0, high = y + 10;
    for (int i = 0; i < 60 && mid_below(y, high) > chance; ++i) high *= 2;
    for (int i = 0; i < 100 && high - low > 1e-12 * high; ++i) {
        const double middle = (low + high) / 2;
        (mid_below(y, middle) > chance ? low : high) = middle;
    }
    return (low + high) / 2;
}

Interval mid_p(double count, double tail) {
    return {count, count > 0 ? mean_with_mid_below(count, 1 - tail) : 0, mean_with_mid_below(count, tail)};
}

Interval byar(double count, double z) {
    const auto limit = [&](double y, double side) {
        const double root = 1 - 1 / (9 * y) + side * z / (3 * std::sqrt(y));
        return y * root * root * root;
    };
    return {count, count > 0 ? std::max(0.0, limit(count, -1)) : 0, limit(count + 1, 1)};
}

}  // namespace

Interval poisson_interval(double count, CountInterval kind, double level) {
    const double y = std::isfinite(count) ? std::max(count, 0.0) : 0, tail = (1 - std::clamp(level, 0.01, 1 - 1e-9)) / 2;
    switch (kind) {
        case CountInterval::Exact: return {y, gamma_quantile(y, tail), gamma_quantile(y + 1, 1 - tail)};
        case CountInterval::MidP: return mid_p(y, tail);
        case CountInterval::Byar: return byar(y, normal_quantile(1 - tail));
    }
    return {};
}

Finding<Interval> observed_to_expected(double observed, double expected, CountInterval kind, double level) {
    const auto n = static_cast<std::size_t>(std::clamp(observed, 0.0, 1e15));
    if (!(expected > 0) || !std::isfinite(expected) || !std::isfinite(observed)) return withheld<Interval>(Reason::TooFewCounts);
    const Interval count = poisson_interval(observed, kind, level);
    return found(Interval{count.value / expected, count.low / expected, count.high / expected}, n);
}

}  // namespace problemator
