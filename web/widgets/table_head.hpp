// Table head: 11/500 captions over the columns; a click on one sorts, an arrow stands beside the sorted one.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class Sorting : std::uint8_t { None, Ascending, Descending };

struct HeadCell {
    std::string_view id, text, href;   // no href: the column does not sort
    double x = 0, w = 0;               // the column's edges
    Anchor anchor = Anchor::Start;
    Sorting sorting = Sorting::None;
};

/// Draws the captions in the middle of `box` and the hairline under it.
void table_head(Ui& ui, std::string_view id, Box box, const std::vector<HeadCell>& cells);

}  // namespace problemator::web
