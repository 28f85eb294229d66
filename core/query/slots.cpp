// Slots: names are numbered among those that occur; units of time are numbered from the first one of the period.
#include "core/query/slots.hpp"

#include <algorithm>
#include <numeric>

namespace problemator {
namespace {

constexpr std::uint32_t kAbsent = UINT32_MAX;

Slots slots_of_names(const Table& table, const Rows& rows, Dimension d) {
    const Code* codes = table.column(d).data();
    std::vector<std::uint32_t> slot_of(table.dictionary(d).size(), kAbsent);
    for (const auto row : rows) slot_of[codes[row]] = 0;
    Slots slots;
    for (std::size_t code = 0; code < slot_of.size(); ++code) {
        if (slot_of[code] == kAbsent) continue;
        slot_of[code] = static_cast<std::uint32_t>(slots.keys.size());
        slots.keys.push_back(static_cast<std::int32_t>(code));
    }
    slots.of_row.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) slots.of_row[i] = slot_of[codes[rows[i]]];
    return slots;
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
        const auto all = basis == Basis::Received && table.rows() > 0 ? std::pair{table.received.front(), table.received.back()} : extent(table, basis);
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

Slots slots_of_time(const Table& table, const Rows& rows, Axis axis, Basis basis, const Period& period) {
    Slots slots{time_keys(table, axis, basis, period), {}};
    if (slots.keys.empty()) return slots;   // then there are no rows either
    slots.of_row.resize(rows.size());
    Unit unit{0, 0, 0};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Minute time = basis_time(table, rows[i], basis);
        if (time < unit.from || time >= unit.until) unit = unit_at(time, axis);
        slots.of_row[i] = static_cast<std::uint32_t>(unit.number - slots.keys.front());
    }
    return slots;
}

}  // namespace

Slots slots_on(const Table& table, const Rows& rows, Axis axis, Basis basis, const Period& period) {
    return is_dimension(axis) ? slots_of_names(table, rows, static_cast<Dimension>(axis)) : slots_of_time(table, rows, axis, basis, period);
}

Rows with_hour(const Table& table, Rows rows, Axis axis, Axis other) {
    if (axis != Axis::Hour && other != Axis::Hour) return rows;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&table](std::uint32_t row) { return !has(table.marks[row], Mark::HasTime); }), rows.end());
    return rows;
}

}  // namespace problemator
