// DistrictMap: the ground under the numbers — outline, territories, water and roads, already simplified to what a screen can show.
// It travels in the snapshot, so that no browser ever asks a server for tiles. Read by core/clean/map_geojson.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace problemator {

struct MapVertex {                                      // hundred-thousandths of a degree: about a metre
    std::int32_t lat_e5 = 0, lon_e5 = 0;
    friend auto operator<=>(const MapVertex&, const MapVertex&) = default;
};
using MapLine = std::vector<MapVertex>;                 // a ring is not closed by repeating its first vertex

enum class MapKind : std::uint8_t { District, Territory, Water, River, Road };
inline constexpr std::size_t kMapKinds = 5;
constexpr bool is_area(MapKind kind) { return kind <= MapKind::Water; }

struct MapShape {
    MapKind kind{};
    std::string territory;                              // id of the profile; only of a Territory
    std::vector<MapLine> lines;                         // rings of an area (outer ones and holes together, even-odd rule), else lines
    friend bool operator==(const MapShape&, const MapShape&) = default;
};

struct DistrictMap {
    std::vector<MapShape> shapes;                       // areas first, then lines, each in the order of the file
    bool is_schematic = false;                          // drawn by hand, not surveyed: the map says so
    std::string source;                                 // whom to name under the map; may be empty
    friend bool operator==(const DistrictMap&, const DistrictMap&) = default;
};

inline constexpr std::size_t kMaxMapVertices = 6000;    // of all shapes together: about 25 KB in a snapshot
inline constexpr std::size_t kMaxMapShapes = 2000;

/// Even-odd rule over the rings of an area; a point on the border may be in or out.
inline bool is_inside(const MapShape& area, MapVertex p) {
    bool is_in = false;
    for (const MapLine& ring : area.lines) {
        for (std::size_t i = 0, j = ring.empty() ? 0 : ring.size() - 1; i < ring.size(); j = i++) {
            const MapVertex a = ring[i], b = ring[j];
            if ((a.lat_e5 > p.lat_e5) == (b.lat_e5 > p.lat_e5)) continue;
            const double across = static_cast<double>(b.lon_e5 - a.lon_e5) * (p.lat_e5 - a.lat_e5) / (b.lat_e5 - a.lat_e5) + a.lon_e5;
            if (p.lon_e5 < across) is_in = !is_in;
        }
    }
    return is_in;
}

}  // namespace problemator
