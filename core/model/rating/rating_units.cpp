#include "core/model/rating/rating_units.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <utility>

#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr std::uint64_t kSeed = 1844;   // of the decree; any fixed number gives every reader the same intervals
constexpr int kDraws = 2000, kPlaceDraws = 200, kMaxWork = 100'000;   // units × draws; a range of places of the past needs fewer

int draws_for(std::size_t units, UnitDetail detail) { return detail == UnitDetail::Places ? kPlaceDraws : std::clamp(kMaxWork / std::max(static_cast<int>(units), 1), 200, kDraws); }

/// Stable. Numbers are sorted, not the units: those are large.
template <class Less>
void order_by(std::vector<RatingUnit>& units, Less less) {
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    sort_stably(order, [&](std::size_t a, std::size_t b) { return less(units[a], units[b]); });
    std::vector<RatingUnit> sorted;
    sorted.reserve(units.size());
    for (const std::size_t i : order) sorted.push_back(std::move(units[i]));
    units = std::move(sorted);
}

using Units = std::map<Code, RatingUnit>;

Filter filter_on(const Scope& scope, Basis basis, const Period& period) {
    Filter filter = scope.filter;
    filter.basis = basis;
    filter.period = period;
    return filter;
}

/// The same rows, found sooner. Places of the past are asked for a dozen times: their answers are looked for among those of one year.
Filter sooner_on(const Scope& scope, Basis basis, const Period& period, UnitDetail detail) {
    constexpr Week kYear = 60;
    Filter filter = filter_on(scope, basis, period), year = filter;
    year.period = {first_minute_of_week(scope.week - kYear), first_minute_of_week(scope.week + 1)};
    const bool is_within = period.from >= year.period.from && period.until <= year.period.until;
    if (detail != UnitDetail::Places || basis == Basis::Received || !scope.world.remembered || !is_within) return narrowed(scope, std::move(filter));
    Filter out;
    out.basis = basis;
    out.period = period;
    out.only = rows_of(scope, year);
    return out;
}

void add(Units& units, const Grouped& grouped, Tally RatingUnit::* part) {
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        const auto code = static_cast<Code>(grouped.keys[i]);
        if (code == kNotGiven) continue;
        units[code].code = code;
        units[code].*part = grouped.tallies[i];
    }
}

void add_times(std::vector<RatingUnit>& units, const Scope& scope, const Period& period) {
    const UnitTimes times = unit_times(scope, period);
    std::map<std::uint32_t, std::vector<Duration>> of_unit;
    for (std::size_t i = 0; i < times.durations.size(); ++i) of_unit[times.unit[i]].push_back(times.durations[i]);
    for (RatingUnit& unit : units) {
        const auto curve = kaplan_meier(std::move(of_unit[unit.code]));
        unit.median = time_quantile(curve, 0.5);
        unit.slowest = time_quantile(curve, 0.9);
    }
}

double weeks_of(const Scope& scope, const Period& period) {
    const Minute from = std::max(period.from, scope.table.rows() > 0 ? scope.table.received.front() : period.from), until = std::min(period.until, scope.table.as_of);
    return std::max(1.0, (static_cast<double>(until) - static_cast<double>(from)) / kMinutesPerWeek);   // an empty table may have no moment at all
}

std::vector<AspectKnown> known_of(const RatingUnit& unit, const std::optional<PriorMixture>& prior, double weeks) {
    const double decided = unit.decided.decided, in_time = unit.decided.in_time, n = unit.received.n, repeats = unit.received.repeats;
    std::vector<AspectKnown> known;
    known.push_back({Aspect::Quantity, RateKnown{n + 0.5, weeks}, n});
    if (prior && decided > 0) {
        const BetaPrior share = posterior_of({in_time, decided}, *prior);
        known.push_back({Aspect::Terms, ShareKnown{share.alpha, share.beta}, decided});
    }
    known.push_back({Aspect::Completeness, ShareKnown{n - repeats + 0.5, repeats + 0.5}, n});
    if (const auto& answers = unit.satisfaction) known.push_back({Aspect::Satisfaction, MeanKnown{answers->mean.value, answers->error}, static_cast<double>(answers.n)});
    return known;
}

