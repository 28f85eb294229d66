// Bootstrap: an interval for a mean or a median without a formula for its spread.
// Efron & Tibshirani 1993, «An Introduction to the Bootstrap», ch. 13 (percentile) and 14 (BCa: corrected for bias and skewness).
#pragma once
#include <cstdint>
#include <span>

#include "core/stats/finding.hpp"

namespace problemator {

enum class Statistic : std::uint8_t { Mean, Median };
enum class BootstrapKind : std::uint8_t { Percentile, Bca };
struct BootstrapOptions { BootstrapKind kind = BootstrapKind::Bca; int draws = 2000; std::uint64_t seed = 1844; double level = 0.95; };

/// The statistic with its interval. Values that are not finite are left out. Draws are kept within 100…100,000 and values × draws under
/// 50 million (but never fewer than 100 draws). Withheld: fewer than 5 values (TooFewCounts), all equal (NoVariation), a sum
/// beyond the numbers of the machine (TooLarge).
Finding<Interval> bootstrap(std::span<const double> values, Statistic statistic, const BootstrapOptions& options = {});

}  // namespace problemator
