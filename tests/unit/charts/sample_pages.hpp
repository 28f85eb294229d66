// Page models made by hand, with the invented district of the design sheets: what charts and documents are tested on.
#pragma once
#include "core/model/frame/header_model.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/model/messages/messages_page.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/quality/quality_page.hpp"
#include "core/model/rating/rating_page.hpp"

namespace problemator::testing_parts {

OverviewPage sample_overview(Lang lang);
Matrix sample_matrix(Lang lang);
HeatmapPage sample_heatmap(Lang lang);
RatingPage sample_rating(Lang lang);
IndicatorsPage sample_indicators(Lang lang);
ProblemsPage sample_problems(Lang lang);
/// The register with rows of every stage and an opened card.
ProblemsPage sample_register(Lang lang);
ProblemCard sample_problem_card(Lang lang);
IndicatorStudy sample_study(Lang lang);
QualityPage sample_quality(Lang lang);
MessagesPage sample_messages(Lang lang);
CellDrawer sample_drawer(Lang lang);
Rail sample_rail(Lang lang);
HeaderModel sample_header(Lang lang);
/// A figure with a text and a value and nothing else.
Figure shown(std::string text, double value, std::string unit = {});
MessageLine sample_line(Lang lang, std::size_t i);
Trend sample_trend(unsigned seed, double level, Tone end);

}  // namespace problemator::testing_parts
