// Getis–Ord Gi and Gi*: is the sum around a place larger than chance would put there? A hot spot is a neighbourhood, not a large number.
// Getis & Ord 1992, Geogr Anal 24:189–206; Ord & Getis 1995, Geogr Anal 27:286–306 (the z for any weights). Weights with the place
// itself make Gi*, without it Gi. Row weights give the same z as binary ones; esda's z for row weights uses the variance of binary
// ones and is smaller by a constant (docs/methods.md).
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/weights.hpp"

namespace problemator {

struct LocalGOptions {
    std::size_t permutations = 999;   // 0: p from the normal distribution of z
    std::uint64_t seed = 1;
};

struct LocalG {
    double around = 0, expected = 0;  // weighted sum around the place, and its mean under chance
    double z = 0;
    double p_hot = 1, p_cold = 1;     // one-sided
    double p = 1;                     // two-sided: twice the smaller, at most 1
    double q = 1;                     // Benjamini–Hochberg over the p of all places that have one
};

/// One finding per place; n is its number of neighbours. Permutation: the place keeps its value, the others are dealt out anew
/// (conditional; Anselin 1995), p = (1 + as extreme) / (1 + permutations); all places see the same deals.
/// NoNeighbours: alone. NoVariation: all values equal, or everybody is a neighbour. TooFewCounts: fewer than three places.
/// pre: as many values as places, each finite. Work: links × permutations.
std::vector<Finding<LocalG>> local_g(std::span<const double> values, const SpatialWeights& weights, const LocalGOptions& options = {});

}  // namespace problemator
