#include "core/model/rating_units.hpp"

#include <algorithm>
#include <map>

#include "core/model/names.hpp"
#include "core/stats/kaplan_meier.hpp"

namespace problemator {
namespace {

constexpr std::uint64_t kSeed = 1844;   // of the decree; any fixed number gives every reader the same intervals
constexpr int kDraws = 2000, kMaxWork = 100'000;   // units × draws

using Units = std::map<Code, RatingUnit>;

Grouped by_department(const Scope& scope, Basis basis, const Period& period) {
    Filter filter = scope.filter;
    filter.basis = basis;
    filter.period = period;
    return group(scope.table, filter, Axis::Department);
}

void add(Units& units, const Grouped& grouped, Tally RatingUnit::* part) {
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        const auto code = static_cast<Code>(grouped.keys[i]);
        if (code == kNotGiven) continue;
        units[code].code = code;
        units[code].*part = grouped.tallies[i];
    }
}

void add_medians(std::vector<RatingUnit>& units, const Scope& scope, const Period& period) {
    const Table& table = scope.table;
    std::vector<std::size_t> unit_of(table.dictionary(Dimension::Department).size(), SIZE_MAX);
    for (std::size_t i = 0; i < units.size(); ++i) unit_of[units[i].code] = i;
    std::vector<std::vector<Duration>> durations(units.size());
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = period;
    for (const auto row : matching_rows(table, filter)) {
        const auto unit = unit_of[table.column(Dimension::Department)[row]];
        if (unit == SIZE_MAX) continue;
        if (has(table.marks[row], Mark::Closed)) durations[unit].push_back({table.closed[row] - table.received[row], true});
        else if (has(table.marks[row], Mark::Open)) durations[unit].push_back({table.as_of - table.received[row], false});
    }
    for (std::size_t i = 0; i < units.size(); ++i) units[i].median = median_minutes(std::move(durations[i]));
}

// The three parts with their weights; ratings that are too few pass their weight on to the other two.
ScorePosterior score_parts(const RatingUnit& unit, const BetaPrior& prior, int min_ratings) {
    const double decided = unit.decided.decided, in_time = unit.decided.in_time, n = unit.received.n, repeats = unit.received.repeats;
    ScorePosterior parts;
    parts.push_back({prior.alpha + in_time, prior.beta + decided - in_time, kWeightInTime});
    parts.push_back({n - repeats + 0.5, repeats + 0.5, kWeightComplete});
    const double rated = unit.closed.rated;
    if (static_cast<int>(unit.closed.rated) >= min_ratings) {
        const double mean = (unit.closed.rating_sum / rated - 1) / 4;   // 1…5 → 0…1
        parts.push_back({mean * rated + 0.5, (1 - mean) * rated + 0.5, kWeightSatisfied});
    }
    double weights = 0;
    for (const auto& part : parts) weights += part.weight;
    for (auto& part : parts) part.weight /= weights;
    return parts;
}

double mean_score(const ScorePosterior& parts) {
    double score = 0;
    for (const auto& part : parts) score += part.weight * part.alpha / (part.alpha + part.beta);
    return 100 * score;
}

void rank(std::vector<RatingUnit>& units, const BetaPrior& prior, int min_ratings) {
    std::vector<ScorePosterior> posteriors;
    int place = 0;
    for (auto& unit : units) {
        if (!unit.is_ranked) break;
        unit.place = ++place;
        posteriors.push_back(score_parts(unit, prior, min_ratings));
    }
    if (posteriors.empty()) return;
    const int draws = std::clamp(kMaxWork / place, 200, kDraws);
    const auto ranges = rank_ranges(posteriors, draws, kSeed);
    for (std::size_t i = 0; i < ranges.size(); ++i)   // the place itself is always among the places
        units[i].range = {std::min(ranges[i].low, units[i].place), std::max(ranges[i].high, units[i].place)};
}

}  // namespace

RatingUnits rate_units(const Scope& scope, const Period& period) {
    const auto& profile = scope.world.profile;
    Units found;
    const auto decided = by_department(scope, Basis::Decided, period);
    add(found, decided, &RatingUnit::decided);
    add(found, by_department(scope, Basis::Received, period), &RatingUnit::received);
    add(found, by_department(scope, Basis::Closed, period), &RatingUnit::closed);

    RatingUnits out;
    for (const auto& tally : decided.tallies) out.municipality += tally;
    for (auto& [code, unit] : found) out.units.push_back(unit);
    std::stable_sort(out.units.begin(), out.units.end(), [](const RatingUnit& a, const RatingUnit& b) { return a.decided.decided > b.decided.decided; });
    if (out.units.size() > kMaxUnits) out.units.resize(kMaxUnits);
    add_medians(out.units, scope, period);

    std::vector<Portion> portions;
    for (const auto& unit : out.units) portions.push_back({static_cast<double>(unit.decided.in_time), static_cast<double>(unit.decided.decided)});
    const auto prior = fit_prior(portions);
    for (auto& unit : out.units) {
        if (!prior || unit.decided.decided == 0) continue;
        unit.score = mean_score(score_parts(unit, *prior, profile.min_ratings));
        unit.is_ranked = static_cast<int>(unit.decided.decided) >= profile.min_count_for_rank;
    }
    std::stable_sort(out.units.begin(), out.units.end(), [&](const RatingUnit& a, const RatingUnit& b) {
        if (a.is_ranked != b.is_ranked) return a.is_ranked;
        if (a.is_ranked && *a.score != *b.score) return *a.score > *b.score;
        return name_of(scope.world, Dimension::Department, a.code, scope.lang) < name_of(scope.world, Dimension::Department, b.code, scope.lang);
    });
    if (prior) rank(out.units, *prior, profile.min_ratings);
    return out;
}

}  // namespace problemator
