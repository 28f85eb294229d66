// Hot spots: Gi* of every place in every week (core/stats/getis_ord), and what the weeks of a place amount to (core/stats/emerging).
#pragma once
#include <span>
#include <vector>

#include "core/stats/emerging.hpp"
#include "core/stats/getis_ord.hpp"

namespace problemator {

struct HotSpots {
    std::vector<Finding<LocalG>> last;           // of every place in the last week; empty without weeks
    std::vector<Finding<EmergingSpot>> kinds;    // of every place
};

/// `values`: places × weeks, the weeks of a place beside each other, oldest first. A place is hot or cold in a week where its q is at most `max_false_share`.
/// pre: values.size() == weights.places() × weeks. The weeks are judged on all processors.
HotSpots hot_spots(std::span<const double> values, std::size_t weeks, const SpatialWeights& weights, const LocalGOptions& options, double max_false_share = 0.05);

}  // namespace problemator
