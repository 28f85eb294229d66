// Metrics of Inter as cut by assets/fonts/build.py: the one place that knows how wide a character is.
// text_width, fit_text and wrap_text (scene.hpp) and the canvas painter all add up these numbers, so that they agree exactly.
#pragma once
#include "core/charts/scene.hpp"

namespace problemator {

/// The character that stands for `c`: itself, nothing (U+0000) for marks without a width, or «?» when Inter lacks it.
char32_t drawn_char(char32_t c);
/// Advance in em (1 = the font size). pre: `c` came from drawn_char
double char_advance(char32_t c, Weight weight);
/// Extra advance per character, CSS px: large figures are set slightly tighter (DESIGN.md, 9).
constexpr double tracking(double size_px) { return size_px >= 24 ? -0.6 : size_px >= 18 ? -0.25 : 0; }

}  // namespace problemator
