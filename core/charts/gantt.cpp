// Road map over time: a measure a row — done dark, running blue up to today and pale to its day, late in red — and the line of today.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr double kHead = 18, kRow = 25, kBox = 15, kBar = 9, kDue = 46;
constexpr Phrase kResponsible = {"Ответственный", "Responsible"}, kDueWord = {"Срок", "Due"}, kDone = {"Выполнено", "Done"}, kStarted = {"Начало", "Started"};
constexpr Phrase kSummary = {"Дорожная карта", "Road map"}, kDoneOf = {"выполнено", "done"};

struct Plot { double left, right; Scale x; };

std::string hint_of(const Gantt::Measure& measure, Lang lang) {
    std::vector<std::pair<std::string, std::string>> lines;
    const auto add = [&](const Phrase& label, std::string text) { lines.emplace_back(label.in(lang), std::move(text)); };
    if (!measure.responsible.empty()) add(kResponsible, measure.responsible);
    if (measure.from) add(kStarted, format_date(*measure.from, lang));
    if (measure.due) add(kDueWord, format_date(*measure.due, lang));
    if (measure.done) add(kDone, format_date(*measure.done, lang));
    return hint_lines(lines);
}

void draw_check(Pen& pen, Point at, bool is_done) {
    const Box box{at.x, at.y - kBox / 2, kBox, kBox};
    if (!is_done) return pen.frame(box, Ink::LineStrong, 1, 3);
    pen.rect(box, Ink::Accent, 3);
    pen.path({{box.x + 3.5, at.y}, {box.x + 6.5, at.y + 3}, {box.x + 11.5, at.y - 3}}, Ink::OnAccent, 1.5);
}

void draw_bar(Pen& pen, const Gantt::Measure& measure, const Plot& plot, double y, Day today) {
    const std::optional<Day> end = measure.done ? measure.done : measure.due;
    if (!measure.from) {                            // nobody wrote down when it began: its day alone
        if (end) pen.dot({plot.x.clamped(*end), y}, 4, measure.done ? Ink::Ink1 : measure.is_late ? Ink::Bad : Ink::Surface, measure.done || measure.is_late ? Ink::None : Ink::Ink3, 1.5);
        return;
    }
    const double from = plot.x.clamped(*measure.from), until = plot.x.clamped(end.value_or(today));
    const auto bar = [&](double a, double b, Ink ink) { pen.rect({a, y - kBar / 2, std::max(3.0, b - a), kBar}, ink, 2); };
    if (measure.done) return bar(from, until, Ink::Ink1);
    bar(from, until, Ink::Norm);
    const double now = plot.x.clamped(today);
    if (now > from) bar(from, measure.is_late ? now : std::min(now, until), measure.is_late ? Ink::Bad : Ink::Accent);
}

void draw_months(Pen& pen, const Gantt& gantt, const Plot& plot, double bottom) {
    double free_from = plot.left - 4;
    for (const auto& [day, text] : gantt.months) {
        const double x = plot.x(day), wide = text_width(text, 11, Weight::Regular);
        pen.line({half_pixel(x), kHead}, {half_pixel(x), bottom}, Ink::Grid);
        if (x < free_from || x + wide > plot.right) continue;
        pen.text(text, {x + 1, 7}, {.ink = Ink::Ink3});
        free_from = x + wide + 6;
    }
}

}  // namespace

double gantt_height(const Gantt& gantt) { return kHead + kRow * static_cast<double>(std::max<std::size_t>(1, gantt.measures.size())) + 4; }

Scene gantt_chart(const Gantt& gantt, double width, Lang lang) {
    Pen pen{width, gantt_height(gantt)};
    const double label = std::max(90.0, pen.width() * 0.47), left = std::min(label + 8, pen.width() - kDue - 20), right = pen.width() - kDue, bottom = pen.height() - 4;
    const Plot plot{left, right, Scale{static_cast<double>(gantt.first), static_cast<double>(std::max(gantt.first + 1, gantt.last)), left, right}};
    draw_months(pen, gantt, plot, bottom);
    std::size_t done = 0;
    for (std::size_t i = 0; i < gantt.measures.size(); ++i) {
        const Gantt::Measure& measure = gantt.measures[i];
        const double y = kHead + kRow * (static_cast<double>(i) + 0.5);
        done += measure.done ? 1u : 0u;
        draw_check(pen, {0, y}, measure.done.has_value());
        pen.text(measure.text, {kBox + 9, y}, {.size = 12, .ink = measure.done ? Ink::Ink2 : Ink::Ink1, .max_width = left - kBox - 17});
        draw_bar(pen, measure, plot, y, gantt.today);
        pen.text(measure.due_text, {pen.width(), y}, {.size = 12, .ink = measure.is_late ? Ink::Bad : Ink::Ink2, .anchor = Anchor::End, .max_width = kDue - 2});
        pen.hit({0, y - kRow / 2, pen.width(), kRow}, {}, measure.text, hint_of(measure, lang));
    }
    const double now = plot.x(gantt.today);
    if (now >= plot.left && now <= plot.right) pen.line({half_pixel(now), kHead - 4}, {half_pixel(now), bottom}, Ink::Bad, 1.5);
    return std::move(pen).finish(std::string{kSummary.in(lang)} + ": " + std::string{kDoneOf.in(lang)} + " " + std::to_string(done) + " / " + std::to_string(gantt.measures.size()));
}

}  // namespace problemator
