// Parts of the map, one builder each: what is seen, the territories, the hot spots, the weeks.
#pragma once
#include "core/model/map/map_cells.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// A rectangle of the plane.
struct MapFrame { Metres low, high; double wide() const { return high.x - low.x; } double tall() const { return high.y - low.y; } };
/// Around the ground, the territories and the messages; nullopt when nothing has a point.
std::optional<MapFrame> whole_frame(const World& world);

/// Territories by count, the largest first, whatever territory is chosen.
std::vector<MapPlace> map_places(const Scope& scope);

struct MapSpots { std::vector<MapSpot> shown; std::vector<Code> territories; std::string none, note; };   // a territory per spot
/// Topics above their norm in a territory, the most severe first; cells of `size_m` and of the inset's `close_m`.
MapSpots map_spots(const Scope& scope, std::uint32_t size_m, std::uint32_t close_m);

struct MapWeeks { std::vector<Bar> weeks; std::optional<std::size_t> shown; std::vector<std::pair<std::size_t, std::string>> labels; };
MapWeeks map_weeks(const Scope& scope);

}  // namespace problemator
