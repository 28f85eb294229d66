// Every screen has its view; a new page model does not compile until it has one.
#include "web/views/heatmap.hpp"
#include "web/views/indicators.hpp"
#include "web/views/listings.hpp"
#include "web/views/messages.hpp"
#include "web/views/overview.hpp"
#include "web/views/rating.hpp"

namespace problemator::web {
namespace {

struct Drawer {
    Ui& ui;
    const ViewContext& context;
    void operator()(const OverviewPage& page) const { draw_overview(ui, page, context); }
    void operator()(const HeatmapPage& page) const { draw_heatmap(ui, page, context); }
    void operator()(const ProblemsPage& page) const { draw_listings(ui, "problems", page, context); }
    void operator()(const RatingPage& page) const { draw_rating(ui, page, context); }
    void operator()(const IndicatorsPage& page) const { draw_indicators(ui, page, context); }
    void operator()(const MessagesPage& page) const { draw_messages(ui, page, context); }
    void operator()(const QualityPage& page) const { draw_listings(ui, "quality", page, context); }
};

}  // namespace

void draw_page(const Page& page, Painter& painter, Commands& commands, const ViewContext& context) {
    Ui ui{painter, commands, context.lang};
    std::visit(Drawer{ui, context}, page);
}

}  // namespace problemator::web
