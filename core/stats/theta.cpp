#include "core/stats/theta.hpp"

#include <numeric>

namespace problemator {
namespace {

double mean_of(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

/// Slope of the least-squares line through the values.
double line_slope(std::span<const double> values) {
    const double middle = (static_cast<double>(values.size()) - 1) / 2, mean = mean_of(values);
    double up = 0, down = 0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        const double x = static_cast<double>(t) - middle;
        up += x * (values[t] - mean);
        down += x * x;
    }
    return down > 0 ? up / down : 0;
}

/// Mean of a whole period around `t`; with an even period both ends count half.
double trend_at(std::span<const double> values, std::size_t t, std::size_t period) {
    const std::size_t half = period / 2;
    double sum = 0;
    for (std::size_t i = t - half; i <= t + half; ++i) sum += values[i] * (period % 2 == 0 && (i == t - half || i == t + half) ? 0.5 : 1);
    return sum / static_cast<double>(period);
}

}  // namespace

bool has_seasonal_pattern(std::span<const double> values, std::size_t period) {
    const std::size_t n = values.size();
    if (period < 2 || n < 2 * period) return false;
    const double mean = mean_of(values);
    const auto covariance = [&](std::size_t lag) {
        double sum = 0;
        for (std::size_t t = 0; t + lag < n; ++t) sum += (values[t] - mean) * (values[t + lag] - mean);
        return sum;
    };
    const double variance = covariance(0);
    if (!(variance > 0)) return false;
    double sum = 0;
    for (std::size_t lag = 1; lag < period; ++lag) sum += std::pow(covariance(lag) / variance, 2);
    return std::abs(covariance(period) / variance) > 1.6448536269514722 * std::sqrt((1 + 2 * sum) / static_cast<double>(n));
}

std::vector<double> seasonal_factors(std::span<const double> values, std::size_t period) {
    const std::size_t n = values.size(), half = period / 2;
    if (period < 2 || n < 2 * period || std::any_of(values.begin(), values.end(), [](double v) { return !(v > 0); })) return {};
    std::vector<double> factors(period), counts(period);
    for (std::size_t t = half; t + half < n; ++t) {
        factors[t % period] += values[t] / trend_at(values, t, period);
        counts[t % period] += 1;
    }
    for (std::size_t s = 0; s < period; ++s) factors[s] /= std::max(counts[s], 1.0);
    const double mean = mean_of(factors);
    for (double& f : factors) f /= mean;
    const bool is_usable = std::all_of(factors.begin(), factors.end(), [](double f) { return f >= 1e-4; });
    return is_usable ? factors : std::vector<double>{};
}

Finding<ThetaFit> fit_theta(std::span<const double> values, int period) {
    std::vector<double> rest(values.begin(), values.end()), factors;
    const std::size_t season = period > 1 && period <= 53 ? static_cast<std::size_t>(period) : 1;
    if (season > 1 && are_finite(values) && has_seasonal_pattern(values, season)) factors = seasonal_factors(values, season);
    for (std::size_t t = 0; !factors.empty() && t < rest.size(); ++t) rest[t] /= factors[t % season];
    auto smoothing = fit_ets(rest, {});
    if (!smoothing) return withheld<ThetaFit>(smoothing.reason, values.size());
    ThetaFit fit{*std::move(smoothing.value), line_slope(rest) / 2, {}};
    for (std::size_t s = 0; s < factors.size(); ++s) fit.factors.push_back(factors[(values.size() + s) % season]);
    return found(std::move(fit), values.size());
}

Forecast forecast_theta(const ThetaFit& fit, std::size_t steps) {
    Forecast out = forecast_ets(fit.smoothing, steps);
    const double alpha = fit.smoothing.alpha, past = (1 - std::pow(1 - alpha, static_cast<double>(fit.smoothing.n))) / alpha;
    for (std::size_t h = 0; h < steps; ++h) {
        out.points[h] += fit.drift * (static_cast<double>(h) + past);
        if (!fit.factors.empty()) out.points[h] *= fit.factors[h % fit.factors.size()];
    }
    return out;
}

std::vector<double> theta_level_spread(const ThetaFit& fit, std::size_t steps) {
    const double alpha = fit.smoothing.alpha, rest = 1 - alpha, n = static_cast<double>(fit.smoothing.n), sigma = forecast_ets(fit.smoothing, 0).sigma;
    const double past = (1 - std::pow(rest, n)) / alpha, down = n * (n * n - 1) / 12, middle = (n - 1) / 2;
    double drift = 0, later = 0, seen = 0;
    for (std::size_t t = fit.smoothing.n; t-- > 0;) {
        const double weight = (static_cast<double>(t) - middle) / down / 2, part = weight + alpha * later;
        drift += part * part;
        later += weight;
        seen += std::pow(rest, 2 * static_cast<double>(t));
    }
    const double start = std::pow(rest, n) / std::sqrt(seen);
    std::vector<double> out;
    for (std::size_t h = 0; h < steps; ++h) out.push_back(sigma * std::hypot(start, std::sqrt(drift) * (past + static_cast<double>(h))));
    return out;
}

}  // namespace problemator
