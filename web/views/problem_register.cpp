// The strip of stages and the rows of the register.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/problems.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/table_head.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kProblem = {"Проблема", "Problem"}, kStage = {"Стадия", "Stage"}, kWeeks = {"26 недель", "26 weeks"}, kRecent = {"4 нед.", "4 weeks"};
constexpr Phrase kCause = {"Причина и ответственный", "Cause and responsible"}, kDue = {"Срок", "Due"}, kUnpublished = {"не опубликовано", "not published"};
constexpr double kFoot = 34, kUpper = 21, kLower = 40;

Ink stage_ink(ProblemStage stage) { return stage == ProblemStage::Solved ? Ink::Good : Ink::Ink2; }

void draw_head(Ui& ui, const RegisterColumns& at, Box box) {
    std::vector<HeadCell> cells;
    const auto add = [&](std::string_view id, const Phrase& name, const RegisterColumns::Span& span, Anchor anchor) {
        if (span.w > 0) cells.push_back({.id = id, .text = ui.say(name), .href = {}, .x = span.x, .w = span.w, .anchor = anchor, .sorting = Sorting::None});
    };
    add("problem", kProblem, at.problem, Anchor::Start);
    add("stage", kStage, at.stage, Anchor::Start);
    add("weeks", kWeeks, at.trend, Anchor::Start);
    add("recent", kRecent, at.recent, Anchor::End);
    add("cause", kCause, at.cause, Anchor::Start);
    add("due", kDue, at.due, Anchor::End);
    table_head(ui, "register/head", box, cells);
}

/// Place and block; what only this browser knows says so first.
void draw_place(Ui& ui, const ProblemRow& row, double x, double y, double room) {
    if (row.is_unpublished) {
        const double wide = ui.paint.text(ui.say(kUnpublished), x, y, {.size = 12, .weight = Weight::Medium, .ink = Ink::Warn, .max_width = room}) + 8;
        x += wide;
        room -= wide;
    }
    if (room > 30) ui.paint.text(row.block.empty() ? row.place : row.place + " · " + row.block, x, y, {.size = 12, .ink = Ink::Ink3, .max_width = room});
}

Facts tip_of(Ui& ui, const ProblemRow& row) {
    Facts facts = {{row.place + (row.block.empty() ? "" : " · " + row.block), ""}, {std::string{ui.say(kStage)}, row.stage_name}};
    if (!row.reason.empty()) facts.emplace_back(row.reason, "");
    facts.emplace_back(row.cause, "");
    if (!row.unit.empty()) facts.emplace_back(row.unit, "");
    return facts;
}

void draw_row(Ui& ui, const ProblemRow& row, const RegisterColumns& at, Box box, bool is_first) {
    const auto hit = ui.paint.hit("problem/" + row.id, box, row.href, ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, row.title, tip_of(ui, row));
    if (row.is_selected) {
        ui.paint.rect(box, Ink::AccentSoft);
        ui.paint.rect({box.x, box.y, 3, box.h}, Ink::Accent);
    } else if (hit.hovered) ui.paint.rect(box, hit.pressed ? Ink::Pressed : Ink::Hover);
    if (!is_first) ui.paint.line({box.x + kPanelPadding, box.y}, {right_of(box) - kPanelPadding, box.y}, Ink::Grid);
    const double upper = box.y + kUpper, lower = box.y + kLower, middle = box.y + box.h / 2;
    if (at.rank.w > 0) ui.paint.text(std::to_string(row.rank), at.rank.x + 19, middle, {.size = 13, .ink = Ink::Ink3, .anchor = Anchor::End});
    ui.paint.text(row.title, at.problem.x, upper, {.size = 13, .weight = Weight::SemiBold, .max_width = at.problem.w});
    draw_place(ui, row, at.problem.x, lower, at.problem.w);
    if (at.stage.w > 0) {
        show_marks(ui, stage_dots(row.stage, 76, 14, ui.lang), {at.stage.x, upper - 7});
        ui.paint.text(row.stage_name, at.stage.x, lower, {.size = 12, .weight = Weight::Medium, .ink = stage_ink(row.stage), .max_width = at.stage.w - 6});
    }
    if (at.trend.w > 0 && !row.trend.values.empty()) show_marks(ui, sparkline(row.trend, 92, 30), {at.trend.x, middle - 15});
    const double right = at.recent.x + at.recent.w;
    figure(ui, "problem/" + row.id + "/recent", row.recent, {right, upper}, {.size = 14, .weight = Weight::SemiBold, .anchor = Anchor::End});
    ui.paint.text(row.was, right, lower, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End, .max_width = at.recent.w});
    ui.paint.text(row.cause, at.cause.x, upper, {.size = 12, .weight = row.has_cause ? Weight::Regular : Weight::Medium, .ink = row.has_cause ? Ink::Ink1 : Ink::Warn, .max_width = at.cause.w});
    ui.paint.text(row.unit, at.cause.x, lower, {.size = 12, .ink = Ink::Ink3, .max_width = at.cause.w});
    const double due = at.due.x + at.due.w, due_y = row.late.empty() ? middle : upper;
    ui.paint.text(row.due, due, due_y, {.size = 13, .ink = row.is_late ? Ink::Bad : Ink::Ink1, .anchor = Anchor::End, .max_width = at.due.w});
    if (!row.late.empty()) ui.paint.text(row.late, due, lower, {.size = 12, .ink = Ink::Bad, .anchor = Anchor::End, .max_width = at.due.w});
}

