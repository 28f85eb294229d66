// The ground of a municipality from its GeoJSON: outline, territories, water and roads, read with bounds and simplified.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/district_map.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

struct MapReport {
    std::array<std::size_t, kMapKinds> lines{};         // of each kind, as read
    std::size_t passed_over = 0;                        // features that say nothing here: points, lines without a kind, areas of somebody else
    std::vector<std::string> unknown_territories;       // named as a territory, but not in the profile; the first ten
    std::size_t vertices_read = 0, vertices_kept = 0;
};

/// Reads a FeatureCollection (RFC 7946) of Polygon, MultiPolygon, LineString and MultiLineString. What a feature is, its property
/// "kind" («вид») says: district, territory, water, river, road («район», «территория», «вода», «река», «дорога»); without it
/// OpenStreetMap's keys do (natural=water, waterway, highway, railway), or the name: of a territory of the profile, or of the profile.
/// Members of the collection: "schematic": true — drawn, not surveyed; "source": whom to name.
/// Error (file, path, piece): not GeoJSON, a position off the globe, a ring of fewer than four positions, too large, nothing to draw.
Result<DistrictMap> read_district_map(std::string_view json, std::string_view file_name, const Profile& profile, MapReport* report = nullptr);

/// The map that the program carries for a built-in profile; null when there is none, or its file is spoilt.
std::shared_ptr<const DistrictMap> builtin_map(const Profile& profile);

}  // namespace problemator
