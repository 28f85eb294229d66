// Will the plan be met on 31 December? A share is forecast as its numerator and its denominator apart and put together at the end of the year,
// (done so far + forecast) / (all so far + forecast); a quantity is the sum alone. Chance comes from simulated years (same seed, same answer).
#pragma once
#include <cstdint>

#include "core/stats/forecast.hpp"

namespace problemator {

enum class PlanMethod : std::uint8_t { Auto, Theta, Damped, SeasonalNaive, Mean };
enum class PlanDirection : std::uint8_t { AtLeast, AtMost };     // «не менее», «не более»
enum class PlanVerdict : std::uint8_t {
    Met,        // the year is over and the plan met, or nothing that may still come can break it
    OnTrack,    // chance ≥ `on_track`
    AtRisk,     // between
    Missed,     // chance < `missed`, or certain already
    TooEarly,   // fewer than 8 periods of history in all (the mean alone): the numbers are given, a verdict is not
};
struct PlanBorders { double on_track = 0.8, missed = 0.05; };

struct PlanQuestion {
    std::span<const double> numerator{};    // one value ≥ 0 per finished period (month), oldest first, no gaps
    std::span<const double> denominator{};  // of the same periods; empty for a quantity
    std::size_t this_year = 0;              // how many of the last periods belong to the year of the plan
    std::size_t remaining = 0;              // periods from there to 31 December
    int period = 12;                        // periods in a year
    double plan = 0;                        // 0.87 for a share, 24 for a quantity
    PlanDirection direction = PlanDirection::AtLeast;
    PlanMethod method = PlanMethod::Auto;
    PlanBorders borders{};
    std::uint64_t seed = 1;
    int draws = 4000;
};

struct PlanForecast {
    PlanMethod method{};                    // that was used; never Auto
    double so_far = 0;                      // share or sum of this year's finished periods; 0 while there are none
    Interval at_year_end;                   // on the most likely path, with the middle 95 % of the simulated years
    double chance = 0;                      // share of the simulated years that meet the plan
    PlanVerdict verdict{};
    std::vector<double> numerator, denominator;   // most likely values of the remaining periods
};

/// Auto: the mean below 8 periods; Theta; from two years on the seasonal naive where it erred less one step ahead than Theta.
/// A series that a method cannot take (too short, all equal) goes by its mean. n: periods of history.
/// Withheld: TooFewPeriods below 3 periods while some remain, or without a period of this year in a year that is over;
/// TooFewCounts when the year's denominator would be 0; TooLarge when a value is not finite, lengths differ, or over 400 periods remain.
Finding<PlanForecast> forecast_plan(const PlanQuestion& question);

}  // namespace problemator