void draw_stage(Ui& ui, const StageCount& stage, Box box, std::size_t number) {
    const auto hit = ui.paint.hit(id_of("stage", number), inset(box, 2), stage.href, ui.commands);
    if (stage.is_selected) ui.paint.rect(inset(box, 2), Ink::AccentSoft, 8);
    else if (hit.hovered) ui.paint.rect(inset(box, 2), Ink::Hover, 8);
    const double count = ui.paint.text(stage.count, box.x + 18, box.y + box.h / 2, {.size = 28, .weight = Weight::SemiBold}), left = box.x + 18 + count + 12, room = right_of(box) - left - 16;
    if (hit.hovered || hit.focused) show_tip(ui, stage.name, {{stage.note, ""}});
    ui.paint.text(stage.name, left, box.y + 23, {.size = 13, .weight = Weight::Medium, .max_width = room});
    ui.paint.text(stage.note, left, box.y + 42, {.size = 12, .ink = tone_ink(stage.tone, Ink::Ink3), .max_width = room});
}

}  // namespace

void draw_stage_strip(Ui& ui, const ProblemsPage& page, Box box) {
    panel_frame(ui, box);
    const auto boxes = in_columns(box, page.stages.size(), 0);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        draw_stage(ui, page.stages[i], boxes[i], i);
        const double x = right_of(boxes[i]) - 7;
        if (i + 1 < boxes.size()) ui.paint.polyline({{x, box.y + 14}, {x + 11, box.y + box.h / 2}, {x, bottom_of(box) - 14}}, Ink::LineStrong, 1);
    }
}

void draw_register(Ui& ui, const ProblemsPage& page, Box box) {
    panel_frame(ui, box);
    const RegisterColumns at = layout_register(box);
    draw_head(ui, at, {box.x + 1, box.y, box.w - 2, kRegisterHead});
    const Box body{box.x + 1, box.y + kRegisterHead, box.w - 2, std::max(1.0, box.h - kRegisterHead - kFoot)};
    if (page.rows.empty()) show_text(ui, page.empty, {box.x + kPanelPadding, body.y + 26}, {.size = 13, .ink = Ink::Ink2, .max_width = box.w - 2 * kPanelPadding});
    {
        const ScrollArea area{ui, "register", body, kRegisterRow * static_cast<double>(page.rows.size()), page.card ? Keys::Ignored : Keys::ScrollHere};
        for (std::size_t i = 0; i < page.rows.size(); ++i) {
            const Box row{body.x, body.y + kRegisterRow * static_cast<double>(i), body.w, kRegisterRow};
            if (area.is_visible(row.y, row.h) || ui.paint.focus_is_new()) draw_row(ui, page.rows[i], at, moved(row, area.shift()), i == 0);
        }
    }
    ui.paint.line({box.x + 1, bottom_of(box) - kFoot}, {right_of(box) - 1, bottom_of(box) - kFoot}, Ink::Line);
    show_text(ui, page.shown_text, {box.x + kPanelPadding, bottom_of(box) - kFoot / 2}, {.size = 12, .ink = Ink::Ink3, .max_width = box.w - 2 * kPanelPadding - kBlockIcon});
    block_icon(ui, "register", {right_of(box) - kPanelPadding - 6, bottom_of(box) - kFoot / 2});
}

}  // namespace problemator::web
