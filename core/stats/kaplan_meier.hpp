// Kaplan–Meier: time to closing that does not forget the messages still open (Kaplan & Meier 1958, JASA 53:457–481).
// The mean of closed messages alone looks better and better while a backlog grows; this median does not.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace problemator {

struct Duration { std::int32_t minutes = 0; bool is_closed = false; };   // open: the age so far

struct SurvivalStep { std::int32_t minutes = 0; double open_share = 1, low = 0, high = 1; };   // 95 %, log-log Greenwood

/// One step per distinct closing time, ascending. Ties: closings come before those still open at the same age.
std::vector<SurvivalStep> kaplan_meier(std::vector<Duration> durations);
/// First time at which at most half are still open; nullopt when more than half never got that far.
std::optional<std::int32_t> median_minutes(std::vector<Duration> durations);

}  // namespace problemator
