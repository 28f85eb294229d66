#include "web/views/matrix_cursor.hpp"

#include <algorithm>

namespace problemator::web {

std::optional<GridCell> stepped(std::optional<GridCell> from, Step step, std::size_t rows, std::size_t columns) {
    if (rows == 0 || columns == 0) return std::nullopt;
    if (!from) return GridCell{};
    GridCell cell{std::min(from->row, rows - 1), std::min(from->column, columns - 1)};
    switch (step) {
        case Step::Up: cell.row -= cell.row > 0 ? 1 : 0; break;
        case Step::Down: cell.row += cell.row + 1 < rows ? 1 : 0; break;
        case Step::Left: cell.column -= cell.column > 0 ? 1 : 0; break;
        case Step::Right: cell.column += cell.column + 1 < columns ? 1 : 0; break;
        case Step::First: cell.column = 0; break;
        case Step::Last: cell.column = columns - 1; break;
    }
    return cell;
}

std::optional<std::size_t> region_at(const std::vector<HitRegion>& regions, Point at) {
    for (std::size_t i = regions.size(); i-- > 0;) {
        const Box& box = regions[i].box;
        if (at.x >= box.x && at.x < box.x + box.w && at.y >= box.y && at.y < box.y + box.h) return i;
    }
    return std::nullopt;
}

}  // namespace problemator::web
