// Lines of an excess, alike in the drawer of a cell and on the card of a problem: which parts of what came too much, and how much of it.
#pragma once
#include "core/model/counts/excess_line.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kExcessRow = 22;

/// One row a line from `top` on; a row opens its messages. `id`: of the hit areas.
void draw_excess_lines(Ui& ui, std::string_view id, const std::vector<ExcessLine>& lines, Point top, double width);

}  // namespace problemator::web
