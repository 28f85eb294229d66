// Where the parts of the heat-map screen stand at a given size. Pure: no drawing, no ImGui.
#pragma once
#include "core/model/heat/heatmap_page.hpp"
#include "web/views/layout.hpp"
#include "web/views/rail_layout.hpp"

namespace problemator::web {

inline constexpr double kWidePage = 1280;      // from here on the rail stands beside the middle
inline constexpr double kLeastBeside = 600;    // a drawer stands beside what keeps at least this; otherwise it lies over it

inline constexpr double kMatrixAir = 4, kMatrixBar = 12;   // left of the matrix for the selected ring, right of it for the scroll bar

struct HeatmapLayout {
    bool has_rail = false, drawer_overlays = false;
    Box rail, middle, drawer;                  // drawer.w = 0 when closed
    Box filters_button;                        // w = 0 where the rail stands
    Point views, measures, orders;             // top left corners of the switch and the two drop-downs
    double verdict_y = 0, verdict_width = 0, note_y = 0;
    Box matrix, legend;                        // the matrix scrolls inside its box, which is wider by the air and the bar below
};

struct HeatmapSizes {                          // what the words of the page take
    double filters = 0, views = 0, measures = 0, orders = 0;
    double legend_height = 32;
};
inline constexpr double kVerdictLine = 22;

HeatmapLayout layout_heatmap(const HeatmapPage& page, const HeatmapSizes& sizes, double width, double height);
/// Inner width of the middle part: what matrix and legend get.
double middle_width(const HeatmapPage& page, double width);

}  // namespace problemator::web
