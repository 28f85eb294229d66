// Badges: a status word on a soft fill, a count in a pill, the triangle or dot that goes before an alarm.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

double status_badge_width(std::string_view word);
/// 20 px high, centred on at.y. Returns the width.
double status_badge(Ui& ui, Point at, Anchor anchor, std::string_view word, Tone tone);
/// 18 px high pill with a number. Returns the width.
double count_badge(Ui& ui, Point at, std::string_view text);
/// ▲ before a surge, ● before a chronic problem; at.x is its left edge. Returns the advance to the text.
double alarm_mark(Ui& ui, Point at, bool is_surge);
void triangle_mark(Ui& ui, Point at, int direction, Ink ink, double size = 7);

}  // namespace problemator::web
