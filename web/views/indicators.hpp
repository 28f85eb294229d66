// The screen «Показатели»: the target indicators of the decree, plan against fact, in the decree's order.
#pragma once
#include "web/views/indicators_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_indicators(Ui& ui, const IndicatorsPage& page, const ViewContext& context);
void draw_indicator_card(Ui& ui, const IndicatorCard& card, Box box);
/// The opened indicator: a large chart, its signals in words.
void draw_indicator_study(Ui& ui, const IndicatorStudy& study, double chart_height, Box box);
/// «Как читать»: the signs of the charts, then the model's own sentences.
void draw_how_to_read(Ui& ui, const IndicatorsPage& page, Box box);

}  // namespace problemator::web
