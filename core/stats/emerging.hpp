// Emerging hot spots: what kind of hot (or cold) spot a place is, from its weeks. Definitions: Esri, «How Emerging Hot Spot Analysis
// works» (ArcGIS Pro, Space Time Pattern Mining). They overlap, so they are tried in Esri's order and the first that fits is the answer;
// only Historical goes before Persistent, because a place that is not hot now is not a lasting one.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/stats/finding.hpp"
#include "core/stats/mann_kendall.hpp"

namespace problemator {

enum class Heat : std::int8_t { Cold = -1, Neither = 0, Hot = 1 };   // significant at the caller's level (Gi*, q)

enum class EmergingKind : std::uint8_t {
    NoPattern,
    New,            // hot in the last week and never before
    Consecutive,    // hot in two or more last weeks, never before that run, in less than 90 % of all weeks
    Intensifying,   // hot in 90 % of the weeks and the last one, and hotter and hotter
    Persistent,     // hot in 90 % of the weeks and the last one, without a trend
    Diminishing,    // hot in 90 % of the weeks and the last one, and less and less
    Sporadic,       // hot in the last week and on and off before, in less than 90 % of the weeks, never cold
    Oscillating,    // hot in the last week, cold in some week before, hot in less than 90 % of the weeks
    Historical,     // not hot in the last week, but in at least 90 % of the weeks
};

struct EmergingSpot {
    EmergingKind kind = EmergingKind::NoPattern;
    Heat side = Heat::Neither;           // Cold: the mirror image, «cold» for «hot» above; a cold spot intensifies when z falls
    std::size_t hot = 0, cold = 0;       // weeks
    MannKendall trend{};                  // of z
};

struct EmergingOptions {
    double most_of_the_time = 0.9;
    double trend_p = 0.05;               // Esri names no level; two-sided
};

inline constexpr std::size_t kMinEmergingPeriods = 10;   // Esri's own minimum

/// `weeks` oldest first, `z` beside them (0 where none was found). n = weeks. TooFewPeriods below kMinEmergingPeriods.
Finding<EmergingSpot> emerging_spot(std::span<const Heat> weeks, std::span<const double> z, const EmergingOptions& options = {});

}  // namespace problemator
