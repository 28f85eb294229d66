#include "web/views/heatmap.hpp"

#include <cmath>

#include "core/charts/charts.hpp"
#include "web/views/drawer.hpp"
#include "web/views/drop_down.hpp"
#include "web/views/heatmap_layout.hpp"
#include "web/views/matrix_view.hpp"
#include "web/views/memory.hpp"
#include "web/views/rail.hpp"
#include "web/views/sheet.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

double reorder_width(const HeatmapPage& page) { return page.reorder.text.empty() ? 0 : 8 + button_width(page.reorder.text); }

// Many views make a wide switch; where it does not fit beside the choices they become a list.
bool has_switch(const HeatmapPage& page, double middle, double width, Lang lang) {
    const double choices = drop_down_width(page.measures) + drop_down_width(page.orders) + reorder_width(page);
    const double filters = width >= kWidePage ? 0 : filters_button_width(filters_word(lang)) + 12;
    return filters + segmented_width(page.views) + 24 + choices <= middle;
}

HeatmapSizes sizes_of(const HeatmapPage& page, double legend_height, bool is_switch, Lang lang) {
    const double views = is_switch ? segmented_width(page.views) : drop_down_width(page.views);
    return {filters_button_width(filters_word(lang)), views, drop_down_width(page.measures), drop_down_width(page.orders) + reorder_width(page), legend_height};
}

void draw_toolbar(Ui& ui, const HeatmapPage& page, const HeatmapLayout& at, bool is_switch) {
    if (at.filters_button.w > 0 && filters_button(ui, "filters", at.filters_button, filters_word(ui.lang), is_rail_open()))
        set_rail_open(!is_rail_open());
    if (is_switch) segmented(ui, "matrix-view", at.views, page.views);
    else drop_down(ui, "matrix-view", at.views, page.views);
    drop_down(ui, "matrix-measure", at.measures, page.measures);
    drop_down(ui, "matrix-order", at.orders, page.orders);
    if (page.reorder.text.empty()) return;
    const double x = at.orders.x + drop_down_width(page.orders) + 8;
    button(ui, "matrix-reorder", {x, at.orders.y, button_width(page.reorder.text), 32}, page.reorder.text, page.reorder.href);
}

void draw_words(Ui& ui, const HeatmapPage& page, const HeatmapLayout& at) {
    constexpr std::size_t kAllLines = 12;
    const double x = at.legend.x;
    show_paragraph(ui, page.verdict, {x, at.verdict_y}, at.verdict_width, kVerdictLine, kAllLines, {.size = 16, .weight = Weight::SemiBold});
    show_paragraph(ui, page.note, {x, at.note_y}, at.verdict_width, kNoteLine, kAllLines, {.size = 12, .ink = Ink::Ink3});
}

void draw_drawer(Ui& ui, const HeatmapPage& page, const HeatmapLayout& at, bool takes_escape) {
    const Sheet sheet{"heatmap-drawer", at.drawer};
    draw_cell_drawer(ui, *page.drawer, at.drawer);
    if (takes_escape && !page.drawer->close_href.empty() && is_pressed(PageKey::Escape)) ui.commands.push_back(Go{page.drawer->close_href});
}

}  // namespace

HeatmapLayout lay_out_heatmap(const HeatmapPage& page, double width, double height, Lang lang) {
    const double middle = middle_width(page, width);
    return layout_heatmap(page, sizes_of(page, matrix_legend(page.matrix, middle, lang).height, has_switch(page, middle, width, lang), lang), width, height);
}

void draw_heatmap(Ui& ui, const HeatmapPage& page, const ViewContext& context) {
    const double middle = middle_width(page, context.width);
    const bool is_switch = has_switch(page, middle, context.width, ui.lang);
    const Scene legend = matrix_legend(page.matrix, middle, ui.lang);
    const HeatmapLayout at = lay_out_heatmap(page, context.width, context.height, ui.lang);
    if (at.has_rail && is_rail_open()) set_rail_open(false);
    const bool has_sheet = is_rail_open();

    ui.paint.rect(at.middle, Ink::Surface);
    draw_toolbar(ui, page, at, is_switch);
    draw_words(ui, page, at);
    draw_matrix_view(ui, page.matrix, at.matrix, has_sheet || brush_has_keys() ? MatrixKeys::Ignored : MatrixKeys::Move, context.is_touch ? MatrixPointer::Finger : MatrixPointer::Mouse);
    ui.paint.scene(legend, {at.legend.x, at.legend.y}, ui.commands);
    block_corner(ui, "matrix", at.middle, right_of(at.middle) - 16, at.verdict_y);
    if (at.has_rail) draw_rail(ui, page.rail, at.rail, context, RailChips::Shown);
    if (page.drawer) draw_drawer(ui, page, at, !has_sheet);
    if (!has_sheet) return;
    const Box whole{0, 0, context.width, context.height};
    const Sheet sheet{"rail-sheet", whole};
    draw_rail_sheet(ui, page.rail, whole, context, RailChips::Shown);
}

}  // namespace problemator::web
