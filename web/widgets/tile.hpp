// Tile (плитка): label and aside, value with unit, sparkline, change and the same week a year ago. A click opens the rows behind it.
#pragma once
#include <optional>

#include "core/charts/scene.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class TileSize : std::uint8_t { Full, Compact };   // 104 px with «АППГ», 92 px without

/// Where the parts of a tile stand. Pure: no drawing, no ImGui.
struct TileLayout {
    Box label, aside, value, unit, change, year_ago, trend;   // empty (w = 0) = not shown
    std::optional<Point> why;                                 // centre of the `i`, beside the number that it explains
};
double tile_height(TileSize size);
TileLayout layout_tile(const Tile& tile, Box box, TileSize size);
void draw_tile(Ui& ui, const Tile& tile, Box box, TileSize size);

}  // namespace problemator::web
