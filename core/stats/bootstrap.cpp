#include "core/stats/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "core/stats/random.hpp"
#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMinValues = 5, kMaxWork = 50'000'000;

double median_of(std::vector<double>& values) {   // reorders
    const std::size_t half = values.size() / 2;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(half), values.end());
    if (values.size() % 2 == 1) return values[half];
    return (values[half] + *std::max_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(half))) / 2;
}

double mean_of(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

double compute(std::vector<double>& values, Statistic statistic) { return statistic == Statistic::Mean ? mean_of(values) : median_of(values); }

// The statistic without each value in turn; `sorted` is ascending.
std::vector<double> leave_one_out(const std::vector<double>& sorted, Statistic statistic) {
    const std::size_t n = sorted.size(), rest = n - 1;
    const double sum = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    std::vector<double> out;
    for (std::size_t i = 0; i < n; ++i) {
        const auto at = [&](std::size_t k) { return sorted[k < i ? k : k + 1]; };
        if (statistic == Statistic::Mean) out.push_back((sum - sorted[i]) / static_cast<double>(rest));
        else out.push_back(rest % 2 == 1 ? at(rest / 2) : (at(rest / 2 - 1) + at(rest / 2)) / 2);
    }
    return out;
}

double acceleration(const std::vector<double>& left_out) {
    const double centre = mean_of(left_out);
    double squares = 0, cubes = 0;
    for (const double x : left_out) {
        squares += (centre - x) * (centre - x);
        cubes += (centre - x) * (centre - x) * (centre - x);
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

double quantile_of(const std::vector<double>& sorted, double p) {
    const double at = std::clamp(p, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

// Where BCa reads the draws instead of at p. Half of the draws equal to the value count as below it.
double corrected(double p, double bias, double acceleration) {
    const double z = bias + normal_quantile(p), rest = 1 - acceleration * z;
    return rest > 0 ? normal_lower(bias + z / rest) : p;
}

}  // namespace

Finding<Interval> bootstrap(std::span<const double> values, Statistic statistic, const BootstrapOptions& options) {
    std::vector<double> sorted;
    for (const double x : values)
        if (std::isfinite(x)) sorted.push_back(x);
    const std::size_t n = sorted.size();
    if (n < kMinValues) return withheld<Interval>(Reason::TooFewCounts, n);
    std::sort(sorted.begin(), sorted.end());
    if (sorted.front() == sorted.back()) return withheld<Interval>(Reason::NoVariation, n);

    std::vector<double> sample = sorted;
    const double value = compute(sample, statistic);
    if (!std::isfinite(std::accumulate(sorted.begin(), sorted.end(), 0.0))) return withheld<Interval>(Reason::TooLarge, n);
    const std::size_t wanted = static_cast<std::size_t>(std::clamp(options.draws, 100, 100'000));
    const std::size_t draws = std::clamp(kMaxWork / n, std::size_t{100}, wanted);
    Random random{options.seed};
    std::vector<double> drawn;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (auto& x : sample) x = sorted[std::min(static_cast<std::size_t>(random.uniform() * static_cast<double>(n)), n - 1)];
        drawn.push_back(compute(sample, statistic));
    }
    std::sort(drawn.begin(), drawn.end());
    const double tail = (1 - std::clamp(options.level, 0.01, 0.9999)) / 2;
    double low = tail, high = 1 - tail;
    if (options.kind == BootstrapKind::Bca) {
        const auto below = std::lower_bound(drawn.begin(), drawn.end(), value), above = std::upper_bound(below, drawn.end(), value);
        const double share = (static_cast<double>(below - drawn.begin()) + 0.5 * static_cast<double>(above - below)) / static_cast<double>(draws);
        const double bias = normal_quantile(std::clamp(share, 0.5 / static_cast<double>(draws), 1 - 0.5 / static_cast<double>(draws)));
        const double skew = acceleration(leave_one_out(sorted, statistic));
        low = corrected(tail, bias, skew);
        high = corrected(1 - tail, bias, skew);
    }
    return found(Interval{value, quantile_of(drawn, low), quantile_of(drawn, high)}, n);
}

}  // namespace problemator
