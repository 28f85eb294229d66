#include "core/stats/ranks.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace problemator {
namespace {

double draw_score(const ScorePosterior& unit, Random& random) {
    double score = 0;
    for (const auto& part : unit) score += part.weight * random.beta(part.alpha, part.beta);
    return score;
}

// Smallest place such that at most `outside` draws are better, and the mirror of it.
RankRange central(const std::vector<std::uint32_t>& times_at_place, double outside) {
    const auto places = static_cast<int>(times_at_place.size());
    RankRange range{1, places};
    double before = 0, after = 0;
    while (range.low < places && before + times_at_place[static_cast<std::size_t>(range.low - 1)] <= outside) before += times_at_place[static_cast<std::size_t>(range.low++ - 1)];
    while (range.high > range.low && after + times_at_place[static_cast<std::size_t>(range.high - 1)] <= outside) after += times_at_place[static_cast<std::size_t>(range.high-- - 1)];
    return range;
}

}  // namespace

std::vector<RankRange> rank_ranges(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed) {
    Random random{seed};
    const std::size_t n = units.size();
    std::vector<std::vector<std::uint32_t>> times(n, std::vector<std::uint32_t>(n));
    std::vector<double> scores(n);
    std::vector<std::size_t> order(n);
    for (int draw = 0; draw < draws; ++draw) {
        for (std::size_t i = 0; i < n; ++i) scores[i] = draw_score(units[i], random);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b] || (scores[a] == scores[b] && a < b); });
        for (std::size_t place = 0; place < n; ++place) ++times[order[place]][place];
    }
    std::vector<RankRange> ranges;
    for (const auto& t : times) ranges.push_back(central(t, 0.025 * draws));
    return ranges;
}

}  // namespace problemator
