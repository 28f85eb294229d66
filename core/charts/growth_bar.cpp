// Growth bar: one sub-topic of a cell, its count as a bar and its norm as a tick; the culprit is red.
#include <algorithm>
#include <cmath>

#include "core/charts/charts.hpp"
#include "core/charts/pen.hpp"

namespace problemator {

Scene growth_bar(const CellDrawer::Growth& growth, double largest, double width, double height) {
    Pen pen{width, height};
    const double y = pen.height() / 2;
    const Scale x{0, std::isfinite(largest) && largest > 0 ? largest : 1, 0, pen.width() - 1};
    const double value = is_finite(growth.count.value) ? *growth.count.value : static_cast<double>(growth.count.n);
    if (value > 0) pen.rect({0, y - 5, std::max(1.0, x.clamped(value)), 10}, growth.is_culprit ? Ink::Bad : Ink::Fact, 1);
    if (std::isfinite(growth.expected)) {
        const double norm = std::max(0.75, x.clamped(growth.expected));
        if (value > growth.expected + 1) pen.rect({norm - 1.5, y - 5, 3, 10}, Ink::Surface);
        pen.rect({norm - 0.75, y - 8, 1.5, 16}, Ink::Ink2);
    }
    pen.hit({0, 0, pen.width(), pen.height()}, growth.count.href, growth.name, figure_text(growth.count) + (growth.excess.empty() ? "" : "\t" + growth.excess));
    return std::move(pen).finish(growth.name + ": " + figure_text(growth.count) + (growth.excess.empty() ? "" : ", " + growth.excess));
}

}  // namespace problemator
