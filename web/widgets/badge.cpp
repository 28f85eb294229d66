#include "web/widgets/badge.hpp"

#include <algorithm>
#include <cmath>

#include "core/charts/pen.hpp"

namespace problemator::web {
namespace {

Ink soft_fill(Tone tone) {
    switch (tone) {
        case Tone::Plain: case Tone::Muted: return Ink::Hover;
        case Tone::Good: return Ink::GoodSoft;
        case Tone::Warn: return Ink::WarnSoft;
        case Tone::Bad: return Ink::BadSoft;
    }
    return Ink::Hover;
}

}  // namespace

double status_badge_width(std::string_view word) { return word.empty() ? 0 : std::ceil(text_width(word, 12, Weight::Medium)) + 16; }

double status_badge(Ui& ui, Point at, Anchor anchor, std::string_view word, Tone tone) {
    if (word.empty()) return 0;
    const double width = status_badge_width(word);
    const double left = anchor == Anchor::Start ? at.x : anchor == Anchor::End ? at.x - width : at.x - width / 2;
    ui.paint.rect({left, at.y - 10, width, 20}, soft_fill(tone), 5);
    ui.paint.text(word, left + 8, at.y, {.size = 12, .weight = Weight::Medium, .ink = tone_ink(tone == Tone::Muted ? Tone::Plain : tone, Ink::Ink2)});
    return width;
}

double count_badge(Ui& ui, Point at, std::string_view text) {
    const double width = std::max(20.0, std::ceil(text_width(text, 11, Weight::SemiBold)) + 12);
    ui.paint.rect({at.x, at.y - 9, width, 18}, Ink::Hover, 9);
    ui.paint.text(text, at.x + width / 2, at.y, {.size = 11, .weight = Weight::SemiBold, .ink = Ink::Ink2, .anchor = Anchor::Middle});
    return width;
}

double alarm_mark(Ui& ui, Point at, bool is_surge) {
    if (is_surge) triangle_mark(ui, at, 1, Ink::Bad, 8);
    else ui.paint.circle({at.x + 4, at.y}, 3, Ink::WarnFill);
    return 13;
}

void triangle_mark(Ui& ui, Point at, int direction, Ink ink, double size) {
    if (direction == 0) return;
    const double tip = direction > 0 ? at.y - size * 0.43 : at.y + size * 0.43, base = direction > 0 ? at.y + size * 0.43 : at.y - size * 0.43;
    ui.paint.triangle({at.x, base}, {at.x + size, base}, {at.x + size / 2, tip}, ink);
}

}  // namespace problemator::web
