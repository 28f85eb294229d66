// The board: four columns of cards, a column a stage.
#include "core/charts/pen.hpp"
#include "web/views/problems.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kUnpublished = {"не опубликовано", "not published"};

void draw_card(Ui& ui, const ProblemRow& row, Box box) {
    const auto hit = ui.paint.hit("board/" + row.id, box, row.href, ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, row.title, {{row.place + (row.block.empty() ? "" : " · " + row.block), ""}, {row.cause, ""}, {row.unit, ""}});
    ui.paint.rect(box, row.is_selected ? Ink::AccentSoft : hit.hovered ? Ink::Hover : Ink::Surface, 8, row.is_selected ? Ink::Accent : Ink::Line);
    const double left = box.x + 12, room = box.w - 24, right = right_of(box) - 12;
    ui.paint.text(row.title, left, box.y + 17, {.size = 13, .weight = Weight::SemiBold, .max_width = room});
    ui.paint.text(row.is_unpublished ? ui.say(kUnpublished) : std::string_view{row.place}, left, box.y + 35, {.size = 12, .ink = row.is_unpublished ? Ink::Warn : Ink::Ink3, .max_width = room});
    ui.paint.text(row.cause, left, box.y + 53, {.size = 12, .ink = row.has_cause ? Ink::Ink1 : Ink::Warn, .max_width = room});
    const double count = figure(ui, "board/" + row.id + "/recent", row.recent, {left, box.y + 75}, {.size = 14, .weight = Weight::SemiBold});
    const std::string due = row.late.empty() ? row.due : row.due + " " + row.late;
    const double due_width = ui.paint.text(due, right, box.y + 75, {.size = 12, .ink = row.is_late ? Ink::Bad : Ink::Ink2, .anchor = Anchor::End, .max_width = room - count - 8});
    if (const double rest = room - count - due_width - 24; rest > 40) ui.paint.text(row.was, left + count + 8, box.y + 75, {.size = 12, .ink = Ink::Ink3, .max_width = rest});
}

}  // namespace

void draw_board(Ui& ui, const ProblemsPage& page, const ProblemsLayout& at) {
    for (std::size_t i = 0; i < page.stages.size() && i < at.columns.size(); ++i) {
        const Box column = at.columns[i];
        const Box body = panel(ui, id_of("column", i), column, {.title = page.stages[i].name, .subtitle = page.stages[i].count});
        std::vector<const ProblemRow*> rows;
        for (const ProblemRow& row : page.rows)
            if (row.stage == page.stages[i].stage) rows.push_back(&row);
        constexpr double gap = 8;
        const ScrollArea area{ui, id_of("board", i), {column.x + 1, body.y, column.w - 2, std::max(1.0, body.h - 8)}, (kBoardCard + gap) * static_cast<double>(rows.size())};
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const Box card{column.x + 9, body.y + (kBoardCard + gap) * static_cast<double>(r), column.w - 18, kBoardCard};
            if (area.is_visible(card.y, card.h) || ui.paint.focus_is_new()) draw_card(ui, *rows[r], moved(card, area.shift()));
        }
    }
}

}  // namespace problemator::web
