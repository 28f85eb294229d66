// The screen «Проблематор»: the register with its strip of stages, the board, the week, and the card of one problem.
#pragma once
#include "web/views/problems_layout.hpp"
#include "web/views/views.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_problems(Ui& ui, const ProblemsPage& page, const ViewContext& context);

// Its parts; boxes are where they stand on the canvas now.
void draw_stage_strip(Ui& ui, const ProblemsPage& page, Box box);
void draw_register(Ui& ui, const ProblemsPage& page, Box box);
void draw_board(Ui& ui, const ProblemsPage& page, const ProblemsLayout& at);
void draw_problem_card(Ui& ui, const ProblemCard& card, Box box);

}  // namespace problemator::web
