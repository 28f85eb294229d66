// Drop-down: one choice of several behind a button with a chevron. Arrows and Enter work in the open list; Esc or a click outside closes it.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Wide enough for every choice, so that the toolbar does not move when another one is taken.
double drop_down_width(const std::vector<Choice>& choices);
/// 32 px high, drop_down_width wide; nothing without choices. Picking pushes Go with the choice's link.
void drop_down(Ui& ui, std::string_view id, Point at, const std::vector<Choice>& choices);

/// A bordered button for something that only this screen knows (an open panel), not a link. True when clicked.
bool toggle_button(Ui& ui, std::string_view id, Box box, std::string_view text, Painter::Icon icon, bool is_on);
double toggle_button_width(std::string_view text);

}  // namespace problemator::web
