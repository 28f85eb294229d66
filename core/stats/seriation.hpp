// Seriation: an order of rows in which neighbours are alike, for a matrix that is read by eye. Hierarchical clustering with average
// linkage over Hellinger distances of the rows' profiles (counts divided by their sum), then the order of the leaves that makes the
// sum of distances between neighbours the smallest of all orders that keep the tree (Bar-Joseph, Gifford, Jaakkola 2001).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace problemator {

/// Hellinger distance of two profiles of counts, 0…1. Lengths are equal; a side without counts is 1 away from everything.
double profile_distance(std::span<const double> a, std::span<const double> b);

/// Places of the rows in the order of likeness. `counts`: row by row, `columns` numbers each, ≥ 0. Rows without counts keep their order
/// at the end. Of the two directions the one whose first row came earlier. The same input gives the same order.
/// Cost: rows⁴ in the worst case; meant for at most some fifty rows.
std::vector<std::size_t> likeness_order(std::span<const double> counts, std::size_t columns);

/// Sum of the distances between neighbours in an order: what likeness_order makes small.
double path_length(std::span<const double> counts, std::size_t columns, std::span<const std::size_t> order);

}  // namespace problemator
