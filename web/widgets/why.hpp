// «Почему это число»: a panel over the page with the formula, the period, the filter, the rows and the clocks of one number.
// `i` opens it for the number under the pointer or in the focus, its round `i` does on a click; Esc, a click beside it or `i` close it.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// Tells one number of a page from another; 0 is none.
int why_signature(const Figure& figure);
/// The number that the panel explains now; 0 when it is closed.
int opened_why();
void open_why(const Figure& figure);
void close_why();
/// Call after the hit of a number: opens the panel when asked to, and says where it belongs while it is open.
void offer_why(Ui& ui, const Painter::Hit& hit, const Figure& figure, Box at);

/// Where the panel stands beside its number, and its lines. Pure.
struct WhyLayout { Box box; std::vector<double> rows; double link_y = 0; };
WhyLayout layout_why(const WhyPanel& why, double width, double height);
/// Once at the end of a page, over everything.
void draw_why(Ui& ui, double width, double height);

}  // namespace problemator::web
