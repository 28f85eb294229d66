#include "core/model/scope.hpp"

#include <algorithm>

namespace problemator {
namespace {

Week first_complete_week(const Table& table) {
    if (table.rows() == 0) return INT32_MAX / kMinutesPerWeek;
    const Day day = day_from_minute(table.received.front());
    return week_from_day(day) + (weekday_from_day(day) == 0 ? 0 : 1);
}

bool is_week(const Period& period) {
    if (period.from < kFirstTime || period.from >= kLastTime) return false;
    return period == week_period(week_from_minute(period.from));
}

/// The filter of a state whose search the app has already done over all texts; nullopt: it has not.
std::optional<Filter> filter_of_found(const World& world, const State& state, std::vector<std::string>* unknown) {
    if (!world.found || state.screen != Screen::Messages || state.search.empty() || state.cluster || world.found->words != state.search) return std::nullopt;
    State rest = state;
    rest.search.clear();
    Filter filter = filter_of(rest, world.snapshot.table, world.snapshot.info.week, unknown);
    filter.only = world.found->rows;
    return filter;
}

}  // namespace

Period week_period(Week week) { return {first_minute_of_week(week), first_minute_of_week(week + 1)}; }

Week year_before(Week week) {
    const IsoWeek iso = iso_week(week);
    return week_from_iso({iso.year - 1, iso.week}).value_or(week - 53);
}

std::optional<Week> Scope::base_week(Week of) const {
    if (!compares()) return std::nullopt;
    const Week base = state.compare == Compare::YearAgo ? year_before(of) : of - 1;
    return has_history(base) ? std::optional{base} : std::nullopt;
}

Scope scope_of(const World& world, const State& state) {
    const Table& table = world.snapshot.table;
    const Week home = world.snapshot.info.week;
    Scope scope{world, state, table, state.lang, home, world.newest_week(), state.week.value_or(home), {}, false, false, first_complete_week(table), {}};
    if (auto found = filter_of_found(world, state, &scope.unknown)) scope.filter = *std::move(found);
    else scope.filter = filter_of(state, table, home, &scope.unknown);
    const Period period = period_of(state, home);
    scope.is_one_week = is_week(period);
    if (state.period && period.until > kFirstTime && period.until < kLastTime) scope.week = week_from_minute(period.until - 1);
    scope.is_finished = period.until <= table.as_of;
    return scope;
}

Filter filter_in(const Scope& scope, const State& state) {
    if (auto found = filter_of_found(scope.world, state, nullptr)) return *std::move(found);
    return filter_of(state, scope.table, scope.home, scope.state, scope.filter);
}

State on_screen(const State& state, Screen screen) {
    State out = state;
    out.screen = screen;
    out.cell.reset();
    out.message.clear();
    out.sort.clear();
    if (screen != Screen::Heatmap) {
        out.map = {};
        out.row_order.clear();
        out.column_order.clear();
    }
    if (screen != Screen::Rating && screen != Screen::Reports) {
        out.rated = Rated::Departments;
        out.is_unadjusted = false;
    }
    out.department.clear();
    out.paper.clear();
    out.skip.clear();
    out.versus.clear();
    out.indicator.clear();
    out.problem_view = ProblemView::List;
    out.problem_set = ProblemSet::Open;
    out.problem.clear();
    out.protocol.clear();
    out.overlay = Overlay::None;
    if (screen != Screen::Messages || state.screen != Screen::Messages) {   // only the list of messages is searched
        out.search.clear();
        out.is_search_linked = false;
    }
    return out;
}

void set_period(State& state, const Period& period, Week silent) {
    state.period.reset();
    state.week.reset();
    if (!is_week(period)) state.period = period;
    else if (period != week_period(silent)) state.week = week_from_minute(period.from);
}

State rows_state(const Scope& scope, Basis basis, const Period& period) {
    State out = on_screen(scope.state, Screen::Messages);
    const State plain;
    out.view = plain.view;
    out.measure = plain.measure;
    out.order = plain.order;
    out.span = plain.span;
    out.as_change = false;
    out.as_deviation = false;
    out.map = plain.map;
    out.order_week.reset();
    out.unfolded = 0;
    out.basis = basis;
    set_period(out, period, scope.silent);
    return out;
}

State with_code(State state, const Table& table, Dimension d, Code code) {
    return with_codes(std::move(state), table, d, std::span<const Code>{&code, 1});
}

State with_codes(State state, const Table& table, Dimension d, std::span<const Code> codes) {
    std::vector<std::string> ids;
    for (const Code code : codes) ids.emplace_back(table.dictionary(d).id(code));
    return with_dimension(std::move(state), d, std::move(ids));
}

State with_marks(State state, Marks marks) {
    state.with |= marks;
    return state;
}

}  // namespace problemator
