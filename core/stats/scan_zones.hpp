// Scan zones: what both scans share. A zone is a place with its 0…k−1 nearest, a window is a zone over the last 1…w periods.
// Kulldorff 1997, Commun Stat Theory 26:1481–1496 (zones, p by rank); 2001, JRSS-A 164:61–72 (only windows that end now).
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/weights.hpp"

namespace problemator {

struct ScanOptions {
    std::size_t max_periods = 8;         // longest window
    double max_share = 0.5;              // of all cases: a larger zone is no hot spot (permutation scan only)
    std::size_t replicas = 999;
    std::size_t max_clusters = 10;       // the strongest and those that share no place with a stronger one
    std::uint64_t seed = 1;
};

/// One zone × window that stands out. p compares its score with the highest score of every replica, so it already allows for
/// having looked everywhere; for all but the strongest cluster this p is too large rather than too small.
struct ScanCluster {
    std::uint32_t centre = 0;
    std::vector<std::uint32_t> places;   // nearest to the centre first
    std::size_t periods = 1;             // the last so many
    double count = 0, expected = 0;
    double relative_risk = 1;
    double score = 0;
    double p = 1;
    double recurrence = 1;               // periods between alarms as strong as this by chance alone: 1 / p
};

inline constexpr double kMaxScanSteps = 4e9;   // places × nearest × windows × replicas

/// Table of places × periods, row after row; the last column is now.
template <typename Number>
struct PlacePeriods {
    std::size_t places = 0, periods = 0;
    std::span<const Number> cells;
    Number at(std::size_t place, std::size_t period) const { return cells[place * periods + period]; }
    bool is_whole() const { return cells.size() == places * periods; }
};

/// The best window around one centre, its zone as the first `size` neighbours of the centre.
struct ScanWindow { std::uint32_t centre = 0; std::size_t size = 0, periods = 0; double count = 0, expected = 0, score = 0; };

/// Clusters by falling score, no two sharing a place (each centre offers its best window only); `replica_best` (any order) gives p and recurrence. Equal scores: smaller centre first.
std::vector<ScanCluster> choose_clusters(std::vector<ScanWindow> windows, const SpatialWeights& zones, std::vector<double> replica_best, std::size_t most);

}  // namespace problemator
