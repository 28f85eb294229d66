#include "core/stats/satisfaction.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/stats/random.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr int kLevels = 5;

bool is_answer(double x) { return x >= 1 && x <= kLevels; }   // false for NaN

// Standard deviation of the mean when the shares of the levels are drawn from Dirichlet(counts + prior).
double mean_error(const double (&counts)[kLevels], double prior) {
    double all = 0, mean = 0, square = 0;
    for (int level = 0; level < kLevels; ++level) {
        const double weight = counts[level] + std::max(prior, 1e-3);
        all += weight;
        mean += weight * (level + 1);
        square += weight * (level + 1) * (level + 1);
    }
    mean /= all;
    return std::sqrt(std::max(0.0, square / all - mean * mean) / (all + 1));
}

Interval normal_interval(double mean, double error) { return {mean, std::max(1.0, mean - kZ95 * error), std::min<double>(kLevels, mean + kZ95 * error)}; }

// Central 95 % of the mean when the shares of the levels are drawn from Dirichlet(counts + prior).
Interval mean_interval(double mean, const double (&counts)[kLevels], const SatisfactionOptions& options) {
    Random random{options.seed};
    std::vector<double> means;
    const int draws = std::clamp(options.draws, 100, 100'000);
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0, weighted = 0;
        for (int level = 0; level < kLevels; ++level) {
            const double weight = random.gamma(counts[level] + std::max(options.prior, 1e-3));
            sum += weight;
            weighted += weight * (level + 1);
        }
        means.push_back(sum > 0 ? weighted / sum : mean);
    }
    const auto place_of = [&](double p) { return means.begin() + static_cast<std::ptrdiff_t>(p * (draws - 1) + 0.5); };
    const auto low = place_of(0.025), high = place_of(0.975);   // two of the sorted draws: the others need no order
    std::nth_element(means.begin(), low, means.end());
    const double least = *low;   // what follows moves it
    std::nth_element(low, high, means.end());
    return {mean, std::min(least, mean), std::max(*high, mean)};
}

}  // namespace

Finding<Satisfaction> satisfaction(std::span<const double> answers, double asked, const SatisfactionOptions& options) {
    double counts[kLevels] = {}, n = 0, sum = 0, good = 0;
    for (const double x : answers) {
        if (!is_answer(x)) continue;
        counts[static_cast<int>(std::lround(x)) - 1] += 1;
        n += 1;
        sum += x;
        good += x >= 4 ? 1 : 0;
    }
    if (n < std::max(options.min_n, 1.0)) return withheld<Satisfaction>(Reason::TooFewCounts, static_cast<std::size_t>(n));
    Satisfaction out;
    out.error = mean_error(counts, options.prior);
    out.mean = options.draws > 0 ? mean_interval(sum / n, counts, options) : normal_interval(sum / n, out.error);
    out.good = wilson(good, n);
    out.response = wilson(n, asked > 0 ? std::max(asked, n) : 0);
    for (int level = 0; level < kLevels; ++level) out.shares[level] = counts[level] / n;
    return found(out, static_cast<std::size_t>(n));
}

std::vector<std::size_t> lowest_rated(std::span<const double> answers, std::size_t most, double at_most) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (is_answer(answers[i]) && answers[i] <= at_most) out.push_back(i);
    sort_stably(out, [&](std::size_t a, std::size_t b) { return answers[a] < answers[b]; });
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace problemator
