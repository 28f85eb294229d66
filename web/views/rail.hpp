// Rail: the filters at the left — a period to brush, facets with bars behind their words, marks, chips, and a way to start afresh.
// Under 1280 px it hides behind a button and opens over the page.
#pragma once
#include "web/views/rail_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class RailChips : std::uint8_t { Shown, ShownElsewhere };

void draw_rail(Ui& ui, const Rail& rail, Box box, const ViewContext& context, RailChips chips);

/// The pointer is on the histogram: left and right move the period, not the cursor of the page.
bool brush_has_keys();

/// Whether the reader has opened the hidden rail; the screens share the answer.
bool is_rail_open();
void set_rail_open(bool is_open);
/// The rail as a sheet over the page: a click beside it or Esc closes it. Draw it last.
void draw_rail_sheet(Ui& ui, const Rail& rail, Box page, const ViewContext& context, RailChips chips);
std::string_view filters_word(Lang lang);

}  // namespace problemator::web
