// The card of a problem: its life, its cause, its road map, the effect of what was done.
#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/drawer.hpp"
#include "web/views/excess_lines.hpp"
#include "web/views/problems.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/button.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kCause = {"Причина", "Cause"}, kMap = {"Дорожная карта", "Road map"}, kEffect = {"Эффект мер", "Effect of measures"}, kUnpublished = {"не опубликовано", "not published"}, kExcess = {"Откуда лишние", "Where the excess is from"};
constexpr Phrase kPost = {"Ответственный: ", "Responsible: "}, kDue = {"Срок: ", "Due: "}, kWrite = {"Записать причину", "Write the cause down"};
constexpr double kPad = 20, kLine = 18;

/// Four dots with names and days under them; what is passed is dark, the present one blue.
void draw_steps(Ui& ui, const ProblemCard& card, Box box) {
    const auto at = static_cast<std::size_t>(card.stage);
    const bool is_solved = card.stage == ProblemStage::Solved;
    const double step = (box.w - 14) / static_cast<double>(std::max<std::size_t>(1, card.steps.size() - 1)), y = box.y + 6;
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
        const double x = box.x + 7 + step * static_cast<double>(i);
        if (i + 1 < card.steps.size()) ui.paint.line({x, y}, {x + step, y}, i < at ? (is_solved ? Ink::Good : Ink::Ink1) : Ink::LineStrong, i < at ? 2 : 1.5);
    }
    for (std::size_t i = 0; i < card.steps.size(); ++i) {
        const double x = box.x + 7 + step * static_cast<double>(i);
        const Ink fill = i > at ? Ink::Surface : is_solved ? Ink::Good : i == at ? Ink::Accent : Ink::Ink1;
        ui.paint.circle({x, y}, i == at ? 6 : 5.5, fill, i > at ? Ink::LineStrong : Ink::None, 1.5);
        if (i < at || is_solved) ui.paint.polyline({{x - 2.5, y}, {x - 0.5, y + 2}, {x + 2.5, y - 2}}, Ink::Surface, 1.5);
        const Anchor anchor = i == 0 ? Anchor::Start : i + 1 == card.steps.size() ? Anchor::End : Anchor::Middle;
        const double text = i == 0 ? box.x : i + 1 == card.steps.size() ? right_of(box) : x;
        ui.paint.text(card.steps[i].name, text, y + 22, {.size = 12, .weight = i == at ? Weight::SemiBold : Weight::Regular, .ink = i == at && !is_solved ? Ink::Accent : i > at ? Ink::Ink3 : Ink::Ink1, .anchor = anchor, .max_width = step - 6});
        ui.paint.text(card.steps[i].day, text, y + 38, {.size = 12, .ink = Ink::Ink3, .anchor = anchor, .max_width = step - 6});
    }
}

void draw_section(Ui& ui, Box box, double y, std::string_view title, std::string_view aside) {
    ui.paint.line({box.x + kPad, y - 17}, {right_of(box) - kPad, y - 17}, Ink::Line);
    const double wide = ui.paint.text(title, box.x + kPad, y, {.size = 13, .weight = Weight::SemiBold});
    show_text(ui, aside, {right_of(box) - kPad, y}, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End, .max_width = box.w - 2 * kPad - wide - 12});
}

void draw_cause(Ui& ui, const ProblemCard& card, const ProblemCardLayout& at, Box box) {
    const double left = box.x + kPad, width = box.w - 2 * kPad;
    draw_section(ui, box, box.y + at.cause_y, ui.say(kCause), card.alike);
    const std::string cause = card.is_unpublished ? card.cause + " (" + std::string{ui.say(kUnpublished)} + ")" : card.cause;
    show_paragraph(ui, cause, {left, box.y + at.cause_y + 20}, width, kLine, 2, {.size = 12, .weight = Weight::Medium, .ink = card.has_cause && !card.is_unpublished ? Ink::Ink1 : Ink::Warn});
    for (std::size_t i = 0; i < card.words.size(); ++i) {
        const Box chip{box.x + at.words[i].x, box.y + at.words[i].y, at.words[i].w, at.words[i].h};
        ui.paint.rect(chip, Ink::Pressed, 6);
        ui.paint.text(card.words[i].first + " " + card.words[i].second, chip.x + 9, chip.y + chip.h / 2, {.size = 12, .max_width = chip.w - 12});
    }
    if (at.quote_y > 0) show_paragraph(ui, "«" + card.quote + "»", {left, box.y + at.quote_y}, width, kLine, 3, {.size = 12, .ink = Ink::Ink2});
    if (at.excess_y > 0) {
        show_text(ui, std::string{ui.say(kExcess)} + ": " + card.excess_note, {left, box.y + at.excess_y}, {.size = 12, .ink = Ink::Ink3, .max_width = width});
        draw_excess_lines(ui, "card-excess", card.excess, {left, box.y + at.excess_y + 10}, width);
    }
    double y = box.y + at.post_y;
    if (!card.unit.empty()) {
        show_text(ui, std::string{ui.say(kPost)} + card.unit, {left, y}, {.size = 12, .ink = Ink::Ink2, .max_width = width});
        y += kLine;
    }
    if (!card.due.empty()) show_text(ui, std::string{ui.say(kDue)} + card.due, {left, y}, {.size = 12, .ink = tone_ink(card.due_tone, Ink::Ink2), .max_width = width});
}

