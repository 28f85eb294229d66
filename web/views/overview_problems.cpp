// «Проблемы недели»: what to deal with first, and why.
#include <algorithm>

#include "core/charts/pen.hpp"
#include "web/views/overview.hpp"
#include "web/widgets/badge.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kTitle = {"Проблемы недели", "Problems of the week"}, kAllProblems = {"Весь проблематор", "Whole register"};
constexpr Phrase kSubtitle = {"по силе тревоги, полоса — норма", "by strength of alarm, band = usual range"};
constexpr double kTallRow = 83, kTallestRow = 112;
constexpr std::size_t kFewProblems = 5;   // fewer stay together at the top
constexpr Phrase kDue = {"до", "due"};

std::string due_of(const Ui& ui, const Problem& problem) {
    return problem.due.empty() ? std::string{} : std::string{ui.say(kDue)} + "\u00a0" + problem.due;
}

void draw_reasons(Ui& ui, const Problem& problem, const ProblemLayout& at) {
    const Ink alarm = problem.is_surge ? Ink::Bad : Ink::Warn;
    for (std::size_t i = 0; i < at.reasons.size(); ++i) {
        const Box box = at.reasons[i];
        const double y = box.y + box.h / 2, mark = i == 0 ? alarm_mark(ui, {box.x, y}, problem.is_surge) : 0;
        const auto& [text, tone] = problem.reasons[i];
        const TextStyle style = i == 0 ? TextStyle{.size = 13, .weight = Weight::SemiBold, .ink = tone_ink(tone, alarm), .max_width = box.w - mark + 0.5}
                                       : TextStyle{.size = 12, .ink = tone_ink(tone, Ink::Ink1), .max_width = box.w + 0.5};
        ui.paint.text(text, box.x + mark, y, style);
    }
}

// Everything that the row had no room for, then the explanation of its number.
Facts facts_of(const Ui& ui, const Problem& problem, const ProblemLayout& at) {
    Facts facts;
    if (at.is_cut) {
        for (const auto& reason : problem.reasons) facts.emplace_back(reason.first, "");
        facts.emplace_back(unit_line(problem, true), due_of(ui, problem));
    }
    facts.insert(facts.end(), problem.count.why.begin(), problem.count.why.end());
    return facts;
}

void draw_texts(Ui& ui, const Problem& problem, const ProblemLayout& at) {
    ui.paint.text(std::to_string(problem.rank), at.rank_right, at.middle - 20, {.size = 13, .weight = Weight::SemiBold, .ink = Ink::Ink3, .anchor = Anchor::End});
    ui.paint.text(problem.title, at.title.x, at.middle - 20, {.size = 14, .weight = Weight::SemiBold, .max_width = at.title.w + 0.5});
    if (at.place.w > 0) ui.paint.text(problem.place, at.place.x, at.middle + (at.is_place_below ? 21 : -20), {.size = at.is_place_below ? 12.0 : 14.0, .weight = Weight::Medium, .ink = Ink::Ink2, .max_width = at.place.w + 0.5});
    draw_reasons(ui, problem, at);
    ui.paint.text(unit_line(problem, at.has_block), at.unit.x, at.middle + 21, {.size = 12, .ink = Ink::Ink3, .max_width = at.unit.w + 0.5});
    if (at.due.w > 0) ui.paint.text(due_of(ui, problem), at.due.x, at.middle + 21, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink2});
}

void draw_problem(Ui& ui, const Problem& problem, Box row, Form form, double count_width, std::size_t index) {
    const ProblemLayout at = layout_problem(problem, row, form, count_width, due_of(ui, problem));
    const auto hit = ui.paint.hit(id_of("problem", index), {row.x + 6, row.y + 1, row.w - 12, row.h - 2}, problem.count.href, ui.commands);
    offer_why(ui, hit, problem.count, ui.paint.last_box());
    if (hit.hovered || hit.focused) show_tip(ui, problem.title + (problem.place.empty() ? "" : " · " + problem.place), facts_of(ui, problem, at));
    if (hit.hovered && !problem.count.href.empty()) ui.paint.rect({row.x + 6, row.y + 1, row.w - 12, row.h - 2}, hit.pressed ? Ink::Pressed : Ink::Hover, 6);
    draw_texts(ui, problem, at);
    if (at.trend.w > 0) ui.paint.scene(sparkline(problem.trend, at.trend.w, at.trend.h), {at.trend.x, at.trend.y}, ui.commands);
    ui.paint.text(problem.count.text, right_of(at.count), at.middle - 6, {.size = 18, .weight = Weight::SemiBold, .anchor = Anchor::End});
    ui.paint.text(problem.was, right_of(at.count), at.middle + 13, {.size = 11, .ink = Ink::Ink3, .anchor = Anchor::End});
}

// Calm is a result too: it says so in the same place.
void draw_nothing(Ui& ui, std::string_view text, Box body) {
    const Point centre{body.x + body.w / 2, body.y + body.h / 2 - 24};
    ui.paint.circle(centre, 22, Ink::GoodSoft);
    ui.paint.line({centre.x - 8, centre.y + 0.5}, {centre.x - 2.5, centre.y + 6}, Ink::Good, 2);
    ui.paint.line({centre.x - 2.5, centre.y + 6}, {centre.x + 8.5, centre.y - 5.5}, Ink::Good, 2);
    show_paragraph(ui, text, {centre.x, centre.y + 42}, body.w - 64, 20, 3, {.size = 14, .weight = Weight::Medium, .ink = Ink::Ink2, .anchor = Anchor::Middle});
}

}  // namespace

void draw_problems(Ui& ui, const OverviewPage& page, Box box, Form form, std::string_view all_href) {
    const Box body = panel(ui, "problems", box, {.title = ui.say(kTitle), .subtitle = page.problems.empty() ? std::string_view{} : ui.say(kSubtitle), .link_text = ui.say(kAllProblems), .link_href = all_href});
    if (page.problems.empty()) return draw_nothing(ui, page.no_problems, body);
    const double count_width = count_column(page.problems);
    const double step = std::min((body.h - 8) / static_cast<double>(page.problems.size()), page.problems.size() < kFewProblems ? kTallRow : kTallestRow);
    for (std::size_t i = 0; i < page.problems.size(); ++i) {
        const Box row{body.x, body.y + step * static_cast<double>(i), body.w, step};
        draw_problem(ui, page.problems[i], row, form, count_width, i);
        if (i > 0) ui.paint.line({row.x + kPanelPadding, row.y}, {right_of(row) - kPanelPadding, row.y}, Ink::Grid);
    }
}

}  // namespace problemator::web
