#include "core/stats/aalen_johansen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

// Sums over the times so far that give the variance of F(t) at any later t in one step:
// Σ (F(t) − F_j)²·a_j + Σ b_j − 2 Σ (F(t) − F_j)·c_j,  a = d/(n(n − d)),  b = S²·d_k(n − d_k)/n³,  c = S·d_k/n².
struct Curve {
    double share = 0, a = 0, af = 0, aff = 0, b = 0, c = 0, cf = 0;

    void add(double before, double n, double all, double own) {
        share += before * own / n;
        const double weight = all < n ? all / (n * (n - all)) : 0, link = before * own / (n * n);
        a += weight, af += weight * share, aff += weight * share * share;
        b += before * before * own * (n - own) / (n * n * n);
        c += link, cf += link * share;
    }
    double variance() const { return std::max(0.0, share * share * a - 2 * share * af + aff + b - 2 * (share * c - cf)); }
};

IncidenceStep step_at(std::int32_t minutes, const Curve& curve) {
    IncidenceStep step{minutes, std::min(curve.share, 1.0), std::sqrt(curve.variance()), 0, 0};
    step.low = step.high = step.share;
    if (step.share <= 0 || step.share >= 1) return step;
    const double spread = kZ95 * step.error / (step.share * std::log(step.share));
    const double x = std::pow(step.share, std::exp(spread)), y = std::pow(step.share, std::exp(-spread));
    step.low = std::min(x, y);
    step.high = std::max(x, y);
    return step;
}

}  // namespace

std::vector<Incidence> aalen_johansen(std::span<const Ending> endings) {
    std::vector<Ending> all;
    std::vector<std::int32_t> late;
    for (const auto& e : endings) {
        if (e.entered > 0 && e.entered >= e.minutes) continue;
        all.push_back(e);
        if (e.entered > 0) late.push_back(e.entered);
    }
    std::sort(all.begin(), all.end(), [](const Ending& a, const Ending& b) { return a.minutes < b.minutes; });
    std::sort(late.begin(), late.end());
    std::array<std::size_t, 256> times{};
    for (const auto& e : all) ++times[e.ending];
    std::vector<Incidence> out;
    std::vector<Curve> curves;
    for (std::size_t kind = 1; kind < times.size(); ++kind) {
        if (times[kind] == 0) continue;
        out.push_back({static_cast<std::uint8_t>(kind), times[kind], {}});
        curves.emplace_back();
    }
    double open = 1;
    std::size_t entered = 0;
    for (std::size_t i = 0; i < all.size();) {
        const auto minutes = all[i].minutes;
        while (entered < late.size() && late[entered] < minutes) ++entered;
        const auto n = static_cast<double>(all.size() - i - (late.size() - entered));
        std::array<double, 256> ended{};
        double sum = 0;
        for (; i < all.size() && all[i].minutes == minutes; ++i) {
            if (all[i].ending == 0) continue;
            ended[all[i].ending] += 1;
            sum += 1;
        }
        if (sum == 0) continue;
        for (std::size_t k = 0; k < out.size(); ++k) {
            const double own = ended[out[k].ending];
            curves[k].add(open, n, sum, own);
            if (own > 0) out[k].steps.push_back(step_at(minutes, curves[k]));
        }
        open *= 1 - sum / n;
    }
    return out;
}

}  // namespace problemator
