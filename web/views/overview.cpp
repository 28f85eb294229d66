#include "web/views/overview.hpp"

#include "web/views/headline.hpp"
#include "web/widgets/scroll_area.hpp"

namespace problemator::web {

void draw_overview(Ui& ui, const OverviewPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const OverviewLayout at = layout_overview(page, grid);
    const ScrollArea area{ui, "overview", {0, context.top, grid.width, grid.height}, at.height, Keys::ScrollHere};
    const double dy = context.top + area.shift();
    draw_headline(ui, at.headline, dy);
    for (std::size_t i = 0; i < at.tiles.size(); ++i) draw_tile(ui, page.tiles[i], moved(at.tiles[i], dy), at.tile_size);
    draw_problems(ui, page, moved(at.problems, dy), grid.form, link_to(context.state, Screen::Problems));
    draw_matrix_panel(ui, page.matrix, moved(at.matrix, dy), at.matrix_size, link_to(context.state, Screen::Heatmap), context.is_touch);
    draw_map_panel(ui, page, moved(at.map, dy), link_to_map(context.state));
    draw_bullets_panel(ui, page, moved(at.indicators, dy), link_to(context.state, Screen::Indicators));
    draw_short_rating(ui, page, moved(at.rating, dy), link_to(context.state, Screen::Rating));
}

}  // namespace problemator::web
