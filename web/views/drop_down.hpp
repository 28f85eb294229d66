// Drop-down: one choice of several behind a button with a chevron. Arrows and Enter work in the open list; Esc or a click outside closes it.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Of the closed button: as wide as the chosen words.
double drop_down_width(const std::vector<Choice>& choices);
/// 32 px high, drop_down_width wide; nothing without choices. The list is as wide as its widest choice. Picking pushes Go with its link.
void drop_down(Ui& ui, std::string_view id, Point at, const std::vector<Choice>& choices);

/// The button that opens the filters: what it opens is known only here, so it is not a link. True when clicked.
bool filters_button(Ui& ui, std::string_view id, Box box, std::string_view text, bool is_on);
double filters_button_width(std::string_view text);

}  // namespace problemator::web
