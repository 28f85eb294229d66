#include "core/model/heat/matrix_axes.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/base/format.hpp"
#include "core/model/names.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"
#include "core/stats/seriation.hpp"

namespace problemator {
namespace {

constexpr Phrase kWeekdays[] = {{"понедельник", "Monday"}, {"вторник", "Tuesday"}, {"среда", "Wednesday"}, {"четверг", "Thursday"},
                                {"пятница", "Friday"}, {"суббота", "Saturday"}, {"воскресенье", "Sunday"}};
constexpr Phrase kWeekdaysShort[] = {{"пн", "Mon"}, {"вт", "Tue"}, {"ср", "Wed"}, {"чт", "Thu"}, {"пт", "Fri"}, {"сб", "Sat"}, {"вс", "Sun"}};

using Counts = std::unordered_map<std::int32_t, std::uint32_t>;

Counts counts_by(const Table& table, const std::vector<std::uint32_t>& rows, Dimension d) {
    std::vector<std::uint32_t> by_code(table.dictionary(d).size());
    const auto& codes = table.column(d);
    for (const std::uint32_t row : rows) ++by_code[codes[row]];
    Counts out;
    for (std::size_t code = 0; code < by_code.size(); ++code)
        if (by_code[code] > 0) out[static_cast<std::int32_t>(code)] = by_code[code];
    return out;
}

std::vector<std::uint32_t> received_rows(const Scope& scope, const Period& period) {
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = period;
    return passing_rows(scope, filter);
}

/// The week whose order holds: the one that the link keeps where this table knows it, else the snapshot's own.
Week order_week_of(const Scope& scope) { return std::min(scope.state.order_week.value_or(scope.home), scope.home); }

/// Rows that give the order: a year says which names there are, the period of the order how they follow each other.
struct OrderRows { std::vector<std::uint32_t> year, period; };

OrderRows order_rows(const Scope& scope) {
    const Period year{std::min(scope.filter.period.from, first_minute_of_week(scope.week - 51)), std::max(scope.filter.period.until, first_minute_of_week(scope.week + 1))};
    const Period period = scope.is_one_week ? week_period(order_week_of(scope)) : scope.filter.period;
    return {received_rows(scope, year), received_rows(scope, period)};
}

struct Sized { AxisLine line; std::uint32_t period = 0, year = 0; };

// Names after everything else, "not given" last; equal names by id, so that the order never depends on chance.
bool is_before(const Sized& a, const Sized& b, Order order) {
    const bool a_none = a.line.key == kNotGiven, b_none = b.line.key == kNotGiven;
    if (a_none != b_none) return b_none;
    if (order == Order::BySum && std::pair{a.period, a.year} != std::pair{b.period, b.year}) return std::pair{a.period, a.year} > std::pair{b.period, b.year};
    if (order == Order::ByProfile) return a.line.key < b.line.key;
    return std::tie(a.line.name, a.line.id) < std::tie(b.line.name, b.line.id);
}

/// Lines that the link keeps in an order come first, in it; those that it does not know follow as they stand.
void keep_order(MatrixAxis& axis, const std::vector<std::string>& kept) {
    const auto place_of = [&](const AxisLine& line) { return std::find(kept.begin(), kept.end(), line.id) - kept.begin(); };
    const auto is_before = [&](const AxisLine& a, const AxisLine& b) { return place_of(a) < place_of(b); };
    const auto named = std::stable_partition(axis.lines.begin(), axis.lines.end(), [](const AxisLine& line) { return line.key != kNotGiven; });
    std::stable_sort(axis.lines.begin(), named, is_before);
}

MatrixAxis dimension_axis(const Scope& scope, Axis by, std::size_t most, const OrderRows& rows) {
    const auto d = static_cast<Dimension>(by);
    const Counts by_year = counts_by(scope.table, rows.year, d), by_period = counts_by(scope.table, rows.period, d);
    const auto seen = [&](std::uint32_t n) { return static_cast<std::uint32_t>(drawn_count(scope.world, n)); };   // an order would tell hidden counts apart
    std::vector<Sized> lines;
    for (const auto& [key, n] : by_year) {
        const auto code = static_cast<Code>(key);
        const auto found = by_period.find(key);
        lines.push_back({{key, std::string{scope.table.dictionary(d).id(code)}, name_of(scope.world, d, code, scope.lang), short_name_of(scope.world, d, code, scope.lang)},
                         found == by_period.end() ? 0 : seen(found->second), seen(n)});
    }
    const auto sort_by = [&](Order order) { std::sort(lines.begin(), lines.end(), [&](const Sized& a, const Sized& b) { return is_before(a, b, order); }); };
    sort_by(Order::BySum);   // the largest stay, whatever the order of display
    MatrixAxis out{by, {}, lines.size() > most ? lines.size() - most : 0};
    lines.resize(std::min(lines.size(), most));
    if (scope.state.order != Order::ByLikeness) sort_by(scope.state.order);
    for (auto& sized : lines) out.lines.push_back(std::move(sized.line));
    return out;
}

/// Counts of the shown lines over the period of the order, row by row.
std::vector<double> order_counts(const Scope& scope, const MatrixAxes& axes, const Period& period) {
    std::vector<double> out(axes.rows.lines.size() * axes.columns.lines.size());
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = period;
    const CountPivot found = count_pivot(scope.table, narrowed(scope, filter), axes.rows.axis, axes.columns.axis);
    for (std::size_t r = 0; r < found.rows.size(); ++r)
        for (std::size_t c = 0; c < found.columns.size(); ++c) {
            const auto row = axes.rows.find(found.rows[r]), column = axes.columns.find(found.columns[c]);
            if (row && column) out[*row * axes.columns.lines.size() + *column] = drawn_count(scope.world, found.counts[r * found.columns.size() + c]);
        }
    return out;
}

std::vector<double> turned(const std::vector<double>& counts, std::size_t columns) {
    std::vector<double> out;
    for (std::size_t c = 0; c < columns; ++c)
        for (std::size_t at = c; at < counts.size(); at += columns) out.push_back(counts[at]);
    return out;
}

void reorder(MatrixAxis& axis, const std::vector<double>& counts) {
    if (!is_dimension(axis.axis) || axis.lines.size() < 3) return;
    std::vector<AxisLine> lines;
    for (const std::size_t place : likeness_order(counts, counts.size() / axis.lines.size())) lines.push_back(axis.lines[place]);
    std::stable_partition(lines.begin(), lines.end(), [](const AxisLine& line) { return line.key != kNotGiven; });
    axis.lines = std::move(lines);
}

void order_by_likeness(const Scope& scope, MatrixAxes& axes) {
    const Week last = axes.order_week;
    const Period weeks{first_minute_of_week(last - static_cast<Week>(kMatrixWeeks) + 1), first_minute_of_week(last + 1)};
    const auto counts = order_counts(scope, axes, scope.is_one_week ? weeks : scope.filter.period);
    const std::size_t columns = axes.columns.lines.size();
    const auto across = turned(counts, columns);
    reorder(axes.rows, counts);
    reorder(axes.columns, across);
}

// Not before the first year that a link can write.
Week first_shown(const Scope& scope) { return std::max(scope.week - static_cast<Week>(kMatrixWeeks) + 1, week_from_minute(kFirstTime)); }

MatrixAxis week_axis(const Scope& scope) {
    MatrixAxis out{Axis::Week, {}, 0};
    for (Week week = first_shown(scope); week <= scope.week; ++week)
        out.lines.push_back({week, format_week_key(week), format_week(week, scope.lang), format_week_short(week, scope.lang)});
    return out;
}

MatrixAxis weekday_axis(Lang lang) {
    MatrixAxis out{Axis::Weekday, {}, 0};
    for (int day = 0; day < 7; ++day) out.lines.push_back({day, std::to_string(day + 1), std::string{kWeekdays[day].in(lang)}, std::string{kWeekdaysShort[day].in(lang)}});
    return out;
}

MatrixAxis hour_axis() {
    MatrixAxis out{Axis::Hour, {}, 0};
    for (int hour = 0; hour < 24; ++hour) {
        const auto name = (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
        out.lines.push_back({hour, std::to_string(hour), name, std::to_string(hour)});
    }
    return out;
}

}  // namespace

std::optional<std::size_t> MatrixAxis::find(std::int32_t key) const {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].key == key) return i;
    return std::nullopt;
}

