// Deadlines: the open messages by days left, and how many of them will miss their deadline in the next seven days.
#pragma once
#include <array>
#include <vector>

#include "core/model/scope.hpp"
#include "core/stats/overdue_forecast.hpp"

namespace problemator {

struct UnitDeadlines { Code code = kNotGiven; std::uint32_t due = 0; double expected = 0; };

struct Deadlines {
    DeadlineRadar radar;
    std::array<double, kRadarDays> expected{};   // late of those due on the day; known for the first seven
    Finding<OverdueForecast> forecast;           // of seven days; speeds of closing of the last year, by department
    std::vector<UnitDeadlines> by_unit;          // with something due in seven days, by code
};

/// Rows whose clock still runs: open, and neither missed nor stopped by a first answer.
struct RunningRows { Marks with, without; };
inline constexpr RunningRows kNotDue = {bit(Mark::Open), bit(Mark::Decided)};
/// Deadlines that fall on `days` days from the snapshot's moment on, the first after `skip` days. A deadline at midnight is of the day before.
Period due_period(Minute as_of, int skip, int days = 1);
/// Of the state's filters at the moment of the snapshot, whatever its period.
Deadlines find_deadlines(const Scope& scope);

}  // namespace problemator
