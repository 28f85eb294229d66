#include "core/model/map/map_cells.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::uint32_t kMultiples[] = {1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40, 80, 160};
constexpr double kCellsAcross = 60;

std::string size_words(std::uint32_t size_m, Lang lang) {
    if (size_m < 1000) return format_count(size_m, lang) + std::string{Phrase{"\u00A0м", "\u00A0m"}.in(lang)};
    return format_decimal(size_m / 1000.0, size_m % 1000 == 0 ? 0 : 1, lang) + std::string{Phrase{"\u00A0км", "\u00A0km"}.in(lang)};
}

}  // namespace

GridPlane map_plane(const World& world) {
    if (world.snapshot.info.plane) return *world.snapshot.info.plane;
    std::vector<Degrees> points;
    for (const Territory& territory : world.profile.territories)
        if (territory.lat && territory.lon) points.push_back({*territory.lat, *territory.lon});
    return plane_about(points).value_or(GridPlane{});
}

std::uint32_t finest_cell(const World& world) { return std::max(world.snapshot.info.cell_m, kExactCellMetres); }

std::uint32_t fitting_cell(const World& world, double metres) {
    const std::uint32_t finest = finest_cell(world);
    for (const std::uint32_t times : kMultiples)
        if (finest * times >= metres / kCellsAcross) return std::min(finest * times, kMaxCellMetres);
    return std::min(finest * kMultiples[std::size(kMultiples) - 1], kMaxCellMetres);
}

Degrees row_point(const Table& table, std::uint32_t row) { return {table.lat_e6[row] / 1e6, table.lon_e6[row] / 1e6}; }

std::vector<CellCount> count_cells(const Table& table, std::span<const std::uint32_t> rows, GridPlane plane, std::uint32_t size_m) {
    std::vector<HexCell> cells;
    for (const std::uint32_t row : rows)
        if (has_row_point(table, row)) cells.push_back(hex_at(to_metres(plane, row_point(table, row)), size_m));
    std::sort(cells.begin(), cells.end());
    std::vector<CellCount> out;
    for (const HexCell cell : cells) {
        if (out.empty() || out.back().cell != cell) out.push_back({cell, 0});
        ++out.back().n;
    }
    return out;
}

int density_class(std::uint32_t n) { return static_cast<int>(std::upper_bound(std::begin(kDensityLimits), std::end(kDensityLimits), n) - std::begin(kDensityLimits)); }

HexLayer density_layer(const Scope& scope, std::span<const std::uint32_t> rows, std::uint32_t size_m) {
    const GridPlane plane = map_plane(scope.world);
    HexLayer out{size_m, {}};
    State all = rows_state(scope, scope.filter.basis, scope.filter.period);
    const std::string words = cell_words(size_m, scope.lang);
    for (const CellCount& counted : count_cells(scope.table, rows, plane, size_m)) {
        all.place = {plane, size_m, {counted.cell}};
        MapHex hex{counted.cell, count_figure(scope, counted.n, all), density_class(counted.n), words};
        explain(hex.count, scope, {"сообщения с известной точкой в ячейке", "messages with a known point in the cell"}, all);
        if (is_hidden_count(scope.world, counted.n)) hex.color_class = 1;   // the shade must not tell what the words hide
        out.cells.push_back(std::move(hex));
    }
    return out;
}

std::string cell_words(std::uint32_t size_m, Lang lang) { return std::string{Phrase{"ячейка ", "cell "}.in(lang)} + size_words(size_m, lang); }

}  // namespace problemator