UnitScoring scoring_of(const RatingUnits& rated, const Scope& scope, const Period& period) {
    std::vector<Portion> portions;
    double most = 1;
    const double weeks = weeks_of(scope, period);
    for (const RatingUnit& unit : rated.units) {
        portions.push_back({static_cast<double>(unit.decided.in_time), static_cast<double>(unit.decided.decided)});
        most = std::max(most, unit.received.n / weeks);
    }
    return {score_rules(scope.world.profile, most), fit_prior_mixture(portions), weeks};
}

}  // namespace

std::vector<AspectRule> score_rules(const Profile& profile, double most) {
    const RatingWeights& weights = profile.rating_weights;
    return {{Aspect::Quantity, static_cast<double>(weights.quantity), 0, std::max(most, 1e-9), 1},
            {Aspect::Terms, static_cast<double>(weights.terms), 0, 1, 1},
            {Aspect::Completeness, static_cast<double>(weights.completeness), 0, 1, 1},
            {Aspect::Satisfaction, static_cast<double>(weights.satisfaction), 1, 5, static_cast<double>(profile.min_ratings)}};
}

UnitAnswers unit_answers(const Scope& scope, const Period& period, UnitDetail detail) {
    const Table& table = scope.table;
    const Dimension rated = rated_dimension(scope.state);
    Filter filter = sooner_on(scope, Basis::Closed, period, detail);
    filter.only = std::make_shared<const std::vector<std::uint32_t>>(matching_rows(table, filter));   // looked for once, counted twice
    UnitAnswers out{.closed = group(table, filter, static_cast<Axis>(rated)), .satisfaction = {}};
    filter.with |= bit(Mark::Rated);
    std::map<Code, std::vector<double>> ratings;
    for (const auto row : matching_rows(table, filter)) ratings[table.column(rated)[row]].push_back(table.rating[row]);
    const auto is_unit = [](auto key) { return static_cast<Code>(key) != kNotGiven; };
    const auto units = static_cast<std::size_t>(std::count_if(out.closed.keys.begin(), out.closed.keys.end(), is_unit));
    SatisfactionOptions options;
    options.draws = detail == UnitDetail::Places ? 0 : draws_for(std::min(units, kMaxUnits), detail);   // places ask for the error alone
    options.min_n = kLeastShown.min_figure;
    for (std::size_t i = 0; i < out.closed.keys.size(); ++i) {
        const auto rated_by = ratings.find(static_cast<Code>(out.closed.keys[i]));
        if (is_unit(out.closed.keys[i]) && rated_by != ratings.end()) out.satisfaction.emplace(rated_by->first, satisfaction(rated_by->second, out.closed.tallies[i].n, options));
    }
    return out;
}

UnitTimes unit_times(const Scope& scope, const Period& period) {
    const Table& table = scope.table;
    UnitTimes times;
    for (const auto row : passing_rows(scope, filter_on(scope, Basis::Received, period))) {
        const bool is_closed = has(table.marks[row], Mark::Closed);
        if (!is_closed && !has(table.marks[row], Mark::Open)) continue;   // ended, nobody knows when
        times.durations.push_back({(is_closed ? table.closed[row] : table.as_of) - table.received[row], is_closed});
        times.unit.push_back(table.column(rated_dimension(scope.state))[row]);
        times.rows.push_back(row);
    }
    return times;
}

UnitSpeeds unit_speeds(const Scope& scope, const Period& period, const RatingUnits& rated) {
    UnitTimes times = unit_times(scope, period);
    UnitSpeeds out;
    if (rated.units.size() * times.durations.size() > kLogRankWork) {
        for (const RatingUnit& unit : rated.units) out.emplace(unit.code, withheld<AgainstRest>(Reason::TooLarge, times.durations.size()));
        return out;
    }
    std::set<std::uint32_t> codes;
    for (const RatingUnit& unit : rated.units) codes.insert(unit.code);
    for (std::uint32_t& code : times.unit)
        if (!codes.contains(code)) code = kNotGiven;   // the others are compared with nobody
    return log_rank_each(times.durations, times.unit);
}

