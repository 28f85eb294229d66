#include "core/model/matrix_axes.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/base/format.hpp"
#include "core/model/names.hpp"

namespace problemator {
namespace {

constexpr Phrase kWeekdays[] = {{"понедельник", "Monday"}, {"вторник", "Tuesday"}, {"среда", "Wednesday"}, {"четверг", "Thursday"},
                                {"пятница", "Friday"}, {"суббота", "Saturday"}, {"воскресенье", "Sunday"}};
constexpr Phrase kWeekdaysShort[] = {{"пн", "Mon"}, {"вт", "Tue"}, {"ср", "Wed"}, {"чт", "Thu"}, {"пт", "Fri"}, {"сб", "Sat"}, {"вс", "Sun"}};

std::unordered_map<std::int32_t, std::uint32_t> counts_by(const Scope& scope, const Period& period, Axis by) {
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = period;
    const auto grouped = group(scope.table, filter, by);
    std::unordered_map<std::int32_t, std::uint32_t> out;
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) out[grouped.keys[i]] = grouped.tallies[i].n;
    return out;
}

struct Sized { AxisLine line; std::uint32_t home = 0, year = 0; };

// Names after everything else, "not given" last; equal names by id, so that the order never depends on chance.
bool is_before(const Sized& a, const Sized& b, Order order) {
    const bool a_none = a.line.key == kNotGiven, b_none = b.line.key == kNotGiven;
    if (a_none != b_none) return b_none;
    if (order == Order::BySum && std::pair{a.home, a.year} != std::pair{b.home, b.year}) return std::pair{a.home, a.year} > std::pair{b.home, b.year};
    if (order == Order::ByProfile) return a.line.key < b.line.key;
    return std::tie(a.line.name, a.line.id) < std::tie(b.line.name, b.line.id);
}

MatrixAxis dimension_axis(const Scope& scope, Dimension d, std::size_t most) {
    const Period year{std::min(scope.filter.period.from, first_minute_of_week(scope.week - 51)), std::max(scope.filter.period.until, first_minute_of_week(scope.week + 1))};
    const auto by_year = counts_by(scope, year, axis(d));
    const auto by_home = counts_by(scope, scope.is_one_week ? week_period(scope.home) : scope.filter.period, axis(d));
    std::vector<Sized> lines;
    for (const auto& [key, n] : by_year) {
        const auto code = static_cast<Code>(key);
        const auto home = by_home.find(key);
        lines.push_back({{key, std::string{scope.table.dictionary(d).id(code)}, name_of(scope.world, d, code, scope.lang), short_name_of(scope.world, d, code, scope.lang)},
                         home == by_home.end() ? 0 : home->second, n});
    }
    const auto sort_by = [&](Order order) { std::sort(lines.begin(), lines.end(), [&](const Sized& a, const Sized& b) { return is_before(a, b, order); }); };
    sort_by(Order::BySum);   // the largest stay, whatever the order of display
    MatrixAxis out{axis(d), {}, lines.size() > most ? lines.size() - most : 0};
    lines.resize(std::min(lines.size(), most));
    sort_by(scope.state.order);
    for (auto& sized : lines) out.lines.push_back(std::move(sized.line));
    return out;
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

MatrixAxes matrix_axes(const Scope& scope, MatrixView view) {
    switch (view) {
        case MatrixView::TerritoryBlock: break;
        case MatrixView::WeekBlock: {
            const Period weeks{first_minute_of_week(first_shown(scope)), first_minute_of_week(scope.week + 1)};
            return {dimension_axis(scope, Dimension::Block, kMaxMatrixRows), week_axis(scope), weeks};
        }
        case MatrixView::WeekdayHour: return {weekday_axis(scope.lang), hour_axis(), scope.filter.period};
    }
    return {dimension_axis(scope, Dimension::Territory, kMaxMatrixRows), dimension_axis(scope, Dimension::Block, kMaxMatrixColumns), scope.filter.period};
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
