// Where the parts of «Показатели» stand. Pure functions of the model and the window.
#pragma once
#include "core/model/indicators/indicators_page.hpp"
#include "web/views/layout.hpp"
#include "web/views/listings_layout.hpp"
#include "web/widgets/button.hpp"

namespace problemator::web {

inline constexpr ButtonLook kReportLook{.kind = ButtonKind::Plain, .icon = Painter::Icon::Document};

struct IndicatorsLayout {
    Headline headline;
    Box grains, report, plan;      // the toolbar; w = 0: not shown
    Box note;
    Box study;                     // of the opened indicator; h = 0 without one
    double study_chart = 0;        // height of its chart
    std::vector<ListingLayout> listings;   // under the study
    std::vector<Box> cards;        // one per card
    Box legend;                    // «Как читать», after the last card
    double height = 0;
};
IndicatorsLayout layout_indicators(const IndicatorsPage& page, const PageGrid& grid);

/// One card: number and name, what is counted, the fact, plan and status, the chart, the fraction behind the fact.
struct IndicatorLayout {
    Box number, name, subtitle, fact, unit, plan, status, chart, footer, fraction;   // w = 0: not shown
    Box outlook;                   // what 31 December will bring, over the footer
    Box missing;                   // what is needed for the number, where the number would stand
    double footer_line = 0;        // y of the hairline over the footer
};
IndicatorLayout layout_card(const IndicatorCard& card, Box box, std::string_view fraction);

}  // namespace problemator::web
