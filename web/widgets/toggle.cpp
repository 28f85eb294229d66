#include "web/widgets/toggle.hpp"

#include <algorithm>
#include <cmath>

namespace problemator::web {
namespace {

constexpr double kTrack = 28, kTall = 16, kGap = 8;

}  // namespace

double toggle_width(std::string_view text) { return kTrack + kGap + std::ceil(text_width(text, 13, Weight::Regular)); }

void toggle(Ui& ui, std::string_view id, Box box, const Choice& choice) {
    const auto hit = ui.paint.hit(id, box, choice.href, ui.commands);
    const double y = box.y + box.h / 2, knob = choice.is_selected ? box.x + kTrack - kTall / 2 : box.x + kTall / 2;
    const TextStyle words{.size = 13, .ink = hit.hovered ? Ink::Ink1 : Ink::Ink2, .max_width = std::max(1.0, box.w - kTrack - kGap + 1)};
    if ((hit.hovered || hit.focused) && is_cut(choice.text, words)) show_tip(ui, choice.text);
    ui.paint.rect({box.x, y - kTall / 2, kTrack, kTall}, choice.is_selected ? Ink::Accent : Ink::LineStrong, kTall / 2);
    ui.paint.circle({knob, y}, kTall / 2 - 2, Ink::Surface);
    ui.paint.text(choice.text, box.x + kTrack + kGap, y, words);
}

}  // namespace problemator::web
