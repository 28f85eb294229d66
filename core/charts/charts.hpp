// Charts of the product: each takes a page model's part and a size and gives a scene. One .cpp per chart.
#pragma once
#include "core/charts/scene.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/rating/rating_page.hpp"

namespace problemator {

Scene sparkline(const Trend& trend, double width, double height);
enum class MatrixSize : std::uint8_t { Compact, Full, Print };   // rows of 20, 44 and 19 px
Scene matrix_chart(const Matrix& matrix, MatrixSize size, double width, Lang lang);
/// Height that matrix_chart will take. `width` matters to a full one alone: its heads stand in as many lines as they need.
double matrix_height(const Matrix& matrix, MatrixSize size, double width = 0);
Scene matrix_legend(const Matrix& matrix, double width, Lang lang);
Scene bullet(const Bullet& bullet, double width, double height);             // bar and plan tick only
/// Dot and 95 % interval of one rating row on the common scale `low`…`high` (0…1), with the dashed mean.
Scene dot_interval(const RatingRow& row, std::optional<double> mean, double low, double high, double width, double height);
Scene funnel(const RatingPage& page, double width, double height, Lang lang);
Scene indicator_trend(const IndicatorCard& card, double width, double height, Lang lang);
Scene day_histogram(const Rail& rail, double width, double height, Lang lang);
Scene week_bars(const CellDrawer& drawer, double width, double height, Lang lang);
Scene growth_bar(const CellDrawer::Growth& growth, double largest, double width, double height);
/// Four dots of a life-cycle: passed dark, the present one accent, those ahead hollow; all teal when it is solved.
Scene stage_dots(ProblemStage stage, double width, double height, Lang lang);
/// Measures of a road map under each other, with check marks and the line of today.
Scene gantt_chart(const Gantt& gantt, double width, Lang lang);
double gantt_height(const Gantt& gantt);
/// Weekly bars before and after a measure with the mean of each side.
Scene effect_bars(const EffectPicture& effect, double width, double height, Lang lang);
/// Places of the last periods: the range as a band, the place as a line; nothing where there were too few answers.
Scene place_history(const RatingRow& row, const std::vector<std::string>& periods, double width, double height, Lang lang);
/// Months of an opened indicator with limits of chance, trend, plan and events.
Scene indicator_study(const IndicatorStudy& study, double width, double height, Lang lang);
Scene point_map(const OverviewPage& page, double width, double height, Lang lang);
Scene column_bars(const Matrix& matrix, double width, double height);        // bars hanging under the column totals

}  // namespace problemator
