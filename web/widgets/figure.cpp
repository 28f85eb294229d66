#include "web/widgets/figure.hpp"

#include <algorithm>

#include "core/charts/pen.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kWhy = {"Почему это число", "Why this number"};

}  // namespace

std::string_view why_title(Lang lang) { return kWhy.in(lang); }

void show_why(Ui& ui, const Painter::Hit& hit, const Figure& figure) {
    const Box at = ui.paint.last_box();
    if ((hit.hovered || hit.focused) && !figure.why.empty()) show_tip(ui, ui.say(kWhy), figure.why);
    offer_why(ui, hit, figure, at);
}

double figure(Ui& ui, std::string_view id, const Figure& figure, Point at, const TextStyle& style) {
    const double wide = style.max_width > 0 ? std::min(style.max_width, width_of(figure.text, style)) : width_of(figure.text, style);
    if (figure.text.empty()) return 0;
    const double left = style.anchor == Anchor::Start ? at.x : style.anchor == Anchor::End ? at.x - wide : at.x - wide / 2;
    const double half = std::max(10.0, style.size * 0.75);
    const Box target{left - 5, at.y - half, wide + 10, 2 * half};
    if (!figure.href.empty() || !figure.why.empty()) {
        const auto hit = ui.paint.hit(id, target, figure.href, ui.commands);
        show_why(ui, hit, figure);
        if (hit.hovered && !figure.href.empty()) ui.paint.rect(target, hit.pressed ? Ink::LineStrong : Ink::Pressed, 5);
    }
    ui.paint.text(figure.text, at.x, at.y, style);
    return wide;
}

void why_mark(Ui& ui, std::string_view id, Point centre, const Figure& figure, const Facts& more) {
    if (figure.why.empty()) return;
    const Box box{centre.x - 12, centre.y - 12, 24, 24};
    const auto hit = ui.paint.hit(id, box, {}, ui.commands);
    if (hit.clicked) open_why(figure);
    if (hit.hovered) {
        Facts facts = figure.why;
        facts.insert(facts.end(), more.begin(), more.end());
        show_tip(ui, ui.say(kWhy), facts);
    }
    offer_why(ui, hit, figure, box);
    const Ink ink = hit.hovered ? Ink::Accent : Ink::InkDisabled;
    ui.paint.circle(centre, 6, Ink::None, ink, 1.25);
    ui.paint.circle({centre.x, centre.y - 2.7}, 0.9, ink);
    ui.paint.line({centre.x, centre.y - 0.4}, {centre.x, centre.y + 3.1}, ink, 1.4);
}

double change_line_width(const Change& change) {
    if (change.text.empty()) return 0;
    return (change.direction != 0 ? 11 : 0) + text_width(change.text, 12, Weight::Medium);
}

double change_line(Ui& ui, const Change& change, Point at, double max_width) {
    if (change.text.empty()) return 0;
    const Ink ink = tone_ink(change.tone == Tone::Muted ? Tone::Plain : change.tone, Ink::Ink2);
    const double shift = change.direction != 0 ? 11 : 0;
    triangle_mark(ui, at, change.direction, ink);
    return shift + ui.paint.text(change.text, at.x + shift, at.y, {.size = 12, .weight = Weight::Medium, .ink = ink, .max_width = std::max(1.0, max_width - shift)});
}

}  // namespace problemator::web
