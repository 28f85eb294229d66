// Panel: the one level of boxes on a page — surface, hairline, radius 10, a head of 44 px with title, subtitle and a link at the right.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kPanelHead = 44, kPanelPadding = 16;

struct PanelHead { std::string_view title{}, subtitle{}, link_text{}, link_href{}; };

void panel_frame(Ui& ui, Box box);
/// Frame and head; the subtitle gives way to the link and the title to both. Returns the box below the head, without side padding.
Box panel(Ui& ui, std::string_view id, Box box, const PanelHead& head);

}  // namespace problemator::web
