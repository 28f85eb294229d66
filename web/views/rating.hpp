// The screen «Рейтинг»: who answers in time, with the interval that says how sure it is; the funnel; what the score is made of.
#pragma once
#include "web/views/rating_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_rating(Ui& ui, const RatingPage& page, const ViewContext& context);

// Its panels; boxes are where they stand on the canvas now.
void draw_rating_table(Ui& ui, const RatingPage& page, const RatingLayout& at, Box box);
void draw_funnel_panel(Ui& ui, const RatingPage& page, Box box);
void draw_history_panel(Ui& ui, const RatingPage& page, Box box);
void draw_weights_panel(Ui& ui, const RatingPage& page, Box box);

}  // namespace problemator::web
