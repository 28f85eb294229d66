// Cusum: what is above the norm adds up from week to week, so that slow growth, which no single week shows, is seen.
// Page 1954, Biometrika 41:100–115; for counts with the transformation of Rossi et al. 1999, Stat Med 18:2111–2122:
// C_t = max(0, C_{t−1} + z_t − k), alarm at C_t ≥ h. Defaults k = 1.04, h = 2.26: one false alarm in about 500 weeks.
// Against R surveillance::algo.cusum: tests/unit/stats/cusum.cpp.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

enum class CusumScale : std::uint8_t {
    Rossi,      // z = (y − 3m + 2√(m·y)) / (2√m): near normal also for means of one or two
    Standard,   // z = (y − m) / √m
};
enum class CusumReset : std::uint8_t {
    Never,        // the sum stays up until the excess has been paid back: the surge goes on
    AfterAlarm,   // the sum begins at zero after each alarm: the next alarm tells of a new surge
};

struct CusumOptions {
    double mean = 0;                           // the norm, in messages a week
    double k = 1.04, h = 2.26;
    CusumScale scale = CusumScale::Rossi;
    CusumReset reset = CusumReset::Never;
};

/// upper: the count at which this week's sum would reach h, given the weeks before.
struct CusumPoint { double sum = 0, upper = 0; bool is_alarm = false; };

/// One point for each of `counts`, oldest first. TooFewPeriods: none. TooFewCounts: a norm that is not above 0.
/// NotConverged: values that are negative or not finite.
Finding<std::vector<CusumPoint>> cusum(std::span<const double> counts, const CusumOptions& options);

}  // namespace problemator