bool RatingUnits::is_told(const RatingUnit& unit) const {
    return unit.is_ranked && unit.chance.range.high - unit.chance.range.low < std::max(1, (ranked() + 2) / 3);
}

int RatingUnits::ranked() const { return static_cast<int>(std::count_if(units.begin(), units.end(), [](const RatingUnit& unit) { return unit.is_ranked; })); }

int RatingUnits::score_digits() const {
    for (std::size_t i = 1; i < units.size() && units[i].is_ranked; ++i)
        if (units[i].place != units[i - 1].place && std::lround(units[i].score->total.value) == std::lround(units[i - 1].score->total.value)) return 1;
    return 0;
}

RatingUnits count_units(const Scope& scope, const Period& period, UnitDetail detail) {
    Units found;
    const Dimension rated = rated_dimension(scope.state);
    const auto by_unit = [&](Basis basis) { return group(scope.table, sooner_on(scope, basis, period, detail), static_cast<Axis>(rated)); };
    const auto decided = by_unit(Basis::Decided);
    add(found, decided, &RatingUnit::decided);
    add(found, by_unit(Basis::Received), &RatingUnit::received);
    const auto answers = unit_answers_of(scope, period, detail);
    add(found, answers->closed, &RatingUnit::closed);

    RatingUnits out;
    for (const auto& tally : decided.tallies) out.municipality += tally;
    for (auto& [code, unit] : found) out.units.push_back(unit);
    order_by(out.units, [](const RatingUnit& a, const RatingUnit& b) { return a.decided.decided > b.decided.decided; });
    if (out.units.size() > kMaxUnits) out.units.resize(kMaxUnits);
    if (detail != UnitDetail::Places) add_times(out.units, scope, period);
    for (RatingUnit& unit : out.units) {
        const auto known = answers->satisfaction.find(unit.code);
        unit.satisfaction = known != answers->satisfaction.end() ? known->second : withheld<Satisfaction>(Reason::TooFewCounts, 0);
    }
    out.scoring = scoring_of(out, scope, period);
    return out;
}

void score_units(RatingUnits& rated, const Scope& scope, UnitDetail detail) {
    ScoreOptions options;
    options.draws = draws_for(rated.units.size(), detail);
    for (auto& unit : rated.units) {
        if (unit.decided.decided == 0) continue;
        options.seed = kSeed + unit.code;   // departments are drawn apart from each other
        unit.score = score(rated.scoring.rules, known_of(unit, rated.scoring.prior, rated.scoring.weeks), options);
        unit.is_ranked = unit.score && static_cast<int>(unit.decided.decided) >= scope.world.profile.min_count_for_rank;
        if (unit.score && !unit.is_ranked) unit.score.value->draws = {};   // for places alone
    }
    const Dimension d = rated_dimension(scope.state);
    order_by(rated.units, [&](const RatingUnit& a, const RatingUnit& b) {
        if (a.is_ranked != b.is_ranked) return a.is_ranked;
        if (a.is_ranked && a.score->total.value != b.score->total.value) return a.score->total.value > b.score->total.value;
        return name_of(scope.world, d, a.code, scope.lang) < name_of(scope.world, d, b.code, scope.lang);
    });
}

void rank_units(RatingUnits& rated) {
    std::vector<std::vector<double>> draws;
    for (auto& unit : rated.units) {
        if (!unit.is_ranked) break;
        const RatingUnit* above = draws.empty() ? nullptr : &unit - 1;
        unit.place = above && above->score->total.value == unit.score->total.value ? above->place : static_cast<int>(draws.size()) + 1;
        draws.push_back(std::exchange(unit.score.value->draws, {}));
    }
    const auto chances = rank_chances(draws);
    for (std::size_t i = 0; i < chances.size(); ++i) {
        RatingUnit& unit = rated.units[i];
        unit.chance = chances[i];
        unit.chance.range = {std::min(chances[i].range.low, unit.place), std::max(chances[i].range.high, unit.place)};   // the place itself is always among the places
    }
}

}  // namespace problemator
