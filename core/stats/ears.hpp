// Ears: is the last value of a short weekly or daily series far above the few before it? Not seasonal; a supporting mark, not a verdict.
// C1, C2, C3 of the Early Aberration Reporting System: Hutwagner et al. 2003, J Urban Health 80(2 Suppl 1):i89–i96, in the form of
// upper bounds (Salmon et al. 2016, JSS 70(10)). Against R surveillance::earsC: tests/unit/stats/ears.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/stats/finding.hpp"

namespace problemator {

enum class Ears : std::uint8_t {
    C1,   // against the values just before
    C2,   // the same two steps earlier, so that a surge that grows slowly does not raise its own norm
    C3,   // C2 with what the last two values were already above it: a surge of three steps
};

struct EarsOptions {
    std::size_t baseline = 7;                  // values that make the norm, at least 3
    double min_sigma = 1;                      // of messages: without it one message after seven empty weeks would alarm
    double alpha = 0.001;
};
/// As published: α = 0.001 for C1 and C2, 0.025 for C3.
EarsOptions ears_options(Ears method);

struct EarsPoint { double expected = 0, upper = 0; bool is_alarm = false; };   // alarm: the last value is above `upper`

/// How the last of `series` (oldest first) looks against those before it. n = values of the norm.
/// TooFewPeriods: fewer than the norm, its lag (C2, C3: 2) and, for C3, two more.
Finding<EarsPoint> ears(Ears method, std::span<const double> series, const EarsOptions& options);

}  // namespace problemator
