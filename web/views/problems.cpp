#include "web/views/problems.hpp"

#include <algorithm>

#include "web/views/drop_down.hpp"
#include "web/views/headline.hpp"
#include "web/views/listings.hpp"
#include "web/views/memory.hpp"
#include "web/views/sheet.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

constexpr ButtonLook kPaper{.kind = ButtonKind::Plain, .icon = Painter::Icon::Document}, kFresh{.kind = ButtonKind::Primary, .icon = Painter::Icon::Plus};

std::vector<double> toolbar_widths(const ProblemsPage& page) {
    return {segmented_width(page.views), drop_down_width(page.sets), drop_down_width(page.blocks), drop_down_width(page.territories), button_width(page.protocol_text, kPaper), button_width(page.new_text, kFresh)};
}

void draw_toolbar(Ui& ui, const ProblemsPage& page, const ProblemsLayout& at, double dy) {
    segmented(ui, "problem-view", {at.views.x, at.views.y + dy}, page.views);
    drop_down(ui, "problem-set", {at.sets.x, at.sets.y + dy}, page.sets);
    drop_down(ui, "problem-block", {at.blocks.x, at.blocks.y + dy}, page.blocks);
    drop_down(ui, "problem-territory", {at.territories.x, at.territories.y + dy}, page.territories);
    button(ui, "protocol", moved(at.protocol, dy), page.protocol_text, page.protocol_href, kPaper);
    button(ui, "new-problem", moved(at.fresh, dy), page.new_text, page.new_href, kFresh);
}

/// The week under the toolbar: its sentence, its numbers, its tables.
void draw_week(Ui& ui, const ProblemsPage& page, const ProblemsLayout& toolbar, const PageGrid& grid, const ViewContext& context) {
    const ListingsLayout at = layout_listings(page, grid);
    const ScrollArea area{ui, "problems", {0, context.top, grid.width, grid.height}, at.height + toolbar.toolbar_bottom, Keys::ScrollHere};
    const double dy = context.top + area.shift();
    draw_toolbar(ui, page, toolbar, dy);
    draw_listings_body(ui, page, at, area, toolbar.toolbar_bottom + dy);
}

/// ↑ and ↓ step from the opened problem to its neighbours, Esc closes the card.
void take_keys(Ui& ui, const ProblemsPage& page) {
    if (!page.card) return;
    if (is_pressed(PageKey::Escape)) return ui.commands.push_back(Go{page.card->close_href});
    const auto opened = std::find_if(page.rows.begin(), page.rows.end(), [](const ProblemRow& row) { return row.is_selected; });
    if (opened == page.rows.end()) return;
    if (is_pressed(PageKey::Down) && opened + 1 != page.rows.end()) ui.commands.push_back(Go{.href = (opened + 1)->href, .replace = true});
    if (is_pressed(PageKey::Up) && opened != page.rows.begin()) ui.commands.push_back(Go{.href = (opened - 1)->href, .replace = true});
}

}  // namespace

void draw_problems(Ui& ui, const ProblemsPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const ProblemsLayout at = layout_problems(page, grid, toolbar_widths(page));
    if (page.view == ProblemView::OfWeek) return draw_week(ui, page, at, grid, context);
    draw_toolbar(ui, page, at, context.top);
    if (page.view == ProblemView::Board) draw_board(ui, page, at);
    else {
        draw_stage_strip(ui, page, at.strip);
        draw_register(ui, page, at.table);
    }
    take_keys(ui, page);
    if (!page.card) return;
    if (!at.card_lies_over) return draw_problem_card(ui, *page.card, at.card);
    const Sheet sheet{"problem-card", at.card};
    draw_problem_card(ui, *page.card, at.card);
}

}  // namespace problemator::web
