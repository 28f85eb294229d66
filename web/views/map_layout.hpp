// Where the parts of the map screen stand at a given size. Pure: no drawing, no ImGui.
#pragma once
#include "core/model/map/map_page.hpp"
#include "web/views/rail_layout.hpp"

namespace problemator::web {

struct MapSizes { double filters = 0, views = 0, measures = 0, forms = 0; };   // what the words of the toolbar take

struct MapLayout {
    bool has_rail = false;
    Box rail, middle, side;
    Box filters_button;                        // w = 0 where the rail stands
    Point views, measures, forms;
    double verdict_y = 0, note_y = 0, words_width = 0, words_x = 0;
    Box map, key;                              // key: classes of the measure, h = 0 when nothing is filled
    Box missing;                               // lines of territories without a point; h = 0 without them
    Box zoom_in, zoom_out, fit;
    Box play, weeks;                           // the strip below
    double strip_y = 0;                        // the hairline above it
};
MapLayout layout_map(const MapPage& page, const MapSizes& sizes, double width, double height);

/// The column at the right: hot spots, the settlement close up, the layers.
struct MapSideLayout {
    double title_y = 0;
    std::vector<Box> spots;                    // as many as there is room for
    Box inset;                                 // h = 0 when there is no room
    double inset_title_y = 0, rule_y = 0;
    std::vector<Box> layers;
};
MapSideLayout layout_map_side(const MapPage& page, Box side);

inline constexpr double kMapSide = 380;

}  // namespace problemator::web
