#include "core/model/remembered.hpp"

#include "core/model/overdue_weeks.hpp"

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

}  // namespace

std::shared_ptr<const WeeklyCells> cells_of(const Scope& scope, CellsQuestion question) {
    question.filter = without_period(std::move(question.filter));
    return recall(scope.world, &Remembered::cells, question, [&] { return WeeklyCells{scope, question.filter, question.rows, question.columns, question.last, question.weeks}; });
}

std::shared_ptr<const Signals> signals_of(const Scope& scope, CellsQuestion of, const WeeklyCells& cells, std::size_t back, Judged judged) {
    of.filter = without_period(std::move(of.filter));
    return recall(scope.world, &Remembered::signals, SignalsQuestion{std::move(of), back, judged}, [&] { return find_signals(cells, back, judged); });
}

std::shared_ptr<const Grouped> group_of(const Scope& scope, const Filter& filter, Axis axis) {
    return recall(scope.world, &Remembered::groups, GroupQuestion{filter, axis}, [&] { return group(scope.table, filter, axis); });
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
        if (detail != UnitDetail::All) return rate_units(scope, period, detail);
        RatingUnits units = *rating_units_of(scope, period, UnitDetail::Alone);   // counted in the step before, where it is done in steps
        compare_units(units, scope, period);
        return units;
    });
}

}  // namespace problemator
