// 52 weeks of one cell: bars, surges in red, and the threshold as a stepped line over them.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

double highest(const CellDrawer& drawer) {
    double most = 1;
    for (const Bar& bar : drawer.weeks)
        if (std::isfinite(bar.value)) most = std::max(most, bar.value);
    for (const double threshold : drawer.thresholds)
        if (std::isfinite(threshold)) most = std::max(most, threshold);
    return most * 1.05;
}

struct Plot { double right, top, bottom, step; Scale y; };

void draw_threshold(Pen& pen, const CellDrawer& drawer, const Plot& plot) {
    std::vector<Point> steps;
    for (std::size_t i = 0; i < std::min(drawer.thresholds.size(), drawer.weeks.size()); ++i) {
        if (!std::isfinite(drawer.thresholds[i])) {
            pen.path(std::move(steps), Ink::Ink2, 1);
            steps.clear();
            continue;
        }
        const double x = static_cast<double>(i) * plot.step, y = plot.y.clamped(drawer.thresholds[i]);
        steps.push_back({x, y});
        steps.push_back({x + plot.step, y});
    }
    pen.path(std::move(steps), Ink::Ink2, 1);
}

void draw_labels(Pen& pen, const CellDrawer& drawer, const Plot& plot) {
    double free_from = 0;
    for (const auto& [index, text] : drawer.week_labels) {
        const double x = static_cast<double>(index) * plot.step, wide = text_width(text, 11, Weight::Regular);
        if (x < free_from || x + wide > pen.width()) continue;
        pen.text(text, {x, plot.bottom + 11}, {.ink = Ink::Ink3});
        free_from = x + wide + 8;
    }
}

}  // namespace

Scene week_bars(const CellDrawer& drawer, double width, double height, Lang lang) {
    Pen pen{width, height};
    const double most = highest(drawer), right = std::max(1.0, pen.width() - 28), bottom = std::max(12.0, pen.height() - 19), top = 4;
    const Plot plot{right, top, bottom, right / static_cast<double>(std::max<std::size_t>(1, drawer.weeks.size())), Scale{0, most, bottom, top}};
    for (const double g : round_ticks(0, most, 4)) {
        if (g > 0) pen.line({0, half_pixel(plot.y(g))}, {right, half_pixel(plot.y(g))}, Ink::Grid);
        if (plot.y(g) >= 7) pen.text(tick_text(g, lang), {pen.width(), plot.y(g)}, {.ink = Ink::Ink3, .anchor = Anchor::End, .max_width = 27});
    }
    for (std::size_t i = 0; i < drawer.weeks.size(); ++i) {
        const Bar& bar = drawer.weeks[i];
        if (!std::isfinite(bar.value)) continue;
        const double x = static_cast<double>(i) * plot.step, y = plot.y.clamped(bar.value);
        pen.rect({x + 0.75, y, std::max(0.5, plot.step - 1.5), bottom - y}, bar.is_alarm ? Ink::Bad : Ink::Prev);
        pen.hit({x, top, plot.step, bottom - top}, bar.href, bar.label, tick_text(bar.value, lang));
    }
    draw_threshold(pen, drawer, plot);
    pen.line({0, half_pixel(bottom)}, {right, half_pixel(bottom)}, Ink::LineStrong);
    draw_labels(pen, drawer, plot);
    return std::move(pen).finish(drawer.title + (drawer.surges_note.empty() ? "" : ": " + drawer.surges_note));
}

}  // namespace problemator
