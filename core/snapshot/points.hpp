// Points of a published snapshot: no message stands where it happened. Every point moves to the middle of a hexagon, and a hexagon
// that holds too few messages to hide among loses its points.
#pragma once
#include "core/schema/profile.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {

inline constexpr std::uint32_t kPublishedCellMetres = 250;   // between opposite sides: some five hectares
inline constexpr std::uint32_t kLeastInPublishedCell = 3;    // of all weeks; a profile may ask for more (thresholds.count_published)

/// Where the plane of the map lies: by the profile's territories, else by the ground, else by the messages. Nothing when neither a
/// message has a point nor there is a ground.
std::optional<GridPlane> plane_of(const Profile& profile, const Table& table, const DistrictMap* ground);
/// pre: info.plane is known where a row has a point; otherwise all points go.
void coarsen_points(Snapshot& snapshot);
/// Every point stands in the middle of a cell of the stated size, among enough others.
bool are_points_coarse(const Snapshot& snapshot);

}  // namespace problemator
