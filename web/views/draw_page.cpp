// Every screen has its view; a new page model does not compile until it has one.
#include "web/views/heatmap.hpp"
#include "web/views/indicators.hpp"
#include "web/views/listings.hpp"
#include "web/views/map.hpp"
#include "web/views/messages.hpp"
#include "web/views/overview.hpp"
#include "web/views/problems.hpp"
#include "web/views/rating.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

struct Drawer {
    Ui& ui;
    const ViewContext& context;
    void operator()(const OverviewPage& page) const { draw_overview(ui, page, context); }
    void operator()(const HeatmapPage& page) const { draw_heatmap(ui, page, context); }
    void operator()(const ProblemsPage& page) const { draw_problems(ui, page, context); }
    void operator()(const RatingPage& page) const { draw_rating(ui, page, context); }
    void operator()(const IndicatorsPage& page) const { draw_indicators(ui, page, context); }
    void operator()(const MessagesPage& page) const { draw_messages(ui, page, context); }
    void operator()(const MapPage& page) const { draw_map(ui, page, context); }
    void operator()(const QualityPage& page) const { draw_listings(ui, "quality", page, context); }
    // Papers and texts: the shell shows their HTML (forms, long lines, links); the canvas has their tables.
    void operator()(const ReportsPage& page) const { draw_listings(ui, "reports", page, context); }
    void operator()(const AboutPage& page) const { draw_listings(ui, "about", page, context); }
    void operator()(const SectionsPage& page) const { draw_listings(ui, "sections", page, context); }
};

}  // namespace

void draw_page(const Page& page, Painter& painter, Commands& commands, const ViewContext& context) {
    Ui ui{.paint = painter, .commands = commands, .lang = context.lang, .cut_texts = 0, .blocks = block_names(page, context.lang)};
    std::visit(Drawer{ui, context}, page);
    draw_why(ui, context.width, context.height);
}

}  // namespace problemator::web
