// Icons of the HTML header: strokes of 1.5 px on a grid of 16 px, in the colour of the text around them.
#pragma once
#include <cstdint>
#include <string>

namespace problemator {

enum class Icon : std::uint8_t { Left, Right, Down, Calendar, Search, Export, Print, Text, Moon, Grid, Heat, Bars, Target, File, Check, Load, NoNet, Bookmark, More, Alert };

std::string icon_svg(Icon icon);

}  // namespace problemator
