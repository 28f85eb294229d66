#include "web/widgets/chip.hpp"

#include <algorithm>
#include <cmath>

#include "web/widgets/choice_row.hpp"

namespace problemator::web {
namespace {

constexpr TextStyle kText{.size = 12, .weight = Weight::Medium, .ink = Ink::Accent};
constexpr double kSides = 8, kClose = 18, kGap = 8;

std::vector<Box> boxes_of(const std::vector<Chip>& chips, Box area) {
    std::vector<double> widths;
    for (const Chip& it : chips) widths.push_back(chip_width(it.text, std::min(320.0, area.w)));
    return place_in_rows(widths, area, kChipHeight, kGap);
}

}  // namespace

double chip_width(std::string_view text, double most) { return std::min(most, std::ceil(width_of(text, kText)) + 2 * kSides + kClose); }

double chip(Ui& ui, std::string_view id, Point at, std::string_view text, std::string_view href, double most) {
    const Box box{at.x, at.y, chip_width(text, most), kChipHeight};
    const auto hit = ui.paint.hit(id, box, href, ui.commands);
    if ((hit.hovered || hit.focused) && box.w < chip_width(text, 100000)) show_tip(ui, text);
    ui.paint.rect(box, Ink::AccentSoft, 5, hit.hovered ? Ink::Accent : Ink::None);
    TextStyle style = kText;
    style.max_width = std::max(1.0, box.w - 2 * kSides - kClose + 1);
    ui.paint.text(text, box.x + kSides, box.y + box.h / 2, style);
    ui.paint.icon(Painter::Icon::Close, {right_of(box) - 12, box.y + box.h / 2}, Ink::Accent);
    return box.w;
}

double chip_rows(Ui& ui, std::string_view id, Box area, const std::vector<Chip>& chips) {
    const auto boxes = boxes_of(chips, area);
    for (std::size_t i = 0; i < chips.size(); ++i) chip(ui, id_of(id, i), {boxes[i].x, boxes[i].y}, chips[i].text, chips[i].href, boxes[i].w);
    return boxes.empty() ? 0 : bottom_of(boxes.back()) - area.y;
}

double chip_rows_height(const std::vector<Chip>& chips, double width) {
    const auto boxes = boxes_of(chips, {0, 0, width, 0});
    return boxes.empty() ? 0 : bottom_of(boxes.back());
}

}  // namespace problemator::web
