#include "core/stats/getis_ord.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/stats/multiple_testing.hpp"
#include "core/stats/random.hpp"
#include "core/stats/special.hpp"

namespace problemator {
namespace {

constexpr double kSame = 1e-12;   // sums of the same values in another order are equal

// z does not change with unit and origin, so values are scaled to ±1 and taken about their mean: no overflow, no lost digits.
struct Centred { std::vector<double> d; double scale = 0, mean = 0, squares = 0; };

Centred centre(std::span<const double> values) {
    Centred c{{values.begin(), values.end()}};
    for (const double v : values) c.scale = std::max(c.scale, std::abs(v));
    if (c.scale == 0) return c;
    for (double& v : c.d) v /= c.scale;
    c.mean = std::accumulate(c.d.begin(), c.d.end(), 0.0) / static_cast<double>(c.d.size());
    for (double& v : c.d) v -= c.mean;
    for (const double v : c.d) c.squares += v * v;
    return c;
}

double sum_around(const Centred& c, const SpatialWeights& w, std::size_t i) {
    double sum = 0;
    const auto near = w.of(i);
    const auto weight = w.weights_of(i);
    for (std::size_t k = 0; k < near.size(); ++k) sum += weight[k] * c.d[near[k]];
    return sum;
}

Finding<LocalG> analytic(const Centred& c, const SpatialWeights& w, std::size_t i) {
    const auto weight = w.weights_of(i);
    const bool is_star = w.self == Self::With;
    const double own = is_star ? 0 : c.d[i];
    const double n = static_cast<double>(c.d.size()) - (is_star ? 0 : 1);
    const double mean = -own / n, variance = (c.squares - own * own) / n - mean * mean;   // of those that can stand around it
    double total = 0, squares = 0;
    for (const double x : weight) {
        total += x;
        squares += x * x;
    }
    if (weight.size() <= (is_star ? 1u : 0u)) return withheld<LocalG>(Reason::NoNeighbours);
    const double spread = (n * squares - total * total) / (n - 1);
    if (variance <= 1e-24 || spread <= 1e-12) return withheld<LocalG>(Reason::NoVariation, weight.size());
    LocalG g;
    const double around = sum_around(c, w, i);
    g.z = (around - total * mean) / std::sqrt(variance * spread);
    g.around = (around + total * c.mean) * c.scale;
    g.expected = total * (mean + c.mean) * c.scale;
    g.p_hot = normal_lower(-g.z);
    g.p_cold = normal_lower(g.z);
    return std::isfinite(g.around) && std::isfinite(g.z) ? found(g, weight.size()) : withheld<LocalG>(Reason::TooLarge, weight.size());
}

// The first `drawn` places of a random order of n − 1 others, by swaps of one kept array.
void deal(std::vector<std::uint32_t>& order, std::size_t drawn, Random& random) {
    for (std::size_t k = 0; k < drawn; ++k) {
        const std::size_t other = k + static_cast<std::size_t>(random.uniform() * static_cast<double>(order.size() - k));
        std::swap(order[k], order[other]);
    }
}

struct Tally { std::uint32_t high = 0, low = 0; };

// One deal for one place: number j of the others is place j, or j + 1 from the place's own number on.
double dealt_sum(const Centred& c, const SpatialWeights& w, std::size_t i, const std::vector<std::uint32_t>& order) {
    const auto near = w.of(i);
    const auto weight = w.weights_of(i);
    double sum = 0;
    std::size_t used = 0;
    for (std::size_t k = 0; k < near.size(); ++k) {
        if (near[k] == i) {
            sum += weight[k] * c.d[i];
            continue;
        }
        const std::size_t other = order[used++];
        sum += weight[k] * c.d[other < i ? other : other + 1];
    }
    return sum;
}

void permute(std::vector<Finding<LocalG>>& all, const Centred& c, const SpatialWeights& w, const LocalGOptions& options) {
    std::size_t widest = 0;
    for (std::size_t i = 0; i < all.size(); ++i) widest = std::max(widest, w.of(i).size());
    std::vector<std::uint32_t> order(all.size() - 1);
    std::iota(order.begin(), order.end(), 0u);
    std::vector<Tally> tallies(all.size());
    std::vector<double> sums(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) sums[i] = sum_around(c, w, i);
    Random random{options.seed};
    for (std::size_t round = 0; round < options.permutations; ++round) {
        deal(order, std::min(widest, order.size()), random);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i]) continue;
            const double sum = dealt_sum(c, w, i, order);
            tallies[i].high += sum >= sums[i] - kSame ? 1u : 0u;
            tallies[i].low += sum <= sums[i] + kSame ? 1u : 0u;
        }
    }
    const double rounds = static_cast<double>(options.permutations) + 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i]) continue;
        all[i].value->p_hot = (1 + tallies[i].high) / rounds;
        all[i].value->p_cold = (1 + tallies[i].low) / rounds;
    }
}

void add_q(std::vector<Finding<LocalG>>& all) {
    std::vector<double> p;
    for (auto& g : all)
        if (g) p.push_back(g.value->p = std::min(1.0, 2 * std::min(g.value->p_hot, g.value->p_cold)));
    const std::vector<double> q = benjamini_hochberg(p);
    std::size_t next = 0;
    for (auto& g : all)
        if (g) g.value->q = q[next++];
}

}  // namespace

std::vector<Finding<LocalG>> local_g(std::span<const double> values, const SpatialWeights& weights, const LocalGOptions& options) {
    std::vector<Finding<LocalG>> all(weights.places());
    if (values.size() != weights.places() || values.size() < 3) {
        for (auto& g : all) g = withheld<LocalG>(Reason::TooFewCounts);
        return all;
    }
    const Centred c = centre(values);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = analytic(c, weights, i);
    if (options.permutations > 0) permute(all, c, weights, options);
    add_q(all);
    return all;
}

}  // namespace problemator