void draw_effect(Ui& ui, const ProblemCard& card, const ProblemCardLayout& at, Box box) {
    if (at.effect_y <= 0) return;
    const double y = box.y + at.effect_y, right = right_of(box) - kPad;
    if (!card.effect) {
        draw_section(ui, box, y, ui.say(kEffect), "");
        show_paragraph(ui, card.no_effect, {box.x + kPad, y + 20}, box.w - 2 * kPad, kLine, 2, {.size = 12, .ink = Ink::Ink3});
        return;
    }
    draw_section(ui, box, y, ui.say(kEffect), "");
    const double interval = ui.paint.text(card.interval, right, y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
    const double change = ui.paint.text(card.change, right - interval - 10, y, {.size = 18, .weight = Weight::SemiBold, .ink = tone_ink(card.change_tone, Ink::Ink1), .anchor = Anchor::End});
    const auto hit = ui.paint.hit("card/change", {right - interval - change - 16, y - 13, interval + change + 22, 26}, "", ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, why_title(ui.lang), card.change_why);
    ui.paint.scene(effect_bars(*card.effect, at.effect.w, at.effect.h, ui.lang), {box.x + at.effect.x, box.y + at.effect.y}, ui.commands);
    ui.paint.text(card.season_note, right, box.y + at.effect.y + at.effect.h + 8, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
}

void draw_buttons(Ui& ui, const ProblemCard& card, const ProblemCardLayout& at, Box box) {
    const auto place = [&](std::size_t i) { return Box{box.x + at.buttons[i].x, box.y + at.buttons[i].y, at.buttons[i].w, at.buttons[i].h}; };
    button(ui, "card/cause", place(0), ui.say(kWrite), card.cause_href);
    button(ui, "card/protocol", place(1), card.protocol_text, card.protocol_href);
    const auto hit = button(ui, "card/all", place(2), card.all_text, card.all.href);
    if (hit.hovered || hit.focused) show_why(ui, hit, card.all);
}

}  // namespace

void draw_problem_card(Ui& ui, const ProblemCard& card, Box box) {
    panel_frame(ui, box);
    const ProblemCardLayout at = layout_problem_card(card, box.w, box.h - 2, ui.lang);
    const ScrollArea area{ui, "card", inset(box, 1), at.height};
    const Box content = moved(box, area.shift());
    show_paragraph(ui, card.title, {content.x + kPad, content.y + 26}, box.w - 2 * kPad - 64, kLine + 2, 2, {.size = 16, .weight = Weight::SemiBold});
    block_icon(ui, "problem-card", {right_of(content) - 58, content.y + 26});
    drawer_icon(ui, "card/close", DrawerIcon::Close, {right_of(content) - 30, content.y + 26}, card.close_href, close_word(ui.lang));
    draw_steps(ui, card, {content.x + kPad, content.y + at.steps_y, box.w - 2 * kPad, 44});
    draw_cause(ui, card, at, content);
    draw_section(ui, content, content.y + at.map_y, ui.say(kMap), card.gantt ? card.measures_note : "");
    if (card.gantt) ui.paint.scene(gantt_chart(*card.gantt, box.w - 2 * kPad, ui.lang), {content.x + kPad, content.y + at.gantt_y}, ui.commands);
    else show_text(ui, card.no_measures, {content.x + kPad, content.y + at.map_y + 20}, {.size = 12, .ink = Ink::Ink3, .max_width = box.w - 2 * kPad});
    draw_effect(ui, card, at, content);
    draw_buttons(ui, card, at, content);
}

}  // namespace problemator::web