bool keeps_order(const State& state) { return !state.row_order.empty() && (state.order == Order::BySum || state.order == Order::ByLikeness); }

ViewShape shape_of(MatrixView view) {
    switch (view) {
        case MatrixView::TerritoryBlock: return {Axis::Territory, Axis::Block};
        case MatrixView::WeekBlock: return {Axis::Block, Axis::Week};
        case MatrixView::WeekdayHour: return {Axis::Weekday, Axis::Hour};
        case MatrixView::TerritoryWeek: return {Axis::Territory, Axis::Week};
        case MatrixView::DepartmentTopic: return {Axis::Department, Axis::Topic};
        case MatrixView::Map: break;   // the table beside it
    }
    return {};
}

MatrixAxes matrix_axes(const Scope& scope, MatrixView view) {
    const ViewShape shape = shape_of(view);
    if (shape.row == Axis::Weekday) return {weekday_axis(scope.lang), hour_axis(), scope.filter.period, scope.home};
    const OrderRows rows = order_rows(scope);
    MatrixAxes axes{dimension_axis(scope, shape.row, kMaxMatrixRows, rows), {}, scope.filter.period, order_week_of(scope)};
    if (shape.column == Axis::Week) {
        axes.columns = week_axis(scope);
        axes.period = {first_minute_of_week(first_shown(scope)), first_minute_of_week(scope.week + 1)};
    } else {
        axes.columns = dimension_axis(scope, shape.column, shape.column == Axis::Topic ? kMaxTopicColumns : kMaxMatrixColumns, rows);
    }
    if (scope.state.order == Order::ByLikeness) order_by_likeness(scope, axes);
    if (!keeps_order(scope.state)) return axes;
    keep_order(axes.rows, scope.state.row_order);
    if (is_dimension(axes.columns.axis)) keep_order(axes.columns, scope.state.column_order);
    return axes;
}

bool narrow(State& rows, const Scope& scope, Axis axis, std::int32_t key) {
    if (is_dimension(axis)) {
        rows = with_code(std::move(rows), scope.table, static_cast<Dimension>(axis), static_cast<Code>(key));
        return true;
    }
    const Period period = period_of(rows, scope.home);
    if (axis == Axis::Week) {
        set_period(rows, week_period(key), scope.silent);
        return true;
    }
    if (axis == Axis::Weekday && scope.is_one_week) {
        const Minute from = period.from + key * kMinutesPerDay;
        set_period(rows, {from, from + kMinutesPerDay}, scope.silent);
        return true;
    }
    if (axis == Axis::Hour && scope.is_one_week && period.until - period.from == kMinutesPerDay) {
        set_period(rows, {period.from + key * 60, period.from + (key + 1) * 60}, scope.silent);
        return true;
    }
    return false;
}

}  // namespace problemator
