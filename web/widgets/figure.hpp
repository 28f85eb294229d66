// Figure: a number on the page — clickable when it has rows behind it, with «Почему это число» as its tooltip.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// The title of the explanation, in the reader's language.
std::string_view why_title(Lang lang);
/// Explanation of a number beside the pointer, when it is over `hit`.
void show_why(Ui& ui, const Painter::Hit& hit, const Figure& figure);
/// «82,8» with its tint and target. Unit is not drawn. Returns the drawn width.
double figure(Ui& ui, std::string_view id, const Figure& figure, Point at, const TextStyle& style);
/// A small round `i`: hovering it explains the number, a click keeps the explanation open. `more` is told after the explanation.
/// Draw it after the target that it lies on. Nothing without an explanation.
void why_mark(Ui& ui, std::string_view id, Point centre, const Figure& figure, const Facts& more = {});
/// «▲ +77 к неделе 45» in its tone; nothing when the text is empty. Returns the width.
double change_line(Ui& ui, const Change& change, Point at, double max_width);
double change_line_width(const Change& change);

}  // namespace problemator::web
