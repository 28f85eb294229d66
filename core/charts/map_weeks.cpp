// Weeks under the map: one bar a week, the shown one in the accent; a click shows its map.
#include <algorithm>
#include <cmath>

#include "core/charts/map_charts.hpp"

namespace problemator {
namespace {

constexpr double kLabelBand = 20;

void draw_labels(Pen& pen, const MapPage& page, double step, double y) {
    double free_from = 0;
    const auto put = [&](std::size_t index, const std::string& text, Ink ink, Weight weight) {
        const double wide = text_width(text, 11, weight), x = std::clamp((static_cast<double>(index) + 0.5) * step - wide / 2, 0.0, std::max(0.0, pen.width() - wide));
        if (x < free_from) return;
        pen.text(text, {x, y}, {.weight = weight, .ink = ink});
        free_from = x + wide + 10;
    };
    std::vector<std::pair<std::size_t, std::string>> labels = page.week_labels;
    std::string shown;
    if (page.week) {
        shown = page.weeks[*page.week].label.substr(0, page.weeks[*page.week].label.find(':'));
        const double near = (text_width(shown, 11, Weight::SemiBold) + 70) / std::max(step, 0.5);
        labels.erase(std::remove_if(labels.begin(), labels.end(), [&](const auto& l) { return std::abs(static_cast<double>(l.first) - static_cast<double>(*page.week)) < near; }), labels.end());
        labels.emplace_back(*page.week, shown);
        std::sort(labels.begin(), labels.end());
    }
    for (const auto& [index, text] : labels) {
        const bool is_shown = page.week && index == *page.week;
        put(index, text, is_shown ? Ink::Accent : Ink::Ink3, is_shown ? Weight::SemiBold : Weight::Regular);
    }
}

}  // namespace

Scene map_weeks(const MapPage& page, double width, double height, Lang lang) {
    Pen pen{width, height};
    double most = 1;
    for (const Bar& bar : page.weeks) most = std::max(most, bar.value);
    const double step = pen.width() / static_cast<double>(std::max<std::size_t>(1, page.weeks.size())), bottom = std::max(8.0, pen.height() - kLabelBand), gap = std::min(2.0, step / 4);
    const Scale y{0, most, bottom, 3};
    for (std::size_t i = 0; i < page.weeks.size(); ++i) {
        const Bar& bar = page.weeks[i];
        const double x = static_cast<double>(i) * step, top = y.clamped(bar.value);
        if (bar.value > 0) pen.rect({x + gap / 2, top, std::max(0.5, step - gap), bottom - top}, page.week == i ? Ink::Accent : Ink::Prev);
        pen.hit({x, 0, step, bottom}, bar.href, bar.label, std::string{});
    }
    pen.line({0, half_pixel(bottom)}, {pen.width(), half_pixel(bottom)}, Ink::LineStrong);
    draw_labels(pen, page, step, bottom + 12);
    std::string summary{Phrase{"Сообщений по неделям", "Messages by week"}.in(lang)};
    if (page.week) summary += ", " + page.weeks[*page.week].label;
    return std::move(pen).finish(std::move(summary));
}

}  // namespace problemator
