#include "web/views/heatmap_layout.hpp"

#include <algorithm>

#include "web/views/drawer.hpp"

namespace problemator::web {
namespace {

constexpr double kTop = 12, kControl = 32, kGap = 8, kRowGap = 8;

Box middle_of(const HeatmapPage& page, double width, double height) {
    const bool is_wide = width >= kWidePage;
    const double left = is_wide ? kRailWidth : 0;
    const bool is_beside = page.drawer && width - left - kDrawerWidth >= kLeastBeside;
    const double right = is_beside ? width - kDrawerWidth : width;
    return {left, 0, std::max(1.0, right - left), height};
}

double padding(double width) { return width >= kWidePage ? 20 : 16; }

// The switch from the left, the two drop-downs from the right; what does not fit goes to the next row. Returns the toolbar's bottom.
double place_toolbar(HeatmapLayout& at, const HeatmapSizes& sizes, Box inner) {
    double x = inner.x, y = kTop;
    if (!at.has_rail) {
        at.filters_button = {x, y, sizes.filters, kControl};
        x += sizes.filters + 12;
    }
    if (x + sizes.views > inner.x + inner.w && x > inner.x) {
        x = inner.x;
        y += kControl + kRowGap;
    }
    at.views = {x, y};
    x += sizes.views;
    const double between = sizes.measures > 0 && sizes.orders > 0 ? kGap : 0;
    const double choices = sizes.measures + between + sizes.orders, right = inner.x + inner.w;
    const bool is_beside = x + 16 + choices <= right;
    if (!is_beside) y += kControl + kRowGap;
    const double left = is_beside ? right - choices : inner.x;
    at.measures = {left, y};
    at.orders = {left + sizes.measures + between, y};
    return y + kControl;
}

double place_words(HeatmapLayout& at, const HeatmapPage& page, double y, double width) {
    at.verdict_y = y + 28;
    at.verdict_width = width;
    const auto verdict = std::max<std::size_t>(1, wrap_text(page.verdict, 16, Weight::SemiBold, width).size());
    at.note_y = at.verdict_y + kVerdictLine * static_cast<double>(verdict);
    const auto note = page.note.empty() ? 0 : wrap_text(page.note, 12, Weight::Regular, width).size();
    return at.note_y + kNoteLine * static_cast<double>(note) + 3;
}

}  // namespace

double middle_width(const HeatmapPage& page, double width) { return middle_of(page, width, 1).w - 2 * padding(width); }

HeatmapLayout layout_heatmap(const HeatmapPage& page, const HeatmapSizes& sizes, double width, double height) {
    HeatmapLayout at;
    at.has_rail = width >= kWidePage;
    at.middle = middle_of(page, width, height);
    at.drawer_overlays = page.drawer && at.middle.x + at.middle.w > width - kDrawerWidth;
    if (at.has_rail) at.rail = {0, 0, kRailWidth, height};
    if (page.drawer) at.drawer = drawer_box({0, 0, width, height});
    const double pad = padding(width);
    const Box inner{at.middle.x + pad, 0, std::max(1.0, at.middle.w - 2 * pad), height};
    const double words = place_toolbar(at, sizes, inner);
    const double top = place_words(at, page, words, inner.w);
    const double legend = height - sizes.legend_height - 25;
    at.legend = {inner.x, std::max(legend, top + 80), inner.w, sizes.legend_height};
    at.matrix = {inner.x - kMatrixAir, top, inner.w + kMatrixAir + kMatrixBar, std::max(60.0, at.legend.y - 8 - top)};
    return at;
}

}  // namespace problemator::web
