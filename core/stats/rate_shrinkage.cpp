#include "core/stats/rate_shrinkage.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/poisson_interval.hpp"
#include "core/stats/special.hpp"

namespace problemator {
namespace {
bool is_usable(const Rate& rate) { return rate.exposure > 0 && rate.exposure < 1e15 && rate.events >= 0 && rate.events < 1e15; }
}

Finding<RatePrior> fit_rates(std::span<const Rate> rates) {
    double events = 0, exposure = 0;
    std::size_t n = 0;
    for (const auto& rate : rates) {
        if (!is_usable(rate)) continue;
        events += rate.events;
        exposure += rate.exposure;
        ++n;
    }
    if (n < 2) return withheld<RatePrior>(Reason::TooFewCounts, n);
    if (events <= 0) return withheld<RatePrior>(Reason::NoVariation, n);
    const double mean = events / exposure;
    double squares = 0;
    for (const auto& rate : rates)
        if (is_usable(rate)) squares += rate.exposure * (rate.events / rate.exposure - mean) * (rate.events / rate.exposure - mean);
    const double variance = squares / exposure - mean * static_cast<double>(n) / exposure;
    return found(RatePrior{mean, std::max(variance, 0.0), exposure}, n);
}

Interval shrunk_rate(const Rate& rate, const RatePrior& prior, double level) {
    if (prior.mean <= 0) return {};
    if (prior.variance <= 0) {
        const Interval events = poisson_interval(prior.mean * prior.exposure, CountInterval::Exact, level);
        return {prior.mean, events.low / prior.exposure, events.high / prior.exposure};
    }
    const Rate seen = is_usable(rate) ? rate : Rate{};
    const double shape = prior.mean * prior.mean / prior.variance + seen.events, scale = prior.mean / prior.variance + seen.exposure;
    const double tail = (1 - std::clamp(level, 0.01, 1 - 1e-9)) / 2;
    return {shape / scale, gamma_quantile(shape, tail) / scale, gamma_quantile(shape, 1 - tail) / scale};
}

}  // namespace problemator
