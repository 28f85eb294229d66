// Link: 12/500 accent text with a chevron; the whole line is the target.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

double link_width(std::string_view text);
/// `anchor` says which end stands at `at`. Returns the width.
double link(Ui& ui, std::string_view id, Point at, Anchor anchor, std::string_view text, std::string_view href);

}  // namespace problemator::web
