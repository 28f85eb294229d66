#include "core/stats/surge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr double kOutlier = 2.58;
constexpr std::size_t kMinRun = 6, kMaxRun = 26;

struct Moments { double mean = 0, dispersion = 1; };

Moments weighted_moments(std::span<const double> counts, std::span<const double> weights) {
    double sum = 0, total = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += weights[i] * counts[i];
        total += weights[i];
    }
    const double mean = std::max(sum / total, 0.5 / static_cast<double>(counts.size()));
    double chi = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) chi += weights[i] * (counts[i] - mean) * (counts[i] - mean) / mean;
    const double scale = static_cast<double>(counts.size()) / total;   // weights count as n weeks again
    return {mean, std::max(1.0, chi * scale / static_cast<double>(counts.size() - 1))};
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Median and scaled MAD: among twelve weeks one outbreak would inflate a plain dispersion enough to hide itself.
Moments robust_moments(std::span<const double> counts) {
    std::vector<double> values{counts.begin(), counts.end()};
    const double middle = median(values), mean = std::max(middle, 0.5);
    for (double& v : values) v = std::abs(v - middle);
    const double deviation = 1.4826 * median(std::move(values));
    return {mean, std::max(1.0, deviation * deviation / mean)};
}

double anscombe_residual(double count, const Moments& norm) {
    const double root = 1.5 * (std::pow(count, 2.0 / 3) * std::pow(norm.mean, -1.0 / 6) - std::sqrt(norm.mean));
    return root / std::sqrt(norm.dispersion);
}

}  // namespace

std::optional<Baseline> baseline_of(std::span<const double> weeks) {
    if (weeks.size() < kMinBaselineWeeks) return std::nullopt;
    const auto used = weeks.last(std::min(weeks.size(), kBaselineWeeks));
    const auto start = robust_moments(used);
    std::array<double, kBaselineWeeks> weights{};
    const auto view = std::span{weights}.first(used.size());
    for (std::size_t i = 0; i < used.size(); ++i) {
        const double s = anscombe_residual(used[i], start);
        view[i] = s > kOutlier ? 1 / (s * s) : 1;
    }
    const auto norm = weighted_moments(used, view);
    return Baseline{norm.mean, norm.dispersion, used.size()};
}

double surge_p(double count, const Baseline& baseline) { return count_tail(count, baseline.mean, baseline.dispersion); }

int surge_threshold(const Baseline& baseline, double p) {
    return std::max(kMinCountForSurge, count_with_tail(p, baseline.mean, baseline.dispersion));
}

UsualRange usual_range(const Baseline& baseline) {
    // P(Y ≤ y) ≥ c is P(Y ≥ y + 1) ≤ 1 − c
    return {count_with_tail(0.9, baseline.mean, baseline.dispersion) - 1, count_with_tail(0.1, baseline.mean, baseline.dispersion) - 1};
}

Chronic chronic_run(std::span<const double> weeks, double p) {
    std::size_t longest = 0;   // an empty week is never above the norm
    while (longest < std::min(kMaxRun, weeks.size()) && weeks[weeks.size() - longest - 1] > 0) ++longest;
    for (std::size_t run = longest; run >= kMinRun; --run) {
        const auto norm = baseline_of(weeks.first(weeks.size() - run));
        if (!norm) continue;
        const auto tail = weeks.last(run);
        const bool is_above = std::all_of(tail.begin(), tail.end(), [&](double y) { return y > norm->mean; });
        if (!is_above) continue;
        double sum = 0;
        for (const double y : tail) sum += y;
        if (count_tail(sum, norm->mean * static_cast<double>(run), norm->dispersion) <= p) return {run, *norm};
    }
    return {};
}

}  // namespace problemator
