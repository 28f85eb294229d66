// The screen «Тепловая карта»: filters left, matrix in the middle, the explanation of the selected cell right.
#pragma once
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_heatmap(Ui& ui, const HeatmapPage& page, const ViewContext& context);

}  // namespace problemator::web
