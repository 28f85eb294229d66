// Where the parts of «Сводка» stand. Pure functions of the model and the window, tested without a screen.
#pragma once
#include "core/charts/charts.hpp"
#include "web/views/layout.hpp"
#include "web/widgets/tile.hpp"

namespace problemator::web {

struct OverviewLayout {
    Headline headline;
    TileSize tile_size = TileSize::Full;
    std::vector<Box> tiles;
    Box problems, matrix, map, indicators, rating;
    MatrixSize matrix_size = MatrixSize::Compact;
    double height = 0;             // of the whole page; more than the window's = it scrolls
};
OverviewLayout layout_overview(const OverviewPage& page, const PageGrid& grid);

/// One problem: rank, name and place, reasons, unit, sparkline, count.
struct ProblemLayout {
    Box title, place, unit, due, trend, count;     // empty (w = 0) = no room
    double rank_right = 0, text_left = 0, middle = 0;
    std::vector<Box> reasons;                      // as many as fit; the first one may be cut
    bool is_place_below = false;                   // before the unit, for it has no room beside the name
    bool has_block = true;                         // «unit · block», else the unit alone
    bool is_cut = false;                           // something does not show whole: the tooltip tells it
};
/// Width of the column of counts that fits every row, so that the sparklines stand under each other.
double count_column(const std::vector<Problem>& problems);
ProblemLayout layout_problem(const Problem& problem, Box row, Form form, double count_width, std::string_view due_text);

std::string unit_line(const Problem& problem, bool has_block);

/// Columns of the list of indicators: shared by its rows.
struct BulletColumns { double name_left = 0, name_width = 0, bar_left = 0, bar_width = 0, value_right = 0, status_right = 0; };
BulletColumns layout_bullets(const std::vector<Bullet>& bullets, Box panel);

/// Columns of the short rating.
struct ShortRatingColumns { double place_right = 0, name_left = 0, name_width = 0, axis_left = 0, axis_width = 0, score_right = 0; };
ShortRatingColumns layout_short_rating(const std::vector<RatingRow>& rows, Box panel);

}  // namespace problemator::web
