#include "core/stats/prior_mixture.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr int kWorths = 16, kMeans = 9;
constexpr double kReach = 3;   // standard errors of the mean to each side

bool is_usable(const Portion& p) { return p.n > 0 && std::isfinite(p.n) && p.successes >= 0 && p.successes <= p.n; }

double log_likelihood(std::span<const Portion> portions, const BetaPrior& prior) {
    const double a = log_gamma(prior.alpha), b = log_gamma(prior.beta), ab = log_gamma(prior.alpha + prior.beta);
    double sum = 0;
    for (const auto& p : portions)
        sum += log_gamma(p.successes + prior.alpha) - a + log_gamma(p.n - p.successes + prior.beta) - b - log_gamma(p.n + prior.alpha + prior.beta) + ab;
    return sum;
}

// Best estimate of the mean when the prior is worth `worth` answers, and its standard error.
struct Mean { double value = 0.5, error = 0.1; };
Mean mean_at(std::span<const Portion> portions, double worth) {
    double successes = 0, n = 0;
    for (const auto& p : portions) {
        const double weight = (worth + 1) / (worth + p.n);
        successes += weight * p.successes;
        n += weight * p.n;
    }
    const double mean = (successes + 0.5) / (n + 1);
    return {mean, std::sqrt(mean * (1 - mean) / (n + 1))};
}

// Size that is typical where it matters: the harmonic mean.
double typical_size(std::span<const Portion> portions) {
    double inverse = 0;
    for (const auto& p : portions) inverse += 1 / std::max(p.n, 1.0);
    return static_cast<double>(portions.size()) / inverse;
}

}  // namespace

std::optional<PriorMixture> fit_prior_mixture(std::span<const Portion> given) {
    std::vector<Portion> portions;
    for (const auto& p : given)
        if (is_usable(p)) portions.push_back(p);
    if (portions.empty()) return std::nullopt;
    const double size = typical_size(portions);
    PriorMixture mixture;
    double best = -HUGE_VAL;
    for (int i = 0; i < kWorths; ++i) {   // shrinkage worth / (worth + size) is uniform in 0…1
        const double shrinkage = (i + 0.5) / kWorths, worth = size * shrinkage / (1 - shrinkage);
        const Mean mean = mean_at(portions, worth);
        for (int j = 0; j < kMeans; ++j) {
            const double m = mean.value + mean.error * kReach * (2.0 * j / (kMeans - 1) - 1);
            if (m <= 0 || m >= 1) continue;
            const BetaPrior prior{std::max(m * worth, 1e-3), std::max((1 - m) * worth, 1e-3)};
            mixture.parts.push_back({prior, log_likelihood(portions, prior) + std::log(mean.error)});   // the points lie `error` apart
            best = std::max(best, mixture.parts.back().weight);
        }
    }
    double sum = 0;
    for (auto& part : mixture.parts) sum += part.weight = std::exp(part.weight - best);
    for (auto& part : mixture.parts) part.weight /= sum;
    std::erase_if(mixture.parts, [](const PriorMixture::Part& part) { return part.weight < 1e-9; });
    return mixture;
}

BetaPrior posterior_of(const Portion& portion, const PriorMixture& mixture) {
    const Portion seen = is_usable(portion) ? portion : Portion{};
    // Each part also says how likely this department is under it; that is in its weight already, since the department is one of the portions.
    double mean = 0, square = 0, sum = 0;
    for (const auto& part : mixture.parts) {
        const double a = seen.successes + part.prior.alpha, b = seen.n - seen.successes + part.prior.beta, m = a / (a + b);
        mean += part.weight * m;
        square += part.weight * (m * m + m * (1 - m) / (a + b + 1));
        sum += part.weight;
    }
    if (!(sum > 0)) return {};
    mean /= sum;
    const double variance = square / sum - mean * mean, most = mean * (1 - mean);
    return most > 0 && variance > 0 ? beta_from_moments(mean, std::min(variance, 0.999 * most)) : BetaPrior{};
}

Interval shrunk_interval(const Portion& portion, const PriorMixture& mixture, double level) {
    const BetaPrior posterior = posterior_of(portion, mixture);
    return shrunk_interval(Portion{}, posterior, level);
}

}  // namespace problemator
