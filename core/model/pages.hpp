// Page: the model of a screen, whichever it is.
#pragma once
#include <variant>

#include "core/model/about_page.hpp"
#include "core/model/heatmap_page.hpp"
#include "core/model/indicators_page.hpp"
#include "core/model/map_page.hpp"
#include "core/model/messages_page.hpp"
#include "core/model/overview_page.hpp"
#include "core/model/problems_page.hpp"
#include "core/model/quality_page.hpp"
#include "core/model/rating_page.hpp"
#include "core/model/reports_page.hpp"
#include "core/model/sections_page.hpp"

namespace problemator {

struct State;
struct World;

using Page = std::variant<OverviewPage, HeatmapPage, ProblemsPage, RatingPage, IndicatorsPage, MessagesPage, QualityPage, ReportsPage, AboutPage, SectionsPage, MapPage>;

/// The page of the state's screen.
Page page_of(const World& world, const State& state);

}  // namespace problemator
