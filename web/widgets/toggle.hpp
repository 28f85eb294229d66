// Toggle: a switch with its words, on or off; a click goes where the other state is.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

double toggle_width(std::string_view text);
/// 32 px high; `choice.is_selected` = on. Cut words are told whole by the tooltip.
void toggle(Ui& ui, std::string_view id, Box box, const Choice& choice);

}  // namespace problemator::web
