#include "core/stats/funnel.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/stats/special.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr double kZ998 = 3.090232306167813, kTail95 = 0.025, kTail998 = 0.001;
constexpr double kHalfPi = 1.57079632679489661923;

double cut(double share) { return share > 0 ? std::min(share, 1.0) : 0; }   // also what is no number
double least_one(double n) { return n > 1 && std::isfinite(n) ? n : 1; }

// P(X ≤ k) for Binomial(n, p).
double binomial_upto(double k, double n, double p) {
    if (k < 0) return 0;
    if (k >= n) return 1;
    return 1 - beta_lower(k + 1, n - k, p);
}

// Smallest count with P(X ≤ r) > tail, moved back by how much it goes beyond.
double binomial_quantile(double tail, double n, double p) {
    double low = -1, high = n;
    while (high - low > 1) {
        const double middle = std::floor((low + high) / 2);
        (binomial_upto(middle, n, p) > tail ? high : low) = middle;
    }
    const double upto = binomial_upto(high, n, p), before = binomial_upto(high - 1, n, p);
    return high - (upto > before ? (upto - tail) / (upto - before) : 0);
}

double error_of(double s, const Overdispersion& over, Spread spread) {
    switch (spread) {
        case Spread::Chance: return s;
        case Spread::Multiplied: return s * std::sqrt(std::max(1.0, over.phi));
        case Spread::Added: return std::sqrt(s * s + std::max(0.0, over.tau2));
    }
    return s;
}

double quantile_of(const std::vector<double>& sorted, double p) {   // linear between neighbours
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

FunnelLimit funnel_limit(double target, double n) {
    const double deviation = std::sqrt(std::max(0.0, target * (1 - target)) / std::max(n, 1.0));
    return {n, cut(target - kZ95 * deviation), cut(target + kZ95 * deviation), cut(target - kZ998 * deviation), cut(target + kZ998 * deviation)};
}

FunnelLimit binomial_funnel(double target, double n) {
    const double p = cut(target), size = std::min(std::round(least_one(n)), 1e6);
    if (p >= 1) return {n, 1, 1, 1, 1};
    const auto limit = [&](double tail) { return cut(binomial_quantile(tail, size, p) / size); };
    return {n, limit(kTail95), limit(1 - kTail95), limit(kTail998), limit(1 - kTail998)};
}

FunnelLimit poisson_funnel(double expected) {
    if (!(expected > 0) || !std::isfinite(expected)) return {expected > 0 ? 1e15 : 0, 0, 0, 0, 0};
    const auto low = [&](double tail) { return gamma_quantile(expected, tail) / expected; };
    const auto high = [&](double tail) { return gamma_quantile(expected + 1, 1 - tail) / expected; };
    return {expected, low(kTail95), high(kTail95), low(kTail998), high(kTail998)};
}

FunnelDistance share_point(double successes, double n, double target) {
    const double size = least_one(n), s = 1 / (2 * std::sqrt(size));
    return {(std::asin(std::sqrt(cut(successes / size))) - std::asin(std::sqrt(cut(target)))) / s, s};
}

FunnelDistance ratio_point(double observed, double expected) {
    if (!(expected > 0) || !std::isfinite(expected) || !std::isfinite(observed)) return {};
    return {2 * (std::sqrt(std::max(observed, 0.0)) - std::sqrt(expected)), 1 / (2 * std::sqrt(expected))};
}

Finding<Overdispersion> overdispersion(std::span<const FunnelDistance> points, double winsorised) {
    std::vector<double> sorted;
    for (const auto& point : points)
        if (point.s > 0 && std::isfinite(point.s) && std::isfinite(point.z)) sorted.push_back(point.z);
    const std::size_t n = sorted.size();
    if (n < 4) return withheld<Overdispersion>(Reason::TooFewCounts, n);
    std::sort(sorted.begin(), sorted.end());
    const double share = std::clamp(winsorised, 0.0, 0.49), low = quantile_of(sorted, share), high = quantile_of(sorted, 1 - share), k = static_cast<double>(n);
    double squares = 0, weights = 0, squared_weights = 0;
    for (const double z : sorted) squares += std::clamp(z, low, high) * std::clamp(z, low, high);
    for (const auto& point : points) {
        if (!(point.s > 0) || !std::isfinite(point.s) || !std::isfinite(point.z)) continue;
        const double w = 1 / (point.s * point.s);
        weights += w;
        squared_weights += w * w;
    }
    const double room = weights - squared_weights / weights;
    return found(Overdispersion{squares / k, room > 0 ? std::max(0.0, (squares - (k - 1)) / room) : 0}, n);
}

FunnelLimit share_funnel(double target, double n, const Overdispersion& over, Spread spread) {
    const double size = least_one(n), centre = std::asin(std::sqrt(cut(target))), error = error_of(1 / (2 * std::sqrt(size)), over, spread);
    const auto back = [&](double z) {
        const double sine = std::sin(std::clamp(centre + z * error, 0.0, kHalfPi));
        return sine * sine;
    };
    return {n, back(-kZ95), back(kZ95), back(-kZ998), back(kZ998)};
}

FunnelLimit ratio_funnel(double expected, const Overdispersion& over, Spread spread) {
    if (!(expected > 0)) return {0, 0, 0, 0, 0};
    const double error = error_of(1 / (2 * std::sqrt(expected)), over, spread);
    const auto back = [&](double z) {
        const double root = std::max(0.0, 1 + z * error);
        return root * root;
    };
    return {expected, back(-kZ95), back(kZ95), back(-kZ998), back(kZ998)};
}

}  // namespace problemator
