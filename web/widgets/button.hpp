// Button: primary (one per view), plain with a border, soft on the accent's pale fill. 32 px high, 26 inside panels.
#pragma once
#include <optional>

#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class ButtonKind : std::uint8_t { Plain, Primary, Soft };

struct ButtonLook {
    ButtonKind kind = ButtonKind::Plain;
    std::optional<Painter::Icon> icon;
    bool has_chevron = false;
    double height = 32;
};

double button_width(std::string_view text, const ButtonLook& look = {});
/// Draws at the width of `box` (text cut to fit); an empty href draws it disabled.
Painter::Hit button(Ui& ui, std::string_view id, Box box, std::string_view text, std::string_view href, const ButtonLook& look = {});
/// A square with an icon only; `hint` is its tooltip.
Painter::Hit icon_button(Ui& ui, std::string_view id, Box box, Painter::Icon icon, std::string_view hint, std::string_view href);

}  // namespace problemator::web
