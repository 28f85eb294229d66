// «Карта»: filters left, the district in the middle with its weeks below, hot spots and a close-up right.
#pragma once
#include "web/views/map_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_map(Ui& ui, const MapPage& page, const ViewContext& context);
/// Parts, each in a file of its own.
void draw_map_side(Ui& ui, const MapPage& page, Box side);
void draw_map_weeks(Ui& ui, const MapPage& page, const MapLayout& at);
/// The link of the state with its map moved to `middle`.
std::string moved_map(State state, Degrees middle);

}  // namespace problemator::web
