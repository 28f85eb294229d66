#include "web/views/drawer.hpp"

#include <algorithm>

namespace problemator::web {
namespace {

constexpr Phrase kClose = {"Закрыть (Esc)", "Close (Esc)"};

void draw_chevron_up(Ui& ui, Point centre, Ink ink) {
    ui.paint.polyline({{centre.x - 3.5, centre.y + 1.75}, {centre.x, centre.y - 1.75}, {centre.x + 3.5, centre.y + 1.75}}, ink, 1.5);
}

void draw_icon(Ui& ui, DrawerIcon icon, Point centre, Ink ink) {
    switch (icon) {
        case DrawerIcon::Close: return ui.paint.icon(Painter::Icon::Close, centre, ink);
        case DrawerIcon::Down: return ui.paint.icon(Painter::Icon::ChevronDown, centre, ink);
        case DrawerIcon::Up: return draw_chevron_up(ui, centre, ink);
    }
}

}  // namespace

Box drawer_box(Box page) {
    const double wide = std::min(kDrawerWidth, page.w);
    return {right_of(page) - wide, page.y, wide, page.h};
}

void draw_drawer_ground(Ui& ui, Box box) {
    ui.paint.hit("drawer-ground", box, {}, ui.commands);   // nothing under the drawer answers the pointer
    ui.paint.rect(box, Ink::Surface);
    ui.paint.line({box.x, box.y}, {box.x, bottom_of(box)}, Ink::Line);
}

void drawer_icon(Ui& ui, std::string_view id, DrawerIcon icon, Point centre, std::string_view href, std::string_view hint) {
    constexpr double kSide = 28;
    if (href.empty()) return draw_icon(ui, icon, centre, Ink::InkDisabled);
    const Box box{centre.x - kSide / 2, centre.y - kSide / 2, kSide, kSide};
    const auto hit = ui.paint.hit(id, box, href, ui.commands);
    if (hit.hovered) ui.paint.rect(box, Ink::Hover, 6);
    draw_icon(ui, icon, centre, Ink::Ink2);
    ui.paint.tooltip(hint, {});
}

void drawer_rule(Ui& ui, double x, double y, double width) { ui.paint.line({x, y}, {x + width, y}, Ink::Line); }

std::string_view close_word(Lang lang) { return kClose.in(lang); }

}  // namespace problemator::web
