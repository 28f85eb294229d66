// The screen «Тепловая карта»: filters left, matrix in the middle, the explanation of the selected cell right.
#pragma once
#include "web/views/heatmap_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// The layout with the words of this page measured.
HeatmapLayout lay_out_heatmap(const HeatmapPage& page, double width, double height, Lang lang);
void draw_heatmap(Ui& ui, const HeatmapPage& page, const ViewContext& context);

}  // namespace problemator::web
