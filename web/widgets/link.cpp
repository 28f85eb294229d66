#include "web/widgets/link.hpp"

namespace problemator::web {
namespace {

constexpr TextStyle kLink{.size = 12, .weight = Weight::Medium, .ink = Ink::Accent};
constexpr double kChevron = 14;

}  // namespace

double link_width(std::string_view text) { return width_of(text, kLink) + kChevron; }

double link(Ui& ui, std::string_view id, Point at, Anchor anchor, std::string_view text, std::string_view href) {
    const double width = link_width(text);
    const double left = anchor == Anchor::Start ? at.x : anchor == Anchor::End ? at.x - width : at.x - width / 2;
    const Box target{left - 6, at.y - 14, width + 10, 28};
    const auto hit = ui.paint.hit(id, target, href, ui.commands);
    if (hit.hovered) ui.paint.rect(target, Ink::Hover, 6);
    ui.paint.text(text, left, at.y, kLink);
    ui.paint.icon(Painter::Icon::ChevronRight, {left + width - 5, at.y}, Ink::Accent);
    return width;
}

}  // namespace problemator::web
