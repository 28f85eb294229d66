#include "core/stats/ranks.hpp"

#include <algorithm>
#include <cmath>
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

using Places = std::vector<std::vector<std::uint32_t>>;   // [unit][place − 1]: draws

// Equal scores keep the order of the units.
void count_places(Places& times, const std::vector<double>& scores, std::vector<std::size_t>& order) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b] || (scores[a] == scores[b] && a < b); });
    for (std::size_t place = 0; place < order.size(); ++place) ++times[order[place]][place];
}

Places draw_places(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed) {
    Random random{seed};
    const std::size_t n = units.size();
    Places times(n, std::vector<std::uint32_t>(n));
    std::vector<double> scores(n);
    std::vector<std::size_t> order(n);
    for (int draw = 0; draw < draws; ++draw) {
        for (std::size_t i = 0; i < n; ++i) scores[i] = draw_score(units[i], random);
        count_places(times, scores, order);
    }
    return times;
}

std::vector<RankChance> chances_of(const Places& times, std::size_t draws) {
    std::vector<RankChance> out;
    const std::size_t third = times.size() / 3;
    const double all = static_cast<double>(std::max<std::size_t>(draws, 1));
    for (const auto& places : times) {
        RankChance chance{0, 0, 0, central(places, 0.025 * static_cast<double>(draws))};
        for (std::size_t place = 0; place < places.size(); ++place) {
            const double share = places[place] / all;
            chance.mean_place += share * static_cast<double>(place + 1);
            if (place < third) chance.top_third += share;
            if (place + third >= places.size()) chance.bottom_third += share;
        }
        out.push_back(chance);
    }
    return out;
}

}  // namespace

std::vector<RankRange> rank_ranges(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed) {
    std::vector<RankRange> ranges;
    for (const auto& times : draw_places(units, draws, seed)) ranges.push_back(central(times, 0.025 * draws));
    return ranges;
}

std::vector<RankChance> rank_chances(std::span<const std::vector<double>> draws) {
    const std::size_t n = draws.size();
    std::size_t length = n == 0 ? 0 : draws[0].size();
    for (const auto& unit : draws) length = std::min(length, unit.size());
    Places times(n, std::vector<std::uint32_t>(n));
    std::vector<double> scores(n);
    std::vector<std::size_t> order(n);
    for (std::size_t draw = 0; draw < length; ++draw) {
        for (std::size_t i = 0; i < n; ++i) scores[i] = std::isnan(draws[i][draw]) ? 0 : draws[i][draw];
        count_places(times, scores, order);
    }
    return chances_of(times, length);
}

std::vector<RankChance> rank_chances(const std::vector<ScorePosterior>& units, int draws, std::uint64_t seed) {
    return chances_of(draw_places(units, draws, seed), static_cast<std::size_t>(std::max(draws, 0)));
}

RatingGroup rating_group(const Interval& interval, double reference, double n, Best best, const GroupRule& rule) {
    if (!(n >= rule.min_figure)) return RatingGroup::None;
    if (n < rule.min_colour) return RatingGroup::Few;
    if (interval.low > reference) return best == Best::High ? RatingGroup::Better : RatingGroup::Worse;
    if (interval.high < reference) return best == Best::High ? RatingGroup::Worse : RatingGroup::Better;
    return RatingGroup::Within;
}

}  // namespace problemator
