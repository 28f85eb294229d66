#include "core/charts/scene.hpp"
#include "ink_table.hpp"

#include <iterator>

namespace problemator {

static_assert(std::size(kInkTable) == kInks, "assets/inks.py and enum Ink list the same names in the same order");

std::uint32_t ink_rgb(Ink ink, Theme theme) {
    const InkRow& row = kInkTable[static_cast<std::size_t>(ink)];
    return theme == Theme::Light ? row.light : row.dark;
}

std::string_view ink_css_name(Ink ink) { return kInkTable[static_cast<std::size_t>(ink)].css_name; }

}  // namespace problemator
