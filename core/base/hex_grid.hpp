// HexGrid: hexagons on a small plane about a whole degree, in numbers that a link can hold — a drawn cell, the filter that lists its
// messages and a point made coarse for publishing mean the same ground.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

/// Where the plane touches the globe: whole degrees. East–west distances are those of this latitude; half a degree away they are off by 2 % at 62° N.
struct GridPlane { std::int32_t lat = 0, lon = 0; friend bool operator==(const GridPlane&, const GridPlane&) = default; };
struct Metres { double x = 0, y = 0; };                 // east and north of the origin
struct Degrees { double lat = 0, lon = 0; };

Metres to_metres(GridPlane plane, Degrees at);          // the 180th meridian may run through the plane (Chukotka)
Degrees to_degrees(GridPlane plane, Metres at);         // longitude −180…180
/// The plane whose origin is nearest to the middle of the points; nullopt without points.
std::optional<GridPlane> plane_about(std::span<const Degrees> points);

/// Axial place of a hexagon with a corner to the north: q eastwards, r to the north-east.
struct HexCell {
    std::int32_t q = 0, r = 0;
    friend auto operator<=>(const HexCell&, const HexCell&) = default;
};
/// `size_m`: distance of opposite sides. Every point lies in exactly one cell.
HexCell hex_at(Metres at, double size_m);
Metres hex_centre(HexCell cell, double size_m);
/// Corners from the north-east one clockwise; side i lies between corners i and i + 1 and touches hex_neighbour(cell, i).
std::array<Metres, 6> hex_corners(HexCell cell, double size_m);
HexCell hex_neighbour(HexCell cell, std::size_t side);

/// Cells whose messages are meant. Without cells: everywhere.
struct HexArea {
    GridPlane plane;
    std::uint32_t size_m = 0;
    std::vector<HexCell> cells;                          // sorted, no doubles
    bool is_everywhere() const { return cells.empty(); }
    bool holds(std::int32_t lat_e6, std::int32_t lon_e6) const;
    friend bool operator==(const HexArea&, const HexArea&) = default;
};
inline constexpr std::size_t kMaxAreaCells = 64;
inline constexpr std::uint32_t kMinCellMetres = 50, kMaxCellMetres = 100'000;

/// "62_66_1500_12.-7_13.-7": origin, size, cells. Sorts and bounds on reading; nullopt when it is not an area.
std::string write_area(const HexArea& area);
std::optional<HexArea> read_area(std::string_view text);

}  // namespace problemator
