// Slots: names are numbered among those that occur; units of time are numbered from the first one of the period.
#include "core/query/slots.hpp"

#include <algorithm>
#include <numeric>

namespace problemator {
namespace {

constexpr std::uint32_t kAbsent = UINT32_MAX;

/// Every name is a group, also those that do not occur.
Lane lane_of_all_names(const Table& table, Dimension d) {
    Lane lane;
    lane.keys.resize(table.dictionary(d).size());
    std::iota(lane.keys.begin(), lane.keys.end(), 0);
    lane.codes = table.column(d).data();
    return lane;
}

/// Only the names that occur are groups.
Lane lane_of_names(const Table& table, const Rows& rows, Dimension d) {
    const Code* codes = table.column(d).data();
    std::vector<std::uint32_t> slot_of(table.dictionary(d).size(), kAbsent);
    for (const auto row : rows) slot_of[codes[row]] = 0;
    Lane lane;
    for (std::size_t code = 0; code < slot_of.size(); ++code) {
        if (slot_of[code] == kAbsent) continue;
        slot_of[code] = static_cast<std::uint32_t>(lane.keys.size());
        lane.keys.push_back(static_cast<std::int32_t>(code));
    }
    lane.slots.reserve(rows.size());
    for (const auto row : rows) lane.slots.push_back(slot_of[codes[row]]);
    return lane;
}

/// A unit of time: its number, and how far it reaches, so that neighbours in time need no division.
struct Unit { std::int32_t number; Minute from, until; };

Unit unit_at(Minute time, Axis axis) {
    const Day day = day_from_minute(time);
    switch (axis) {
        case Axis::Week: {
            const Week week = week_from_day(day);
            return {week, first_minute_of_week(week), first_minute_of_week(week + 1)};
        }
        case Axis::Month: {
            const Month month = month_from_day(day);
            return {month, minute_from_day(first_day_of_month(month)), minute_from_day(first_day_of_month(month + 1))};
        }
        case Axis::Weekday: return {weekday_from_day(day), minute_from_day(day), minute_from_day(day + 1)};
        case Axis::Hour: {
            const Minute hour = floor_div(time, 60) * 60;
            return {hour_from_minute(time), hour, hour + 60};
        }
        default: return {day, minute_from_day(day), minute_from_day(day + 1)};   // Axis::Day; names never come here
    }
}

/// First and last moment of the table on this basis; first > last when there is none.
std::pair<Minute, Minute> extent(const Table& table, Basis basis) {
    std::pair<Minute, Minute> reach{kLastTime, kFirstTime};
    if (basis == Basis::Received && table.rows() > 0) return {table.received.front(), table.received.back()};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Minute time = basis_time(table, row, basis);
        if (time == kNoTime) continue;
        reach = {std::min(reach.first, time), std::max(reach.second, time)};
    }
    return reach;
}

std::vector<std::int32_t> time_keys(const Table& table, Axis axis, Basis basis, const Period& period) {
    const int cycle = axis == Axis::Weekday ? 7 : axis == Axis::Hour ? 24 : 0;
    std::pair<Minute, Minute> reach{period.from, period.until - 1};
    const bool is_open = period.from < kFirstTime || period.until > kLastTime;
    if (is_open && cycle == 0) {
        const auto all = extent(table, basis);
        if (period.from < kFirstTime) reach.first = all.first;
        if (period.until > kLastTime) reach.second = all.second;
    }
    if (cycle == 0 && (period.from >= period.until || reach.first > reach.second)) return {};
    const std::int32_t first = cycle > 0 ? 0 : unit_at(reach.first, axis).number;
    const std::int32_t last = cycle > 0 ? cycle - 1 : unit_at(reach.second, axis).number;
    std::vector<std::int32_t> keys(static_cast<std::size_t>(last - first + 1));
    std::iota(keys.begin(), keys.end(), first);
    return keys;
}

const Minute* times_on(const Table& table, Basis basis) {
    switch (basis) {
        case Basis::Received: return table.received.data();
        case Basis::Decided: return table.decided.data();
        case Basis::Closed: return table.closed.data();
        case Basis::Due: return table.due.data();
    }
    return nullptr;
}

Lane lane_of_time(const Chosen& chosen, Axis axis) {
    Lane lane;
    lane.keys = time_keys(chosen.table, axis, chosen.basis, chosen.period);
    lane.keeps_empty = true;
    if (lane.keys.empty()) return lane;   // then there are no rows either
    lane.slots.reserve(chosen.rows.size());
    const Minute* times = times_on(chosen.table, chosen.basis);
    const std::int32_t first = lane.keys.front();
    if (axis == Axis::Day || axis == Axis::Week) {   // of one length: no neighbours are needed, times may come in any order
        const Minute begin = axis == Axis::Day ? minute_from_day(first) : first_minute_of_week(first), length = axis == Axis::Day ? kMinutesPerDay : kMinutesPerWeek;
        for (const auto row : chosen.rows) lane.slots.push_back(static_cast<std::uint32_t>((times[row] - begin) / length));
        return lane;
    }
    Unit unit{0, 0, 0};
    for (const auto row : chosen.rows) {
        const Minute time = times[row];
        if (time < unit.from || time >= unit.until) unit = unit_at(time, axis);
        lane.slots.push_back(static_cast<std::uint32_t>(unit.number - first));
    }
    return lane;
}

}  // namespace

Lane lane_on(const Chosen& chosen, Axis axis, bool may_be_sparse) {
    if (!is_dimension(axis)) return lane_of_time(chosen, axis);
    const auto d = static_cast<Dimension>(axis);
    return may_be_sparse ? lane_of_all_names(chosen.table, d) : lane_of_names(chosen.table, chosen.rows, d);
}

Rows with_hour(const Table& table, Rows rows, Axis axis, Axis other) {
    if (axis != Axis::Hour && other != Axis::Hour) return rows;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&table](std::uint32_t row) { return !has(table.marks[row], Mark::HasTime); }), rows.end());
    return rows;
}

}  // namespace problemator
