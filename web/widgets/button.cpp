#include "web/widgets/button.hpp"

#include <algorithm>
#include <cmath>

namespace problemator::web {
namespace {

struct Inks { Ink fill, hover, border, text; };

Inks inks_of(ButtonKind kind, bool is_enabled) {
    if (!is_enabled) return {Ink::Surface, Ink::Surface, Ink::Line, Ink::InkDisabled};
    switch (kind) {
        case ButtonKind::Plain: return {Ink::Surface, Ink::Hover, Ink::LineStrong, Ink::Ink1};
        case ButtonKind::Primary: return {Ink::Primary, Ink::Primary, Ink::None, Ink::OnPrimary};
        case ButtonKind::Soft: return {Ink::AccentSoft, Ink::AccentSoft, Ink::None, Ink::Accent};
    }
    return {Ink::Surface, Ink::Hover, Ink::LineStrong, Ink::Ink1};
}

double side(const ButtonLook& look) { return look.height >= 32 ? 12 : 9; }

}  // namespace

double button_width(std::string_view text, const ButtonLook& look) {
    return std::ceil(text_width(text, 13, Weight::Medium)) + 2 * side(look) + (look.icon ? 22 : 0) + (look.has_chevron ? 18 : 0);
}

Painter::Hit button(Ui& ui, std::string_view id, Box box, std::string_view text, std::string_view href, const ButtonLook& look) {
    const Inks inks = inks_of(look.kind, !href.empty());
    const auto hit = href.empty() ? Painter::Hit{} : ui.paint.hit(id, box, href, ui.commands);
    if ((hit.hovered || hit.focused) && box.w < button_width(text, look)) show_tip(ui, text);
    ui.paint.rect(box, hit.hovered ? inks.hover : inks.fill, 6, inks.border);
    const double y = box.y + box.h / 2;
    double x = box.x + side(look), right = right_of(box) - side(look);
    if (look.icon) {
        ui.paint.icon(*look.icon, {x + 6, y}, look.kind == ButtonKind::Plain && !href.empty() ? Ink::Ink2 : inks.text);
        x += 20;
    }
    if (look.has_chevron) {
        ui.paint.icon(Painter::Icon::ChevronDown, {right - 4, y}, Ink::Ink3);
        right -= 16;
    }
    ui.paint.text(text, x, y, {.size = 13, .weight = Weight::Medium, .ink = inks.text, .max_width = std::max(1.0, right - x + 1)});
    return hit;
}

Painter::Hit icon_button(Ui& ui, std::string_view id, Box box, Painter::Icon icon, std::string_view hint, std::string_view href) {
    const bool is_enabled = !href.empty();
    const auto hit = is_enabled ? ui.paint.hit(id, box, href, ui.commands) : Painter::Hit{};
    if (hit.hovered) ui.paint.rect(box, Ink::Hover, 6);
    ui.paint.icon(icon, {box.x + box.w / 2, box.y + box.h / 2}, is_enabled ? Ink::Ink2 : Ink::InkDisabled);
    if ((hit.hovered || hit.focused) && !hint.empty()) show_tip(ui, hint);
    return hit;
}

}  // namespace problemator::web
