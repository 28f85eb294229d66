#include "web/widgets/panel.hpp"

#include <algorithm>

#include "web/widgets/block_menu.hpp"
#include "web/widgets/link.hpp"

namespace problemator::web {

void panel_frame(Ui& ui, Box box) { ui.paint.rect(box, Ink::Surface, 10, Ink::Line); }

Box panel(Ui& ui, std::string_view id, Box box, const PanelHead& head) {
    panel_frame(ui, box);
    const double y = box.y + kPanelHead / 2, left = box.x + kPanelPadding;
    double right = right_of(box) - kPanelPadding;
    if (!head.link_text.empty() && !head.link_href.empty())
        right -= link(ui, std::string{id} + "/link", {right, y}, Anchor::End, head.link_text, head.link_href) + 12;
    const double room = std::max(1.0, right - left);
    const double title = show_text(ui, head.title, {left, y}, {.size = 14, .weight = Weight::SemiBold, .max_width = room});
    const double rest = room - title - 8;
    if (!head.subtitle.empty() && rest > 36)
        show_text(ui, head.subtitle, {left + title + 8, y + 0.5}, {.size = 12, .ink = Ink::Ink3, .max_width = rest});
    block_corner(ui, id, box, right, y);
    return {box.x, box.y + kPanelHead, box.w, std::max(0.0, box.h - kPanelHead)};
}

}  // namespace problemator::web
