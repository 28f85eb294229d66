// Sparkline: 26 weeks as a line over the band of the usual range, with a dot at the end in the colour of its state.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr double kDot = 3, kPad = kDot + 0.5;
constexpr std::size_t kFewestForLine = 4;      // fewer weeks are squares: a line would promise a trend

struct Extent { double low = 0, high = 1; };

Extent extent_of(const Trend& trend) {
    std::optional<double> low, high;
    const auto take = [&](const std::optional<double>& v) {
        if (!is_finite(v)) return;
        low = low ? std::min(*low, *v) : *v;
        high = high ? std::max(*high, *v) : *v;
    };
    for (const auto& v : trend.values) take(v);
    take(trend.norm_low);
    take(trend.norm_high);
    if (!low) return {};
    if (trend.from_zero) low = std::min(0.0, *low);
    return {*low, *high > *low ? *high : *low + 1};
}

Ink end_ink(Tone tone) {
    switch (tone) {
        case Tone::Plain: case Tone::Muted: return Ink::Fact;
        case Tone::Good: return Ink::Good;
        case Tone::Warn: return Ink::WarnFill;
        case Tone::Bad: return Ink::Bad;
    }
    return Ink::Fact;
}

}  // namespace

Scene sparkline(const Trend& trend, double width, double height) {
    Pen pen{width, height};
    const Extent extent = extent_of(trend);
    const double right = pen.width() - kPad;
    const Scale x{0, std::max(1.0, static_cast<double>(trend.values.size()) - 1), 1, right};
    const Scale y{extent.low, extent.high, pen.height() - kPad, kPad};
    if (is_finite(trend.norm_low) && is_finite(trend.norm_high)) {
        const double top = y.clamped(*trend.norm_high), bottom = y.clamped(*trend.norm_low);
        pen.rect({1, top, right - 1, std::max(1.0, bottom - top)}, Ink::Norm, 1);
    }

    const auto known = static_cast<std::size_t>(std::count_if(trend.values.begin(), trend.values.end(), is_finite));
    std::vector<Point> run;
    std::optional<Point> last;
    for (std::size_t i = 0; i < trend.values.size(); ++i) {
        if (!is_finite(trend.values[i])) {            // a gap stays a gap
            pen.path(std::move(run), Ink::Fact, 1.5);
            run.clear();
            continue;
        }
        last = Point{x(static_cast<double>(i)), y(*trend.values[i])};
        if (known < kFewestForLine) pen.rect({last->x - 2, last->y - 2, 4, 4}, Ink::Fact);
        else run.push_back(*last);
    }
    pen.path(std::move(run), Ink::Fact, 1.5);
    if (last && is_finite(trend.values.back())) pen.dot(*last, kDot, end_ink(trend.end));
    return std::move(pen).finish(trend.summary);
}

}  // namespace problemator
