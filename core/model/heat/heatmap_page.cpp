#include "core/model/heat/heatmap_page.hpp"

#include "core/base/format.hpp"
#include "core/model/frame/rail.hpp"
#include "core/model/heat/cell_drawer.hpp"
#include "core/model/heat/heat_choices.hpp"
#include "core/model/heat/matrix.hpp"
#include "core/model/heat/matrix_measures.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

std::string cell_name(const Matrix& matrix, std::size_t cell) {
    return matrix.rows[cell / matrix.columns.size()].name + " × " + matrix.columns[cell % matrix.columns.size()].name;
}

std::string verdict_of(const Scope& scope, const BuiltMatrix& built) {
    constexpr Counted surges = {"всплеск", "всплеска", "всплесков", "surge", "surges"};
    const Lang lang = scope.lang;
    const auto n = counted_words(scope.world, static_cast<std::int64_t>(count_rows(scope.table, narrowed(scope, scope.filter))), kMessages, lang);
    const bool is_judged = scope.is_one_week && scope.is_finished && matrix_measure(scope.state, scope.state.view) == Measure::Count && scope.state.view != MatrixView::WeekdayHour;
    if (!is_judged) return n + ", " + period_words(scope.filter.period, lang);
    if (built.alarms.surges == 0) return std::string{Phrase{"Всплесков нет: ", "No surges: "}.in(lang)} + n;
    const auto where = cell_name(built.matrix, *built.alarms.largest);
    // The matrix of weeks marks the surges of all its weeks; the verdict is about the last one.
    const std::string when{shape_of(scope.state.view).column == Axis::Week ? Phrase{"За последнюю неделю ", "In the last week "}.in(lang) : std::string_view{}};
    return when + format_counted(static_cast<std::int64_t>(built.alarms.surges), surges, lang) + std::string{Phrase{", больше всего сверх нормы: ", ", most above the norm: "}.in(lang)} + where;
}

std::string note_of(const BuiltMatrix& built, Lang lang) {
    if (built.alarms.surges == 0) return built.matrix.note;
    const auto whole = [lang](double v) { return format_decimal(v, 0, lang); };
    return built.matrix.note + std::string{Phrase{". Сверх нормы в клетках со всплеском: ", ". Above the norm in surging cells: "}.in(lang)} + whole(built.alarms.excess) +
           std::string{Phrase{", из них в главной: ", ", of them in the main one: "}.in(lang)} + whole(built.alarms.largest_excess);
}

template <class T, std::size_t N, class Set>
std::vector<Choice> choices(const State& state, const std::pair<T, Phrase> (&all)[N], T current, Set set) {
    std::vector<Choice> out;
    for (const auto& [value, name] : all) {
        State other = state;
        set(other, value);
        out.push_back({std::string{name.in(state.lang)}, to_hash(other), value == current});
    }
    return out;
}

std::vector<Choice> measure_choices(const State& state) {
    std::vector<Choice> out;
    const Measure current = matrix_measure(state, state.view);
    const CellMeaning kind = cell_meaning(state);
    State other = state;
    other.as_change = other.as_deviation = false;
    for (const Measure measure : offered_measures(state.view)) {
        other.measure = measure;
        out.push_back({std::string{measure_name(measure).in(state.lang)}, to_hash(other), kind == CellMeaning::Value && measure == current});
    }
    if (state.view == MatrixView::WeekdayHour) return out;   // hours have neither a week before nor a norm
    other.measure = Measure::Count;
    other.as_change = true;
    const Phrase change = state.compare == Compare::YearAgo ? Phrase{"Изменение к АППГ", "Change to a year ago"} : Phrase{"Изменение к прошлой неделе", "Change to the week before"};
    out.push_back({std::string{change.in(state.lang)}, to_hash(other), kind == CellMeaning::Change});
    other.as_change = false;
    other.as_deviation = true;
    out.push_back({std::string{Phrase{"Отклонение от нормы", "Deviation from the norm"}.in(state.lang)}, to_hash(other), kind == CellMeaning::Deviation});
    return out;
}

// Another view has other lines, another order is asked for anew.
void free_order(State& state) {
    state.row_order.clear();
    state.column_order.clear();
}

// Rows stay in place while weeks are stepped through; the reader asks for the order of the week that he sees.
Choice reorder_choice(const Scope& scope, const MatrixAxes& axes) {
    if (!scope.is_one_week || !is_dimension(axes.rows.axis)) return {};
    if (!keeps_order(scope.state) && axes.order_week == std::min(scope.week, scope.home)) return {};
    State state = scope.state;
    free_order(state);
    state.order_week = scope.week;
    if (scope.week == scope.home) state.order_week.reset();
    return {std::string{Phrase{"Обновить порядок", "Refresh the order"}.in(scope.lang)}, to_hash(state)};
}

}  // namespace

std::vector<Choice> heat_views(const State& state) {
    constexpr std::pair<MatrixView, Phrase> views[] = {{MatrixView::TerritoryBlock, {"Территория × блок", "Territory × block"}},
                                                       {MatrixView::WeekBlock, {"Неделя × блок", "Week × block"}},
                                                       {MatrixView::WeekdayHour, {"День × час", "Day × hour"}},
                                                       {MatrixView::TerritoryWeek, {"Территория × неделя", "Territory × week"}},
                                                       {MatrixView::DepartmentTopic, {"Подразделение × тема", "Department × topic"}},
                                                       {MatrixView::Map, {"Карта", "Map"}}};
    return choices(state, views, state.view, [](State& s, MatrixView v) { s.view = v; s.cell.reset(); free_order(s); });
}

std::vector<Choice> heat_measures(const State& state) { return measure_choices(state); }

HeatmapPage heatmap_page(const World& world, const State& state) {
    constexpr std::pair<Order, Phrase> orders[] = {{Order::BySum, {"По сумме", "By total"}}, {Order::ByLikeness, {"По сходству", "By likeness"}}, {Order::ByName, {"По имени", "By name"}}, {Order::ByProfile, {"Как в постановлении", "As in the decree"}}};
    const Scope scope = scope_of(world, state);
    auto built = build_matrix(scope, state.view);
    HeatmapPage page;
    page.verdict = verdict_of(scope, built);
    page.note = note_of(built, scope.lang);
    page.views = heat_views(state);
    page.orders = choices(state, orders, state.order, [](State& s, Order o) { s.order = o; free_order(s); });
    page.measures = measure_choices(state);
    page.reorder = reorder_choice(scope, built.axes);
    page.rail = build_rail(scope);
    page.matrix = std::move(built.matrix);
    page.drawer = build_drawer(scope);
    return page;
}

}  // namespace problemator
