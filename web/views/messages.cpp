#include "web/views/messages.hpp"

#include <algorithm>

#include "web/views/drawer.hpp"
#include "web/views/drop_down.hpp"
#include "web/views/memory.hpp"
#include "web/views/message_row.hpp"
#include "web/views/messages_layout.hpp"
#include "web/views/rail.hpp"
#include "web/views/sheet.hpp"
#include "web/views/table.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/chip.hpp"
#include "web/widgets/table_head.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kResetFilters = {"Сбросить всё", "Reset all"};

int signature_of(const MessagesPage& page) {
    const auto& rows = page.rows;
    return rows.empty() ? 0 : web::signature_of(rows.size(), rows.front(), rows[rows.size() / 2], rows.back());
}

bool is_opened(const ViewContext& context, std::uint32_t row) {
    const auto& ids = context.world.snapshot.table.id;
    return row < ids.size() && ids[row] == context.state.message;
}

// Where the opened message stands in the list: looked for where it was last, then everywhere.
std::optional<std::size_t> opened_row(const MessagesPage& page, const ViewContext& context) {
    if (!page.card) return std::nullopt;
    const auto last = static_cast<std::size_t>(std::max(0, recall("messages-opened", 0)));
    if (last < page.rows.size() && is_opened(context, page.rows[last])) return last;
    const auto found = std::find_if(page.rows.begin(), page.rows.end(), [&](std::uint32_t row) { return is_opened(context, row); });
    if (found == page.rows.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - page.rows.begin());
    remember("messages-opened", static_cast<int>(at));
    return at;
}

void draw_toolbar(Ui& ui, const MessagesPage& page, const MessagesLayout& at) {
    if (filters_button(ui, "filters", at.filters_button, filters_word(ui.lang), is_rail_open())) set_rail_open(!is_rail_open());
    chip_rows(ui, "message-chip", at.chips, page.chips);
    ui.paint.text(page.count_text, at.count.x, at.count.y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
    block_icon(ui, "messages", at.export_icon);
}

void draw_head(Ui& ui, const MessagesPage& page, const MessagesLayout& at, const std::vector<ColumnPlace>& places) {
    std::vector<HeadCell> cells;
    for (const ColumnPlace& place : places) {
        const auto& column = page.columns[place.index];
        const Sorting sorting = !column.is_sorted ? Sorting::None : column.is_descending ? Sorting::Descending : Sorting::Ascending;
        cells.push_back({column.id, column.title, column.href, place.x, place.w, place.anchor, sorting});
    }
    table_head(ui, "messages-head", at.head, cells);
}

void draw_empty(Ui& ui, const MessagesPage& page, const MessagesLayout& at) {
    const double width = std::min(520.0, at.body.w - 40), x = at.body.x + at.body.w / 2;
    const double y = show_paragraph(ui, page.empty_text, {x, at.body.y + at.body.h * 0.35}, width, 22, 6, {.size = 14, .ink = Ink::Ink2, .anchor = Anchor::Middle});
    double line = y + 6;
    for (std::size_t i = 0; i < page.remedies.size(); ++i, line += 40) {   // each filter with what taking it off would bring back
        const std::string words = page.remedies[i].text + " — " + page.remedies[i].count.text;
        const double room = std::min(button_width(words), at.body.w - 40);
        button(ui, id_of("messages-remedy", i), {x - room / 2, line, room, 32}, words, page.remedies[i].href);
    }
    if (page.rail.reset_href.empty()) return;
    const auto text = ui.say(kResetFilters);
    const double wide = button_width(text);
    button(ui, "messages-reset", {x - wide / 2, line, wide, 32}, text, page.rail.reset_href, {.kind = ButtonKind::Soft, .icon = std::nullopt});
}

void open_row(Ui& ui, const MessageLine& line, bool replace) {
    if (!line.href.empty()) ui.commands.push_back(Go{line.href, replace});
}

// The card goes along with the keys, as one step of history; a click or Enter is a step of its own.
TableAnswer draw_rows(Ui& ui, const MessagesPage& page, Box body, const TableSpec& spec, const std::vector<ColumnPlace>& places, const LineOf& line_of) {
    const TableAnswer answer = draw_table(ui, body, spec, [&](const TableRow& row) {
        draw_message_row(ui, line_of(page.rows[row.row]), row, places, page.card && row.is_cursor);
    });
    if (answer.opened && (!page.card || answer.opened != spec.follow)) open_row(ui, line_of(page.rows[*answer.opened]), false);
    else if (answer.is_moved && page.card && answer.cursor) open_row(ui, line_of(page.rows[*answer.cursor]), true);
    return answer;
}

void draw_card_drawer(Ui& ui, const MessagesPage& page, const MessagesLayout& at, bool takes_escape) {
    const Sheet sheet{"message-card", at.card};
    draw_card(ui, *page.card, at.card);
    if (takes_escape && !page.card->close_href.empty() && is_pressed(PageKey::Escape)) ui.commands.push_back(Go{page.card->close_href});
}

}  // namespace

void draw_messages(Ui& ui, const MessagesPage& page, const ViewContext& context) {
    draw_messages(ui, page, context, [&](std::uint32_t row) { return message_line(context.world, context.state, row); });
}

void draw_messages(Ui& ui, const MessagesPage& page, const ViewContext& context, const LineOf& line_of) {
    const MessagesSizes sizes{filters_button_width(filters_word(ui.lang)), text_width(page.count_text, 12, Weight::Regular), is_rail_open()};
    const MessagesLayout at = layout_messages(page, sizes, context.width, context.height);
    const TextColumn texts = context.world.snapshot.table.text.text_bytes() == 0 ? TextColumn::LeftOut : TextColumn::Shown;
    const auto places = layout_columns(page.columns, texts, at.filters_button.x, right_of(at.list) - (at.filters_button.x - at.list.x));
    const bool has_sheet = sizes.has_rail && at.rail.w == 0;

    ui.paint.rect(at.list, Ink::Surface);
    draw_toolbar(ui, page, at);
    draw_head(ui, page, at, places);
    TableAnswer answer;
    if (page.rows.empty()) draw_empty(ui, page, at);
    else answer = draw_rows(ui, page, at.body, {"messages", page.rows.size(), signature_of(page), opened_row(page, context), !has_sheet}, places, line_of);
    draw_table_foot(ui, at.foot, {answer.whole, page.rows.size(), page.card.has_value(), context.world.snapshot.info.is_published, at.filters_button.x - at.list.x});
    if (at.rail.w > 0) draw_rail(ui, page.rail, at.rail, context, RailChips::ShownElsewhere);
    if (page.card) draw_card_drawer(ui, page, at, !has_sheet);
    if (!has_sheet) return;
    const Box whole{0, 0, context.width, context.height};
    const Sheet sheet{"rail-sheet", whole};
    draw_rail_sheet(ui, page.rail, whole, context, RailChips::ShownElsewhere);
}

}  // namespace problemator::web
