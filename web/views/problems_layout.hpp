// Where the parts of «Проблематор» stand. Pure functions of the model and the window.
#pragma once
#include "core/model/problems/problems_page.hpp"
#include "web/views/layout.hpp"

namespace problemator::web {

inline constexpr double kRegisterRow = 59, kRegisterHead = 38, kBoardCard = 92;

struct ProblemsLayout {
    Box views, sets, blocks, territories, protocol, fresh;   // toolbar
    double toolbar_bottom = 0;
    Box strip, table, card;
    std::vector<Box> columns;                      // of the board; empty in the register
    bool card_lies_over = false;                   // the card is a sheet over the table
};
/// `widths`: of views, sets, blocks, territories, protocol and new problem.
ProblemsLayout layout_problems(const ProblemsPage& page, const PageGrid& grid, const std::vector<double>& widths);

/// Columns of the register; w = 0: no room at this width.
struct RegisterColumns { struct Span { double x = 0, w = 0; } rank, problem, stage, trend, recent, cause, due; };
RegisterColumns layout_register(Box table);

/// Parts of the card, y from the top of its content; 0 = not there.
struct ProblemCardLayout {
    double title_height = 26, steps_y = 0, cause_y = 0, words_y = 0, quote_y = 0, excess_y = 0, post_y = 0, map_y = 0, gantt_y = 0, effect_y = 0, buttons_y = 0, height = 0;
    Box effect;                                    // the chart; h = 0 without one
    std::vector<Box> words, buttons;
};
/// `room`: height of the visible card, which the chart of the effect fills.
ProblemCardLayout layout_problem_card(const ProblemCard& card, double width, double room, Lang lang);

}  // namespace problemator::web
