// Kaplan–Meier: time to closing that does not forget the messages still open (Kaplan & Meier 1958, JASA 53:457–481).
// The mean of closed messages alone looks better and better while a backlog grows; this median does not.
// An export that holds «open now and recently closed» has seen its old messages only from some age on: `entered` says from which
// (left truncation: Tsai, Jewell & Wang 1987, Biometrika 74:883–886); without it slow messages look even slower.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct Duration {
    std::int32_t minutes = 0;
    bool is_closed = false;                // open: `minutes` is the age so far
    std::int32_t entered = 0;              // age from which it was watched; ≤ 0: from receipt. Not below `minutes`: left out
};

struct SurvivalStep {
    std::int32_t minutes = 0;
    double open_share = 1, low = 0, high = 1;   // 95 %, log-log Greenwood; at 0 there is none: [0, 0]
    double at_risk = 0, closed = 0;
    double greenwood = 0;                       // Σ d/(n(n − d)); standard error = open_share·√greenwood
};

/// One step per distinct closing time, ascending. Ties: closings come before those still open at the same age.
/// LeftOut: low and high stay at open_share, for who asks for the curve alone: they take most of the time.
enum class CurveLimits : std::uint8_t { Counted, LeftOut };
std::vector<SurvivalStep> kaplan_meier(std::vector<Duration> durations, CurveLimits limits = CurveLimits::Counted);
/// First time at which at most half are still open; nullopt when more than half never got that far.
std::optional<std::int32_t> median_minutes(std::vector<Duration> durations);

/// The time by which `share` are closed and its 95 % interval, by turning the limits of the curve (Brookmeyer & Crowley 1982, Biometrics
/// 38:29–41). A limit that the curve never reaches is absent. R takes the middle of a flat stretch at exactly 1 − share, we its beginning.
struct TimeQuantile { std::int32_t minutes = 0; std::optional<std::int32_t> low, high; };
/// `share` within (0, 1); n = closings. Withheld (TooFewCounts): the curve does not get that far.
Finding<TimeQuantile> time_quantile(std::span<const SurvivalStep> steps, double share);
/// Share still open after `minutes`: 1 before the first step, the last step's after it.
double open_share_at(std::span<const SurvivalStep> steps, std::int32_t minutes);

}  // namespace problemator
