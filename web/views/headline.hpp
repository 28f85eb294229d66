// The headline of a page and the note under it.
#pragma once
#include "web/views/layout.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Draws the lines moved by `shift`; the tail is in the softer ink.
void draw_headline(Ui& ui, const Headline& headline, double shift);
/// 12 px, soft; at most two lines.
inline constexpr std::size_t kNoteLines = 2;
double note_height(std::string_view note, double width);
void draw_note(Ui& ui, std::string_view note, Point at, double width);

}  // namespace problemator::web
