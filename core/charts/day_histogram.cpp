// Day histogram of the filter rail: one bar a day, the selected days under a brush with two handles.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

struct Bars { double step, top, bottom; std::uint32_t most; };

void draw_brush(Pen& pen, const Bars& bars, std::size_t begin, std::size_t end) {
    const double left = static_cast<double>(begin) * bars.step, right = static_cast<double>(end) * bars.step;
    for (const double x : {std::max(0.5, left - 0.5), std::min(pen.width() - 0.5, right + 0.5)}) {
        pen.line({x, bars.top - 4}, {x, bars.bottom}, Ink::Accent);
        const double handle = std::clamp(x - 3, 0.0, pen.width() - 6);
        pen.rect({handle, (bars.top + bars.bottom) / 2 - 8, 6, 16}, Ink::Accent, 3);
    }
}

// Labels are drawn from the right, where the newest days are, and left out when they would touch the next one.
void draw_labels(Pen& pen, const Rail& rail, const Bars& bars) {
    double free_until = pen.width();
    for (auto it = rail.day_labels.rbegin(); it != rail.day_labels.rend(); ++it) {
        const double wide = text_width(it->second, 11, Weight::Regular);
        const double x = std::min(static_cast<double>(it->first) * bars.step, pen.width() - wide);
        if (x < 0 || x + wide > free_until) continue;
        pen.text(it->second, {x, bars.bottom + 11}, {.ink = Ink::Ink3});
        free_until = x - 8;
    }
}

}  // namespace

Scene day_histogram(const Rail& rail, double width, double height, Lang lang) {
    Pen pen{width, height};
    if (rail.days.empty()) return std::move(pen).finish(rail.period_text);
    const Bars bars{pen.width() / static_cast<double>(rail.days.size()), 5, std::max(10.0, pen.height() - 19),
                    std::max<std::uint32_t>(1, *std::max_element(rail.days.begin(), rail.days.end()))};
    const std::size_t end = std::min(rail.brush_end, rail.days.size()), begin = std::min(rail.brush_begin, end);
    if (begin < end)
        pen.rect({static_cast<double>(begin) * bars.step, bars.top - 4, static_cast<double>(end - begin) * bars.step, bars.bottom - bars.top + 4}, Ink::AccentSoft);
    for (std::size_t i = 0; i < rail.days.size(); ++i) {
        const double tall = (bars.bottom - bars.top) * rail.days[i] / bars.most, x = static_cast<double>(i) * bars.step;
        pen.rect({x + 0.5, bars.bottom - tall, std::max(0.5, bars.step - 1), tall}, i >= begin && i < end ? Ink::Accent : Ink::Prev);
        pen.hit({x, bars.top - 4, bars.step, bars.bottom - bars.top + 4}, "", format_day_month(rail.first_day + static_cast<Day>(i), lang),
                std::to_string(rail.days[i]));
    }
    pen.line({0, half_pixel(bars.bottom)}, {pen.width(), half_pixel(bars.bottom)}, Ink::LineStrong);
    if (begin < end) draw_brush(pen, bars, begin, end);
    draw_labels(pen, rail, bars);
    return std::move(pen).finish(rail.period_text);
}

}  // namespace problemator
