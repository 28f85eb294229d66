// Map cells: messages by the hexagon that they stand in.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/model/map/map_page.hpp"
#include "core/model/scope.hpp"

namespace problemator {

inline constexpr std::uint32_t kExactCellMetres = 150;   // the finest cell where points are exact

struct CellCount { HexCell cell; std::uint32_t n = 0; };

/// The plane of the map: the snapshot's, else about the profile's territories.
GridPlane map_plane(const World& world);
/// Finest cell that says something: that of the published points, or kExactCellMetres.
std::uint32_t finest_cell(const World& world);
/// A cell of which at most sixty stand across `metres`, a multiple of the finest.
std::uint32_t fitting_cell(const World& world, double metres);
Degrees row_point(const Table& table, std::uint32_t row);
inline bool has_row_point(const Table& table, std::uint32_t row) { return has(table.marks[row], Mark::HasPlace) && row < table.lat_e6.size(); }
/// Every row with a point is in exactly one cell; cells ascending.
std::vector<CellCount> count_cells(const Table& table, std::span<const std::uint32_t> rows, GridPlane plane, std::uint32_t size_m);
/// 1…5: from 1, 2, 3, 5, 8 messages.
int density_class(std::uint32_t n);
inline constexpr std::uint32_t kDensityLimits[] = {1, 2, 3, 5, 8};

/// The cells with their numbers; each opens its messages.
HexLayer density_layer(const Scope& scope, std::span<const std::uint32_t> rows, std::uint32_t size_m);
/// «ячейка 250 м», «ячейка 3 км».
std::string cell_words(std::uint32_t size_m, Lang lang);

}  // namespace problemator
