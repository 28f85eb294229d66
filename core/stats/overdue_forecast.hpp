// Overdue forecast: how many of the open messages will miss their deadline in the next days, if they are closed as fast as before?
// Σ P(T > due | T > age) = Σ S(due)/S(age) over the open ones, S by Kaplan–Meier of their own kind; and the radar of deadlines.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/kaplan_meier.hpp"

namespace problemator {

/// An open message: its age now and its age at the deadline.
struct OpenMessage { std::uint32_t stratum = 0; std::int32_t age_minutes = 0, due_minutes = 0; };

/// Durations of the past by kind of message (topic × channel, as the caller likes); columns of one length, the longer is cut.
struct PastDurations { std::span<const Duration> durations; std::span<const std::uint32_t> stratum; };

struct OverdueForecastOptions {
    std::int32_t horizon_minutes = 7 * 24 * 60;
    double min_closed = 20;                // closings that a stratum's own curve needs; else the curve of all
};

struct OverdueForecast {
    Interval overdue;                      // expected number; central 95 % of the Poisson-binomial
    std::size_t due = 0;                   // open messages whose deadline comes within the horizon
    std::vector<double> chances;           // beside the open messages: chance to miss; 0 when the deadline is past or beyond the horizon
};

/// n = messages due. Withheld: fewer than `min_closed` closings in all (TooFewCounts). The interval is that of chance alone with the curve as
/// known; above 2,000 messages by the normal distribution. Beyond the last closing the curve stays where it is, so slow kinds are told too high.
Finding<OverdueForecast> forecast_overdue(std::span<const OpenMessage> open, const PastDurations& past, const OverdueForecastOptions& options = {});

/// Smallest counts with P(X ≤ low) > 2.5 % and P(X ≤ high) ≥ 97.5 % of a sum of independent chances; value = their sum.
Interval poisson_binomial(std::span<const double> chances);

inline constexpr std::size_t kRadarDays = 9;
struct DeadlineRadar { std::size_t overdue = 0, later = 0; std::array<std::size_t, kRadarDays> due{}; };   // due[d]: in d days, d = 0…8

/// `days_left`: whole calendar days to the deadline of each open message by the municipality's calendar; below 0 is overdue.
DeadlineRadar deadline_radar(std::span<const std::int32_t> days_left);

}  // namespace problemator
