#include "core/model/remembered.hpp"

#include <algorithm>

#include "core/model/counts/overdue_weeks.hpp"

namespace problemator {
namespace {

/// Two filters of the same names and marks are one question whatever their periods.
Filter without_period(Filter filter) {
    filter.basis = Basis::Received;
    filter.period = {};
    return filter;
}

/// What a rating reads of the state; its period is asked for beside it.
State chosen_for_rating(const State& state) {
    const State plain;
    State out = on_screen(state, Screen::Rating);
    out.week.reset();
    out.period.reset();
    out.basis = plain.basis;
    out.span = plain.span;
    out.compare = plain.compare;
    out.view = plain.view;
    out.measure = plain.measure;
    out.order = plain.order;
    return out;
}

/// All in one, without what it does not need.
RatingUnits places_of(const Scope& scope, const Period& period) {
    RatingUnits units = count_units(scope, period, UnitDetail::Places);
    score_units(units, scope, UnitDetail::Places);
    rank_units(units);
    return units;
}

/// The filter asks for one name and nothing else.
std::optional<Dimension> asks_one_name(const Filter& filter) {
    Filter rest = filter;
    std::optional<Dimension> asked;
    for (const Dimension d : kAllDimensions) {
        if (filter.keep[index(d)].empty()) continue;
        if (asked || filter.keep[index(d)].size() > 1) return std::nullopt;
        asked = d;
        rest.keep[index(d)].clear();
    }
    return rest == Filter{} ? asked : std::nullopt;
}

}  // namespace

std::shared_ptr<const WeeklyCells> cells_of(const Scope& scope, CellsQuestion question) {
    question.filter = without_period(std::move(question.filter));
    return recall(scope.world, &Remembered::cells, question, [&] { return WeeklyCells{scope, question.filter, question.rows, question.columns, question.last, question.weeks}; });
}

std::shared_ptr<const Signals> signals_of(const Scope& scope, CellsQuestion of, const WeeklyCells& cells, std::size_t back, Judged judged) {
    of.filter = without_period(std::move(of.filter));
    return recall(scope.world, &Remembered::signals, SignalsQuestion{std::move(of), back, judged}, [&] { return find_signals(cells, back, judged, scope.world.remembered ? &scope.world.remembered->verdicts : nullptr); });
}

std::shared_ptr<const std::vector<std::uint32_t>> names_of(const Scope& scope, Dimension d) {
    return recall(scope.world, &Remembered::names, d, [&] {
        std::vector<std::uint32_t> counts(scope.table.dictionary(d).size());
        for (const Code code : scope.table.column(d)) ++counts[code];
        return counts;
    });
}

Filter narrowed(const Scope& scope, Filter filter) {
    if (!scope.world.remembered || filter.only) return filter;
    Filter named, rest = filter;
    for (const Dimension d : kAllDimensions)
        if (rest.keep[index(d)] == scope.filter.keep[index(d)]) named.keep[index(d)].swap(rest.keep[index(d)]);
    if (rest.place == scope.filter.place) std::swap(named.place, rest.place);
    if (named == Filter{}) return filter;
    const bool is_short = filter.basis == Basis::Received && rows_received(scope.table, filter.period.from, filter.period.until).size() < scope.table.rows() / 8;
    if (is_short && !scope.world.remembered->named.find(named)) return filter;   // sooner looked through than the names of the whole table
    rest.only = recall(scope.world, &Remembered::named, named, [&] { return matching_rows(scope.table, named); });
    return rest;
}

std::vector<std::uint32_t> passing_rows(const Scope& scope, const Filter& filter) { return matching_rows(scope.table, narrowed(scope, filter)); }

std::shared_ptr<const std::vector<std::uint32_t>> rows_of(const Scope& scope, const Filter& filter) {
    return recall(scope.world, &Remembered::rows, filter, [&] { return passing_rows(scope, filter); });
}

std::shared_ptr<const SpotKinds> kinds_of(const Scope& scope, const Filter& filter, Week week) {
    const KindsQuestion question{without_period(filter), week};
    return recall(scope.world, &Remembered::kinds, question, [&] {
        SpotKinds kinds;
        const SettledPlaces places = settled_places(scope);
        if (places.codes.size() < kLeastForGi) return kinds;
        const SettledWeeks weekly = settled_weeks(scope, question.filter, week, places);
        if (weekly.weeks < kScanWeeks) return kinds;
        const auto spots = settlement_spots(places, weekly);
        for (std::size_t i = 0; i < spots.size(); ++i)
            if (spots[i].kind && spots[i].is_known) kinds[places.codes[i]] = *spots[i].kind;
        return kinds;
    });
}

std::size_t count_of(const Scope& scope, const Filter& filter) {
    if (const auto d = asks_one_name(filter); d && scope.world.remembered) {
        const Code code = filter.keep[index(*d)].front();
        return code < scope.table.dictionary(*d).size() ? (*names_of(scope, *d))[code] : 0;
    }
    return *recall(scope.world, &Remembered::counts, filter, [&] { return count_rows(scope.table, narrowed(scope, filter)); });
}

std::shared_ptr<const Grouped> group_of(const Scope& scope, const Filter& filter, Axis axis) {
    return recall(scope.world, &Remembered::groups, GroupQuestion{filter, axis}, [&] { return group(scope.table, narrowed(scope, filter), axis); });
}

std::shared_ptr<const std::vector<std::uint32_t>> overdue_of(const Scope& scope, Week first, Week last) {
    return recall(scope.world, &Remembered::overdue, OverdueQuestion{without_period(scope.filter), first, last}, [&] { return overdue_by_week(scope, first, last); });
}

std::shared_ptr<const Deadlines> deadlines_of(const Scope& scope) {
    return recall(scope.world, &Remembered::deadlines, without_period(scope.filter), [&] { return find_deadlines(scope); });
}

std::shared_ptr<const UnitAnswers> unit_answers_of(const Scope& scope, const Period& period, UnitDetail detail) {
    return recall(scope.world, &Remembered::answers, RatingQuestion{chosen_for_rating(scope.state), period, detail}, [&] { return unit_answers(scope, period, detail); });
}

std::shared_ptr<const RatingUnits> rating_units_of(const Scope& scope, const Period& period, UnitDetail detail) {
    const RatingQuestion question{chosen_for_rating(scope.state), period, detail};
    return recall(scope.world, &Remembered::ratings, question, [&] {
        if (detail == UnitDetail::Counted) return count_units(scope, period, detail);
        if (detail == UnitDetail::Places) return places_of(scope, period);
        const UnitDetail before = detail == UnitDetail::Scored ? UnitDetail::Counted : detail == UnitDetail::Alone ? UnitDetail::Scored : UnitDetail::Alone;
        RatingUnits units = *rating_units_of(scope, period, before);   // done in the step before, where it is done in steps
        if (detail == UnitDetail::Scored) score_units(units, scope, detail);
        else if (detail == UnitDetail::Alone) rank_units(units);
        else compare_units(units, scope, period);
        return units;
    });
}

std::shared_ptr<const UnitSpeeds> unit_speeds_of(const Scope& scope, const Period& period) {
    return recall(scope.world, &Remembered::speeds, RatingQuestion{chosen_for_rating(scope.state), period, UnitDetail::All}, [&] { return unit_speeds(scope, period, *rating_units_of(scope, period)); });
}

}  // namespace problemator
