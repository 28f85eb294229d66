// Block menu: the corner button of a block that can be copied or downloaded — seen while the pointer is over the block or its twin in
// the text view has the focus. The menu itself is HTML of the shell.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Nothing for a block that the page cannot export. `right`: where the button ends.
void block_corner(Ui& ui, std::string_view block, Box box, double right, double y);

}  // namespace problemator::web
