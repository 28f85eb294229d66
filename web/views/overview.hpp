// The screen «Сводка»: the sentence, five tiles, the problems of the week, and the evidence beside them.
#pragma once
#include "web/views/overview_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_overview(Ui& ui, const OverviewPage& page, const ViewContext& context);

// Its panels; `box` is where they stand on the canvas now.
void draw_problems(Ui& ui, const OverviewPage& page, Box box, Form form, std::string_view all_href);
/// Its rows are 20 px tall: to a finger the whole picture is one target that opens the large matrix.
void draw_matrix_panel(Ui& ui, const Matrix& matrix, Box box, MatrixSize size, std::string_view open_href, bool is_touch);
void draw_map_panel(Ui& ui, const OverviewPage& page, Box box, std::string_view open_href);
void draw_bullets_panel(Ui& ui, const OverviewPage& page, Box box, std::string_view all_href);
void draw_short_rating(Ui& ui, const OverviewPage& page, Box box, std::string_view all_href);

}  // namespace problemator::web
