#include "web/widgets/table_head.hpp"

#include <algorithm>

namespace problemator::web {
namespace {

constexpr double kArrow = 16;

void head_cell(Ui& ui, const std::string& id, Box box, const HeadCell& cell) {
    const bool is_sorted = cell.sorting != Sorting::None;
    const Box target{cell.x, box.y + 4, cell.w, box.h - 8};
    const auto hit = ui.paint.hit(id, target, cell.href, ui.commands);
    const TextStyle style{.size = 11, .weight = is_sorted ? Weight::SemiBold : Weight::Medium, .ink = is_sorted || (hit.hovered && !cell.href.empty()) ? Ink::Ink1 : Ink::Ink3,
                          .anchor = cell.anchor, .max_width = std::max(1.0, cell.w - (is_sorted ? kArrow : 0))};
    const double y = box.y + box.h / 2;
    const double x = cell.anchor == Anchor::Start ? cell.x : cell.anchor == Anchor::End ? cell.x + cell.w : cell.x + cell.w / 2;
    if ((hit.hovered || hit.focused) && is_cut(cell.text, style)) show_tip(ui, cell.text);
    if (hit.hovered && !cell.href.empty()) ui.paint.rect(target, Ink::Hover, 5);
    const double wide = ui.paint.text(cell.text, x, y, style);
    if (!is_sorted) return;
    const double arrow = cell.anchor == Anchor::End ? x - wide - kArrow / 2 : cell.anchor == Anchor::Start ? x + wide + kArrow / 2 : x + wide / 2 + kArrow / 2;
    ui.paint.icon(cell.sorting == Sorting::Descending ? Painter::Icon::ChevronDown : Painter::Icon::ArrowUp, {arrow, y}, Ink::Ink2, 14);
}

}  // namespace

void table_head(Ui& ui, std::string_view id, Box box, const std::vector<HeadCell>& cells) {
    for (const HeadCell& cell : cells) head_cell(ui, std::string{id} + '/' + std::string{cell.id}, box, cell);
    ui.paint.line({box.x, bottom_of(box) - 0.5}, {right_of(box), bottom_of(box) - 0.5}, Ink::Line);
}

}  // namespace problemator::web
