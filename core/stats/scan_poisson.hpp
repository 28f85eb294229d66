// Expectation-based Poisson scan: which group of neighbouring settlements lies above its own norm in the last weeks, taken together?
// Small rises that no settlement shows alone add up. Neill, Moore, Sabhnani & Daniel 2005, KDD '05:218–227; Neill 2009, Int J Forecast 25:498–517.
#pragma once
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/scan_zones.hpp"

namespace problemator {

/// C·ln(C/B) + B − C for C > B > 0, else 0.
double poisson_score(double count, double baseline);

/// Clusters of the last 1…max_periods columns; both tables hold only those columns (max_periods is cut to them). n = places.
/// baselines: what is usually received, > 0; a zone whose baseline is 0 is passed over (give half a message a window, as the norm does).
/// Replicas: every cell drawn from Poisson(baseline), so counts that vary more than Poisson give too small a p (docs/methods.md).
/// max_share does not apply: the norm of a zone does not depend on the rest. NoNeighbours: no place. TooFewPeriods: no column. TooLarge: kMaxScanSteps.
Finding<std::vector<ScanCluster>> scan_poisson(const PlacePeriods<double>& counts, const PlacePeriods<double>& baselines, const SpatialWeights& zones, const ScanOptions& options = {});

}  // namespace problemator
