#include "web/views/listings.hpp"

#include <algorithm>

#include "core/charts/pen.hpp"
#include "web/views/headline.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/table_head.hpp"

namespace problemator::web {
namespace {

double right_edge(const ListingSpan& span) { return span.x + span.w; }

void draw_heads(Ui& ui, const Listing& listing, const ListingLayout& at, Box box) {
    std::vector<HeadCell> cells;
    for (std::size_t c = 0; c < listing.columns.size(); ++c) {
        const ListingColumn& column = listing.columns[c];
        if (at.columns[c].w > 0)
            cells.push_back({.id = column.id, .text = column.title, .href = {}, .x = at.columns[c].x, .w = at.columns[c].w,
                             .anchor = column.is_number ? Anchor::End : Anchor::Start, .sorting = Sorting::None});
    }
    table_head(ui, listing.id + "/head", box, cells);
}

TextStyle style_of(const ListingCell& cell, const ListingColumn& column, const ListingSpan& span, bool is_first) {
    return {.size = 13, .weight = is_first || cell.is_gap ? Weight::Medium : Weight::Regular, .ink = cell.tone == Tone::Muted ? Ink::Ink3 : tone_ink(cell.tone, Ink::Ink1),
            .anchor = column.is_number ? Anchor::End : Anchor::Start, .max_width = span.w + 0.5};
}

/// Words that do not fit go on below, around the middle of the row.
void draw_words(Ui& ui, const ListingCell& cell, const ListingColumn& column, const ListingSpan& span, double y, const TextStyle& style) {
    const bool is_long = cell_lines(cell, column, span) > 1;
    const std::size_t lines = is_long ? std::min(kCellLines, wrap_text(cell.figure.text, style.size, style.weight, span.w + 0.5).size()) : 1;
    if (is_long) ui.paint.paragraph(cell.figure.text, span.x, y - kCellLine * static_cast<double>(lines - 1) / 2, span.w + 0.5, kCellLine, lines, style);
    else ui.paint.text(cell.figure.text, style.anchor == Anchor::End ? right_edge(span) : span.x, y, style);
}

bool is_cell_cut(const ListingCell& cell, const ListingColumn& column, const ListingSpan& span, const TextStyle& style) {
    if (cell_lines(cell, column, span) < 2) return is_cut(cell.figure.text, style);
    return wrap_text(cell.figure.text, style.size, style.weight, span.w).size() > kCellLines;
}

/// A whole cell is the target: its tooltip tells where a number comes from, a text that is cut, and why a week is missing.
void draw_linked(Ui& ui, const std::string& id, const ListingCell& cell, const ListingColumn& column, const ListingSpan& span, double y, const TextStyle& style) {
    const double tall = 28 + kCellLine * static_cast<double>(cell_lines(cell, column, span) - 1);
    const Box target{span.x - 6, y - tall / 2, span.w + 12, tall};
    const auto hit = ui.paint.hit(id, target, cell.figure.href, ui.commands);
    if (hit.hovered || hit.focused) {
        if (cell.is_gap && !cell.figure.why.empty()) show_tip(ui, cell.figure.why.front().first, {{cell.figure.why.front().second, ""}});
        else if (!cell.figure.why.empty()) show_why(ui, hit, cell.figure);
        else if (is_cell_cut(cell, column, span, style)) show_tip(ui, cell.figure.text);
    }
    if (hit.hovered && !cell.figure.href.empty()) ui.paint.rect(target, hit.pressed ? Ink::Pressed : Ink::Hover, 5);
    if (cell.is_gap) ui.paint.hatch(target, Ink::LineStrong);
    draw_words(ui, cell, column, span, y, style);
}

void draw_cell(Ui& ui, const std::string& id, const ListingCell& cell, const ListingColumn& column, const ListingSpan& span, double y, const TextStyle& style) {
    if (cell.figure.text.empty() || span.w <= 0) return;
    if (cell.is_gap || !cell.figure.href.empty() || !cell.figure.why.empty()) return draw_linked(ui, id, cell, column, span, y, style);
    if (cell_lines(cell, column, span) < 2) show_text(ui, cell.figure.text, {style.anchor == Anchor::End ? right_edge(span) : span.x, y}, style);
    else if (is_cell_cut(cell, column, span, style)) draw_linked(ui, id, cell, column, span, y, style);
    else draw_words(ui, cell, column, span, y, style);
}

void draw_row(Ui& ui, const Listing& listing, std::size_t row, const ListingLayout& at, Box box) {
    if (row > 0) ui.paint.line({box.x + kPanelPadding, box.y}, {right_of(box) - kPanelPadding, box.y}, Ink::Grid);
    const std::vector<ListingCell>& cells = listing.rows[row];
    const std::string id = id_of(listing.id, row);
    for (std::size_t c = 0; c < cells.size() && c < at.columns.size(); ++c)
        draw_cell(ui, id_of(id, c), cells[c], listing.columns[c], at.columns[c], box.y + box.h / 2, style_of(cells[c], listing.columns[c], at.columns[c], c == 0));
}

}  // namespace

void draw_listing(Ui& ui, const Listing& listing, const ListingLayout& at, const ScrollArea& area, double dy) {
    const Box box = moved(at.box, dy);
    const Box body = panel(ui, listing.id, box, {.title = listing.title, .subtitle = listing.note});
    double y = body.y;
    if (listing.rows.empty()) {
        show_text(ui, listing.empty, {box.x + kPanelPadding, y + at.row / 2 - 4}, {.size = 13, .ink = Ink::Ink2, .max_width = box.w - 2 * kPanelPadding});
        y += at.row;
    } else {
        draw_heads(ui, listing, at, {box.x + 1, y, box.w - 2, at.head});
        y += at.head;
    }
    for (std::size_t row = 0; row < listing.rows.size(); y += at.rows[row++])
        if (area.is_visible(y - dy, at.rows[row]) || ui.paint.focus_is_new()) draw_row(ui, listing, row, at, {box.x, y, box.w, at.rows[row]});
    if (!listing.more.empty()) show_paragraph(ui, listing.more, {box.x + kPanelPadding, y + 14}, box.w - 2 * kPanelPadding, 18, 3, {.size = 12, .ink = Ink::Ink3});
}

void draw_listings_body(Ui& ui, const ListingsPage& page, const ListingsLayout& at, const ScrollArea& area, double dy) {
    draw_headline(ui, at.headline, dy);
    draw_note(ui, page.note, {at.note.x, at.note.y + kNoteLine / 2 + dy}, at.note.w);
    for (std::size_t i = 0; i < at.tiles.size(); ++i) draw_tile(ui, page.tiles[i], moved(at.tiles[i], dy), at.tile_size);
    for (std::size_t i = 0; i < at.listings.size(); ++i) draw_listing(ui, page.listings[i], at.listings[i], area, dy);
}

void draw_listings(Ui& ui, std::string_view id, const ListingsPage& page, const ViewContext& context) {
    const PageGrid grid = page_grid(context.width, context.height - context.top);
    const ListingsLayout at = layout_listings(page, grid);
    const ScrollArea area{ui, std::string{id}, {0, context.top, grid.width, grid.height}, at.height, Keys::ScrollHere};
    draw_listings_body(ui, page, at, area, context.top + area.shift());
}

}  // namespace problemator::web
