// Matrix cursor: the cell that the keyboard stands on. Arithmetic only.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/charts/scene.hpp"

namespace problemator::web {

struct GridCell {
    std::size_t row = 0, column = 0;
    friend bool operator==(const GridCell&, const GridCell&) = default;
};

enum class Step : std::uint8_t { Up, Down, Left, Right, First, Last };   // First and Last: of the row

/// The neighbour, staying inside `rows` × `columns`; the first step from nowhere goes to the first cell.
std::optional<GridCell> stepped(std::optional<GridCell> from, Step step, std::size_t rows, std::size_t columns);
/// The region under the point; the last one wins where they overlap. nullopt when there is none.
std::optional<std::size_t> region_at(const std::vector<HitRegion>& regions, Point at);

}  // namespace problemator::web
