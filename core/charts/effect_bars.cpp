// Effect of measures: weekly bars before (grey) and after (blue), the day between them, the mean of each side.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr double kTop = 22, kFoot = 20;

struct Plot { double left, right, bottom, step; Scale y; };

double highest(const EffectPicture& effect) {
    double most = std::max({1.0, effect.before, effect.after});
    for (const Bar& bar : effect.weeks)
        if (std::isfinite(bar.value)) most = std::max(most, bar.value);
    return most * 1.04;
}

void draw_axis(Pen& pen, const EffectPicture& effect, const Plot& plot, Lang lang, double most) {
    for (const double g : round_ticks(0, most, 4)) {
        if (g > 0) pen.line({plot.left, half_pixel(plot.y(g))}, {plot.right, half_pixel(plot.y(g))}, Ink::Grid);
        pen.text(tick_text(g, lang), {plot.left - 8, plot.y(g)}, {.ink = Ink::Ink3, .anchor = Anchor::End});
    }
    double free_from = 0;
    for (const auto& [index, text] : effect.labels) {
        const double x = plot.left + plot.step * static_cast<double>(index), wide = text_width(text, 11, Weight::Regular);
        if (x < free_from || x + wide > plot.right) continue;
        pen.text(text, {x, plot.bottom + 12}, {.ink = Ink::Ink3});
        free_from = x + wide + 8;
    }
}

void draw_means(Pen& pen, const EffectPicture& effect, const Plot& plot, double middle) {
    const double before = plot.y.clamped(effect.before), after = plot.y.clamped(effect.after);
    double above = after;                          // the highest bar under the word
    for (std::size_t i = effect.start + (effect.weeks.size() - std::min(effect.start, effect.weeks.size())) / 2; i < effect.weeks.size(); ++i)
        if (std::isfinite(effect.weeks[i].value)) above = std::min(above, plot.y.clamped(effect.weeks[i].value));
    pen.line({plot.left, half_pixel(before)}, {middle, half_pixel(before)}, Ink::Ink1, 1.5);
    pen.line({middle, half_pixel(after)}, {plot.right, half_pixel(after)}, Ink::Ink1, 1.5);
    pen.line({half_pixel(middle), 0}, {half_pixel(middle), plot.bottom}, Ink::Ink1, 1);
    const TextLook look{.weight = Weight::Medium, .halo = Ink::Surface};
    const auto place = [&](const std::string& text, double x, double y, Anchor anchor, double room) {
        TextLook own = look;
        own.anchor = anchor;
        own.max_width = room;
        if (room > 20) pen.text(text, {x, y}, own);
    };
    const double left_room = middle - plot.left - 6, right_room = plot.right - middle - 6;
    place(effect.before_text, middle - 6, 7, Anchor::End, left_room);
    place(effect.day_text, middle + 6, 7, Anchor::Start, right_room);
    place(effect.after_text, plot.right, std::max(kTop + 2, above - 9), Anchor::End, right_room);
}

}  // namespace

Scene effect_bars(const EffectPicture& effect, double width, double height, Lang lang) {
    Pen pen{width, height};
    const double most = highest(effect), left = 22, right = pen.width(), bottom = std::max(kTop + 10, pen.height() - kFoot);
    const Plot plot{left, right, bottom, (right - left) / static_cast<double>(std::max<std::size_t>(1, effect.weeks.size())), Scale{0, most, bottom, kTop}};
    draw_axis(pen, effect, plot, lang, most);
    for (std::size_t i = 0; i < effect.weeks.size(); ++i) {
        const Bar& bar = effect.weeks[i];
        if (!std::isfinite(bar.value)) continue;
        const double x = left + plot.step * static_cast<double>(i), y = plot.y.clamped(bar.value);
        pen.rect({x + 0.75, y, std::max(0.5, plot.step - 1.5), bottom - y}, i < effect.start ? Ink::Prev : Ink::Seq4);
        pen.hit({x, kTop, plot.step, bottom - kTop}, bar.href, bar.label, tick_text(bar.value, lang));
    }
    pen.line({left, half_pixel(bottom)}, {right, half_pixel(bottom)}, Ink::LineStrong);
    draw_means(pen, effect, plot, left + plot.step * static_cast<double>(effect.start));
    return std::move(pen).finish(effect.before_text + ", " + effect.after_text + ", " + effect.day_text);
}

}  // namespace problemator
