#include "core/stats/shrinkage.hpp"

#include <algorithm>

#include "core/stats/special.hpp"

namespace problemator {
namespace {
constexpr double kMinWorth = 2, kMaxWorth = 200;   // how many answers the prior may be worth
}

BetaPrior beta_from_moments(double mean, double variance) {
    const double alpha = ((1 - mean) / variance - 1 / mean) * mean * mean;
    return {alpha, alpha * (1 / mean - 1)};
}

std::optional<BetaPrior> fit_prior(const std::vector<Portion>& portions) {
    double total = 0, successes = 0, squares = 0;
    for (const auto& p : portions) {
        total += p.n;
        successes += p.successes;
        squares += p.n * p.n;
    }
    if (total <= 0) return std::nullopt;
    const double mean = std::clamp(successes / total, 1e-3, 1 - 1e-3);
    double between = 0, units = 0;
    for (const auto& p : portions) {
        if (p.n <= 0) continue;
        const double share = p.successes / p.n;
        between += p.n * (share - mean) * (share - mean);
        units += 1;
    }
    // E[Σ n (p − m)²] = (k − 1)·m(1 − m) + v·(N − Σn²/N), the first part being chance alone.
    const double spread = total - squares / total;
    const double variance = spread > 0 ? (between - (units - 1) * mean * (1 - mean)) / spread : 0;
    const double worth = variance > 0 ? mean * (1 - mean) / variance - 1 : kMaxWorth;
    const double kept = std::clamp(worth, kMinWorth, kMaxWorth);
    return BetaPrior{mean * kept, (1 - mean) * kept};
}

double shrunk_share(const Portion& portion, const BetaPrior& prior) {
    return (portion.successes + prior.alpha) / (portion.n + prior.alpha + prior.beta);
}

Interval shrunk_interval(const Portion& portion, const BetaPrior& prior, double level) {
    const double a = (portion.successes > 0 ? portion.successes : 0) + prior.alpha, b = (portion.n > portion.successes ? portion.n - portion.successes : 0) + prior.beta;
    const double tail = (1 - std::clamp(level, 0.01, 1 - 1e-9)) / 2;
    return {a / (a + b), beta_quantile(a, b, tail), beta_quantile(a, b, 1 - tail)};
}

}  // namespace problemator
