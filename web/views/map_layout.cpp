#include "web/views/map_layout.hpp"

#include <algorithm>

#include "web/views/heatmap_layout.hpp"

namespace problemator::web {
namespace {

constexpr double kTop = 12, kControl = 32, kGap = 8, kStrip = 84, kSpotRow = 53, kLayerRow = 30, kLeastInset = 150, kMostInset = 380, kPad = 20;

double padding(double width) { return width >= kWidePage ? 20 : 16; }

/// Controls from left to right; what does not fit goes to the next row. Returns the bottom of the last row.
double place_toolbar(MapLayout& at, const MapSizes& sizes, Box inner) {
    double x = inner.x, y = kTop;
    const auto put = [&](double wide) {
        if (x > inner.x && x + wide > inner.x + inner.w) x = inner.x, y += kControl + kGap;
        const Point spot{x, y};
        if (wide > 0) x += wide + kGap;
        return spot;
    };
    if (!at.has_rail) {
        const Point spot = put(sizes.filters);
        at.filters_button = {spot.x, spot.y, sizes.filters, kControl};
    }
    at.views = put(sizes.views);
    const double rest = sizes.measures + (sizes.forms > 0 ? kGap + sizes.forms : 0);
    if (x + rest <= inner.x + inner.w) x = inner.x + inner.w - rest;
    at.forms = put(sizes.forms);
    at.measures = put(sizes.measures);
    return y + kControl;
}

void place_words(MapLayout& at, const MapPage& page, double y, Box inner) {
    at.words_x = inner.x;
    at.words_width = inner.w;
    at.verdict_y = y + 28;
    const auto verdict = std::max<std::size_t>(1, wrap_text(page.verdict, 16, Weight::SemiBold, inner.w).size());
    at.note_y = at.verdict_y + kVerdictLine * static_cast<double>(verdict);
    const auto note = page.note.empty() ? 0 : wrap_text(page.note, 12, Weight::Regular, inner.w).size();
    const double top = at.note_y + kNoteLine * static_cast<double>(note) + 4;
    const auto missing = page.missing.empty() || page.as_tiles ? 0 : std::min<std::size_t>(3, wrap_text(page.missing, 12, Weight::Regular, inner.w).size());
    const double words = kNoteLine * static_cast<double>(missing);
    at.missing = {inner.x, at.strip_y - 8 - words, inner.w, words};
    const bool has_key = page.fills_areas || page.as_tiles;
    at.key = {inner.x, at.missing.y - (has_key ? 42 : 0), std::min(inner.w, 460.0), has_key ? 34.0 : 0.0};
    at.map = {inner.x, top, inner.w, std::max(120.0, at.key.y - 6 - top)};
    const double right = inner.x + inner.w - kControl;
    at.zoom_in = {right, top + 4, kControl, kControl};
    at.zoom_out = {right, top + 4 + kControl + kGap, kControl, kControl};
    at.fit = {right, top + 4 + 2 * (kControl + kGap), kControl, kControl};
}

}  // namespace

MapLayout layout_map(const MapPage& page, const MapSizes& sizes, double width, double height) {
    MapLayout at;
    at.has_rail = width >= kWidePage;
    if (at.has_rail) at.rail = {0, 0, kRailWidth, height};
    const double left = at.has_rail ? kRailWidth : 0, side = width - left - kMapSide >= 480 ? kMapSide : 0;
    at.middle = {left, 0, std::max(1.0, width - left - side), height};
    if (side > 0) at.side = {width - side, 0, side, height};
    const double pad = padding(width);
    const Box inner{left + pad, 0, std::max(1.0, at.middle.w - 2 * pad), height};
    at.strip_y = height - kStrip;
    at.play = {inner.x, at.strip_y + 22, 28, 28};
    at.weeks = {inner.x + 44, at.strip_y + 14, std::max(1.0, inner.w - 44), kStrip - 22};
    const double bottom = place_toolbar(at, sizes, inner);
    place_words(at, page, bottom, inner);
    return at;
}

MapSideLayout layout_map_side(const MapPage& page, Box side) {
    MapSideLayout at;
    const Box inner{side.x + kPad, side.y, side.w - 2 * kPad, side.h};
    at.title_y = side.y + 27;
    const double layers = kLayerRow * static_cast<double>(page.layers.size()) + 16, bottom = side.y + side.h - layers;
    for (std::size_t i = 0; i < page.layers.size(); ++i) at.layers.push_back({inner.x, bottom + 4 + kLayerRow * static_cast<double>(i), inner.w, kLayerRow});
    double y = side.y + 44;
    for (std::size_t i = 0; i < page.spots.size() && y + kSpotRow <= bottom; ++i, y += kSpotRow) at.spots.push_back({inner.x, y, inner.w, kSpotRow});
    if (page.spots.empty()) y += 30;
    at.rule_y = y + 4;
    const bool has_inset = page.inset && !page.as_tiles && bottom - y - 48 >= kLeastInset;
    at.inset_title_y = y + 24;
    if (has_inset) at.inset = {inner.x, y + 42, inner.w, std::min(kMostInset, bottom - y - 52)};
    return at;
}

}  // namespace problemator::web
