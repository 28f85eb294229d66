#include "core/model/counts/deadlines.hpp"

#include <algorithm>
#include <map>

#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr Week kPastWeeks = 52;

/// When the clock of a row stopped; kNoTime while it runs, or when nobody knows.
Minute stopped_at(const Table& table, std::size_t row) {
    const Minute answered = table.answered[row];
    if (has(table.marks[row], Mark::DueByAnswer) && answered != kNoTime && answered < table.as_of) return answered;
    return has(table.marks[row], Mark::Closed) ? table.closed[row] : kNoTime;
}

struct Past { std::vector<Duration> durations; std::vector<std::uint32_t> stratum; };

Filter past_filter(const Scope& scope) {
    Filter filter = scope.filter;
    filter.basis = Basis::Received;
    filter.period = {scope.table.as_of - kPastWeeks * kMinutesPerWeek, scope.table.as_of};
    return filter;
}

Past past_of(const Scope& scope) {
    const Table& table = scope.table;
    const auto rows = rows_of(scope, past_filter(scope));
    Past past;
    past.durations.reserve(rows->size());
    past.stratum.reserve(rows->size());
    for (const auto row : *rows) {
        if (table.due[row] == kNoTime) continue;
        const Minute stopped = stopped_at(table, row);
        if (stopped == kNoTime && !has(table.marks[row], Mark::Open)) continue;
        past.durations.push_back({(stopped != kNoTime ? stopped : table.as_of) - table.received[row], stopped != kNoTime});
        past.stratum.push_back(table.column(Dimension::Department)[row]);
    }
    return past;
}

struct Running { std::vector<std::uint32_t> rows; std::vector<OpenMessage> messages; std::vector<std::int32_t> days_left; };

Running running_of(const Scope& scope) {
    const Table& table = scope.table;
    Filter filter = scope.filter;
    filter.basis = Basis::Due;
    filter.period = {table.as_of, INT32_MAX};
    filter.with |= kNotDue.with;
    filter.without |= kNotDue.without;
    Running running;
    for (const auto row : passing_rows(scope, filter)) {
        running.rows.push_back(row);
        running.messages.push_back({table.column(Dimension::Department)[row], table.as_of - table.received[row], table.due[row] - table.received[row]});
        running.days_left.push_back(day_from_minute(std::max(table.due[row] - 1, table.as_of)) - day_from_minute(table.as_of));
    }
    return running;
}

}  // namespace

Period due_period(Minute as_of, int skip, int days) {
    const Minute first = minute_from_day(day_from_minute(as_of));
    return {skip == 0 ? as_of : first + skip * kMinutesPerDay + 1, first + (skip + days) * kMinutesPerDay + 1};
}

void prepare_deadlines(Preparations& out) {
    out.push_back([](const Scope& scope) { rows_of(scope, past_filter(scope)); });
    out.push_back([](const Scope& scope) { deadlines_of(scope); });
}

Deadlines find_deadlines(const Scope& scope) {
    const Running running = running_of(scope);
    const Past past = past_of(scope);
    Deadlines out;
    out.radar = deadline_radar(running.days_left);
    OverdueForecastOptions options;
    const Minute until = due_period(scope.table.as_of, 0, 7).until - 1;
    options.horizon_minutes = until - scope.table.as_of;
    out.forecast = forecast_overdue(running.messages, {past.durations, past.stratum}, options);
    if (!out.forecast) return out;
    std::map<Code, UnitDeadlines> units;
    for (std::size_t i = 0; i < running.rows.size(); ++i) {
        if (running.days_left[i] >= 7) continue;
        const double chance = out.forecast->chances[i];
        out.expected[static_cast<std::size_t>(running.days_left[i])] += chance;
        const auto code = static_cast<Code>(running.messages[i].stratum);
        UnitDeadlines& unit = units[code];
        unit.code = code;
        unit.due += 1;
        unit.expected += chance;
    }
    for (const auto& [code, unit] : units) out.by_unit.push_back(unit);
    return out;
}

}  // namespace problemator
