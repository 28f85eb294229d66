// The user's own GeoJSON: named points (street, house) and areas (territories), read with bounds.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/import/values.hpp"

namespace problemator {

using GeoRing = std::vector<GeoPoint>;

/// A feature with a name. Points may say territory, street and house; areas are named after their territory.
struct GeoPlace {
    std::string territory, street, house;   // from the properties, as found
    GeoPoint point;                         // of a point; meaningless for an area
    std::vector<GeoRing> rings;             // of an area: outer rings and holes together (even-odd rule); empty for a point
};

inline constexpr std::size_t kMaxGeoBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMaxGeoVertices = 1'000'000;

/// Reads a FeatureCollection, a Feature or a GeometryCollection (RFC 7946). Names are taken from the properties "territory",
/// "settlement", "name", «Территория», «Населённый пункт», «Название», "street" («Улица»), "house" («Дом»), as in OpenStreetMap too ("addr:street" …).
/// Lines and features without a name say nothing here and are passed over. Longitude outside ±180, latitude outside ±90,
/// a ring of fewer than four positions, and too many vertices are Errors with the path.
Result<std::vector<GeoPlace>> read_geo_places(std::string_view json, std::string_view file_name);
/// Even-odd rule; a point on the border may be in or out.
bool is_inside(const GeoPlace& area, GeoPoint point);

}  // namespace problemator
