// Block menu: the button of a block that can be copied or downloaded. In the corner of a panel it is seen while the pointer is over the
// panel or its twin in the text view has the focus; where there is room for it, it stays. The menu itself is HTML of the shell.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Nothing for a block that the page cannot export. `right`: where the button ends.
void block_corner(Ui& ui, std::string_view block, Box box, double right, double y);
/// The same as an icon that is always there, kBlockIcon wide and tall.
inline constexpr double kBlockIcon = 28;
void block_icon(Ui& ui, std::string_view block, Point centre);

}  // namespace problemator::web
