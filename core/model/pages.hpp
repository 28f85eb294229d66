// Page: the model of a screen, whichever it is.
#pragma once
#include <variant>

#include "core/model/about/about_page.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/model/map/map_page.hpp"
#include "core/model/messages/messages_page.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/model/quality/quality_page.hpp"
#include "core/model/rating/rating_page.hpp"
#include "core/model/reports/reports_page.hpp"
#include "core/model/reports/sections_page.hpp"

namespace problemator {

struct State;
struct World;

using Page = std::variant<OverviewPage, HeatmapPage, ProblemsPage, RatingPage, IndicatorsPage, MessagesPage, QualityPage, ReportsPage, AboutPage, SectionsPage, MapPage>;

/// The page of the state's screen.
Page page_of(const World& world, const State& state);

}  // namespace problemator
