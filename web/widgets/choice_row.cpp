#include "web/widgets/choice_row.hpp"

#include <algorithm>

#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

constexpr double kHeight = 32, kGap = 12;

std::vector<ChoiceGroup> filled(const std::vector<ChoiceGroup>& groups) {
    std::vector<ChoiceGroup> out;
    for (const ChoiceGroup& group : groups)
        if (group.choices && !group.choices->empty()) out.push_back(group);
    return out;
}

std::vector<Box> boxes_of(const std::vector<ChoiceGroup>& groups, Box area) {
    std::vector<double> widths;
    for (const ChoiceGroup& group : groups) widths.push_back(segmented_width(*group.choices));
    return place_in_rows(widths, area, kHeight, kGap);
}

}  // namespace

std::vector<Box> place_in_rows(const std::vector<double>& widths, Box area, double height, double gap) {
    std::vector<Box> boxes;
    double x = area.x, y = area.y;
    for (const double width : widths) {
        if (x > area.x && x + width > area.x + area.w) {
            x = area.x;
            y += height + std::min(gap, 8.0);
        }
        boxes.push_back({x, y, std::min(width, area.w), height});
        x += width + gap;
    }
    return boxes;
}

double choice_row_height(const std::vector<ChoiceGroup>& groups, double width) {
    const auto boxes = boxes_of(filled(groups), {0, 0, width, 0});
    return boxes.empty() ? 0 : bottom_of(boxes.back());
}

double choice_row(Ui& ui, Box area, const std::vector<ChoiceGroup>& groups) {
    const auto shown = filled(groups);
    const auto boxes = boxes_of(shown, area);
    for (std::size_t i = 0; i < shown.size(); ++i) segmented(ui, shown[i].id, {boxes[i].x, boxes[i].y}, *shown[i].choices);
    return boxes.empty() ? 0 : bottom_of(boxes.back()) - area.y;
}

}  // namespace problemator::web
