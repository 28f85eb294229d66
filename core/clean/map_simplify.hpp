// Simplification that keeps neighbours together: lines are cut where borders meet, a shared piece is thinned once for both its sides.
// Visvalingam & Whyatt 1993, Cartographic J 30:46–51: the vertex whose triangle with its two neighbours is smallest goes first.
#pragma once
#include "core/schema/district_map.hpp"

namespace problemator {

/// Drops repeated vertices, rings of fewer than three and lines of fewer than two; then thins to `most` vertices, the least visible
/// first, over all shapes together. Ends of lines, meeting points of borders and what keeps a ring an area stay; of more lines than
/// `most` / 4 the largest stay. A little more than `most` may be left where borders meet at every vertex. Work: n log n.
void simplify_map(DistrictMap& map, std::size_t most = kMaxMapVertices);
std::size_t count_vertices(const DistrictMap& map);

}  // namespace problemator
