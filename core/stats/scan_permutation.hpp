// Space–time permutation scan: is there a place with more messages lately than its own past and everybody's lately explain?
// Needs no population: expected of a window = cases of the zone × cases of the periods / all cases.
// Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005, PLoS Med 2(3):e59; prospective: Kulldorff 2001, JRSS-A 164:61–72.
#pragma once
#include <cstdint>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/scan_zones.hpp"

namespace problemator {

inline constexpr std::uint64_t kMaxScanCases = 5'000'000;

/// Log likelihood ratio of c cases where μ were expected, of C in all: c·ln(c/μ) + (C−c)·ln((C−c)/(C−μ)) for c > μ, else 0.
double permutation_score(double count, double expected, double all);

/// Clusters that are still there in the last period; n = cases. Replicas deal the periods of the cases out anew among the places.
/// zones: nearest_places(…, Self::With). max_periods is cut to half of the periods. An empty list is an answer: nothing above expectation.
/// TooFewPeriods: below two. TooFewCounts: below two cases. NoNeighbours: fewer than two places. TooLarge: kMaxScanCases, kMaxScanSteps.
Finding<std::vector<ScanCluster>> scan_permutation(const PlacePeriods<std::uint32_t>& counts, const SpatialWeights& zones, const ScanOptions& options = {});

}  // namespace problemator
