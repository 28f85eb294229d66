#include "core/stats/ears.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMinBaseline = 3, kLag = 2;

struct Norm { double mean = 0, sigma = 1; };

/// Mean and deviation of the `size` values that end `lag` before `at`.
Norm norm_before(std::span<const double> series, std::size_t at, std::size_t lag, const EarsOptions& options) {
    const auto window = series.subspan(at - lag - options.baseline, options.baseline);
    double sum = 0, squares = 0;
    for (const double y : window) sum += y;
    const double n = static_cast<double>(window.size()), mean = sum / n;
    for (const double y : window) squares += (y - mean) * (y - mean);
    return {mean, std::max(std::sqrt(squares / (n - 1)), options.min_sigma)};
}

/// What the value at `at` was above its lagged norm beyond one deviation.
double carried(std::span<const double> series, std::size_t at, const EarsOptions& options) {
    const Norm norm = norm_before(series, at, kLag, options);
    return norm.sigma > 0 ? std::max(0.0, (series[at] - norm.mean) / norm.sigma - 1) : 0;
}

bool are_finite(std::span<const double> series) {
    return std::all_of(series.begin(), series.end(), [](double y) { return std::abs(y) <= 1e100; });   // false for NaN too
}

}  // namespace

EarsOptions ears_options(Ears method) { return {.baseline = 7, .min_sigma = 1, .alpha = method == Ears::C3 ? 0.025 : 0.001}; }

Finding<EarsPoint> ears(Ears method, std::span<const double> series, const EarsOptions& options) {
    const std::size_t lag = method == Ears::C1 ? 0 : kLag, more = method == Ears::C3 ? 2 : 0;
    if (options.baseline < kMinBaseline || series.size() < options.baseline + lag + more + 1) return withheld<EarsPoint>(Reason::TooFewPeriods, series.size());
    const std::size_t at = series.size() - 1;
    const auto used = series.last(options.baseline + lag + more + 1);
    if (!are_finite(used)) return withheld<EarsPoint>(Reason::NotConverged, series.size());
    const Norm norm = norm_before(series, at, lag, options);
    if (norm.sigma <= 0) return withheld<EarsPoint>(Reason::NoVariation, options.baseline);
    const double z = normal_quantile(1 - options.alpha), y = series[at];
    const double past = method == Ears::C3 ? carried(series, at - 1, options) + carried(series, at - 2, options) : 0;
    const double upper = method == Ears::C3 ? y + norm.sigma * (z - past) : norm.mean + z * norm.sigma;
    return found(EarsPoint{norm.mean, std::max(0.0, upper), y > std::max(0.0, upper)}, options.baseline);
}

}  // namespace problemator
