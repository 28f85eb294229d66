#include "web/widgets/segmented.hpp"

#include <cmath>

namespace problemator::web {
namespace {

constexpr double kPad = 14;
double segment_width(const Choice& choice) { return std::ceil(text_width(choice.text, 13, Weight::Medium)) + 2 * kPad; }

}  // namespace

double segmented_width(const std::vector<Choice>& choices, double) {
    double width = 4;
    for (const Choice& choice : choices) width += segment_width(choice);
    return choices.empty() ? 0 : width;
}

double segmented(Ui& ui, std::string_view id, Point at, const std::vector<Choice>& choices, double height) {
    if (choices.empty()) return 0;
    const double width = segmented_width(choices, height);
    ui.paint.rect({at.x, at.y, width, height}, Ink::Pressed, 7);
    double x = at.x + 2;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const Box box{x, at.y + 2, segment_width(choice), height - 4};
        const auto hit = ui.paint.hit(id_of(id, i), box, choice.href, ui.commands);
        if (choice.is_selected) ui.paint.rect(box, Ink::Surface, 5, Ink::LineStrong);
        else if (hit.hovered) ui.paint.rect(box, Ink::Hover, 5);
        ui.paint.text(choice.text, box.x + box.w / 2, box.y + box.h / 2,
                      {.size = 13, .weight = Weight::Medium, .ink = choice.is_selected || hit.hovered ? Ink::Ink1 : Ink::Ink2, .anchor = Anchor::Middle});
        x += box.w;
    }
    return width;
}

}  // namespace problemator::web
