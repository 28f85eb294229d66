// One row of the rating: the share in time as a dot with its 95 % interval, on a scale common to all rows, with the mean dashed.
#include <algorithm>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {
namespace {

constexpr double kInset = 6;    // room for the dot at both ends; axes above the rows count with it

// Quarters where the scale begins at one, else round values.
std::vector<double> grid_of(double low, double high) {
    std::vector<double> quarters;
    for (const double g : {0.0, 0.25, 0.5, 0.75, 1.0})
        if (g >= low && g <= high) quarters.push_back(g);
    return quarters.size() >= 3 ? quarters : round_ticks(low, high, 4);
}

}  // namespace

Scene dot_interval(const RatingRow& row, std::optional<double> mean, double low, double high, double width, double height) {
    Pen pen{width, height};
    const Scale x{low, high, kInset, pen.width() - kInset};
    const double y = pen.height() / 2;
    for (const double grid : grid_of(low, high)) pen.line({half_pixel(x(grid)), 0}, {half_pixel(x(grid)), pen.height()}, Ink::Grid);
    if (is_finite(mean)) pen.dashed({half_pixel(x.clamped(*mean)), 0}, {half_pixel(x.clamped(*mean)), pen.height()}, Ink::Ink2);
    if (is_finite(row.low) && is_finite(row.high)) {
        const double from = x.clamped(*row.low), until = x.clamped(*row.high);
        pen.rect({from, y - 1, std::max(1.0, until - from), 2}, Ink::Prev);
    }
    // Where no percent is written, the share is drawn all the same: hollow of few messages, in the middle of what is hidden.
    const auto share = is_finite(row.in_time.value) ? row.in_time.value : row.share;
    if (is_finite(share)) {
        const Point at{x.clamped(*share), y};
        if (row.is_few) pen.dot(at, 4, Ink::Surface, Ink::Ink3, 1.5);
        else pen.dot(at, 4.5, tone_ink(row.tone, Ink::Fact));
    }
    const std::string value = figure_text(row.in_time);
    pen.hit({0, 0, pen.width(), pen.height()}, row.href.empty() ? row.in_time.href : row.href, row.name, value);
    return std::move(pen).finish(row.name + (value.empty() ? "" : ": " + value));
}

}  // namespace problemator
