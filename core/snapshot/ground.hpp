// The ground of a snapshot: an optional section with the simplified outlines. Vertices are steps from the one before, a few bytes each.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/schema/district_map.hpp"

namespace problemator {

/// The same map gives the same bytes.
std::vector<std::uint8_t> ground_bytes(const DistrictMap& map);
/// nullopt when a count, a kind, a text or a place on the globe cannot be; memory is bounded by the size of `bytes`.
std::optional<DistrictMap> read_ground(std::span<const std::uint8_t> bytes);

}  // namespace problemator
