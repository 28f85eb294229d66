#include "web/widgets/tile.hpp"

#include <algorithm>

#include "core/charts/charts.hpp"
#include "web/widgets/figure.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

struct Measures { double height, pad, label_y, value_y, value_size, unit_size, foot, trend_w, trend_h, trend_y; };

constexpr Measures measures_of(TileSize size) {
    if (size == TileSize::Full) return {104, 16, 20, 48, 28, 13, 20, 104, 30, 34};
    return {92, 14, 19, 45, 24, 12, 18, 58, 22, 34};
}

// A line of text of this size, centred on y.
Box line_box(double x, double y, double width, double size) { return {x, y - size * 0.6, width, size * 1.2}; }

}  // namespace

double tile_height(TileSize size) { return measures_of(size).height; }

TileLayout layout_tile(const Tile& tile, Box box, TileSize size) {
    const Measures m = measures_of(size);
    const double left = box.x + m.pad, right = right_of(box) - m.pad, foot = bottom_of(box) - m.foot;
    TileLayout out;
    const double room = right - left;
    const double label = std::min(room, text_width(tile.label, 12, Weight::Medium)), aside = text_width(tile.aside, 12, Weight::Regular);
    out.label = line_box(left, box.y + m.label_y, label, 12);
    if (size == TileSize::Full && aside > 0 && label + 7 + aside <= room)
        out.aside = line_box(left + label + 7, box.y + m.label_y, aside, 12);

    out.value = line_box(left, box.y + m.value_y, text_width(tile.figure.text, m.value_size, Weight::SemiBold), m.value_size);
    double used = right_of(out.value);
    const double unit = text_width(tile.figure.unit, m.unit_size, Weight::Regular);
    if (unit > 0 && used + 6 + unit <= right) {
        out.unit = line_box(used + 6, box.y + m.value_y + (size == TileSize::Full ? 5 : 4), unit, m.unit_size);
        used = right_of(out.unit);
    }
    if (!tile.figure.why.empty() && used + 24 <= right) {
        out.why = Point{used + 14, box.y + m.value_y + (size == TileSize::Full ? 4 : 3)};
        used += 22;
    }
    const double trend = std::min(m.trend_w, right - used - 10);
    if (trend >= 36) out.trend = {right - trend, box.y + m.trend_y, trend, m.trend_h};

    const double change = change_line_width(tile.change), year = text_width(tile.year_ago, 12, Weight::Regular);
    out.change = line_box(left, foot, std::min(change, right - left), 12);
    if (size == TileSize::Full && year > 0 && change + 12 + year <= right - left) out.year_ago = line_box(right - year, foot, year, 12);
    return out;
}

namespace {

void draw_head(Ui& ui, const Tile& tile, const TileLayout& at) {
    ui.paint.text(tile.label, at.label.x, at.label.y + at.label.h / 2, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink2, .max_width = at.label.w + 0.5});
    if (at.aside.w > 0) ui.paint.text(tile.aside, at.aside.x, at.aside.y + at.aside.h / 2, {.size = 12, .ink = Ink::Ink3, .max_width = at.aside.w + 0.5});
}

void draw_value(Ui& ui, const Tile& tile, const TileLayout& at, const Measures& m) {
    ui.paint.text(tile.figure.text, at.value.x, at.value.y + at.value.h / 2,
                  {.size = m.value_size, .weight = Weight::SemiBold, .ink = tile.figure.is_few ? Ink::Ink2 : Ink::Ink1});
    if (at.unit.w > 0) ui.paint.text(tile.figure.unit, at.unit.x, at.unit.y + at.unit.h / 2, {.size = m.unit_size, .ink = Ink::Ink3});
    if (at.trend.w > 0 && !tile.trend.values.empty()) ui.paint.scene(sparkline(tile.trend, at.trend.w, at.trend.h), {at.trend.x, at.trend.y}, ui.commands);
}

void draw_foot(Ui& ui, const Tile& tile, const TileLayout& at) {
    change_line(ui, tile.change, {at.change.x, at.change.y + at.change.h / 2}, at.change.w + 0.5);
    if (at.year_ago.w > 0) ui.paint.text(tile.year_ago, right_of(at.year_ago), at.year_ago.y + at.year_ago.h / 2, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
}

// What the tile had no room for is told with the explanation.
Facts facts_without_room(const Tile& tile, const TileLayout& at) {
    Facts facts;
    if (at.label.w < text_width(tile.label, 12, Weight::Medium)) facts.emplace_back(tile.label, "");
    if (at.unit.w <= 0 && !tile.figure.unit.empty()) facts.emplace_back(tile.figure.text, tile.figure.unit);
    if (at.aside.w < text_width(tile.aside, 12, Weight::Regular)) facts.emplace_back(tile.aside, "");
    if (at.change.w < change_line_width(tile.change)) facts.emplace_back(tile.change.text, "");
    if (at.year_ago.w <= 0 && !tile.year_ago.empty()) facts.emplace_back(tile.year_ago, "");
    return facts;
}

}  // namespace

void draw_tile(Ui& ui, const Tile& tile, Box box, TileSize size) {
    const TileLayout at = layout_tile(tile, box, size);
    const std::string id = "tile/" + tile.id;
    const auto hit = tile.figure.href.empty() ? Painter::Hit{} : ui.paint.hit(id, box, tile.figure.href, ui.commands);
    if (hit.focused || (hit.hovered && !at.why)) show_why(ui, hit, tile.figure);
    ui.paint.rect(box, hit.pressed ? Ink::Pressed : hit.hovered ? Ink::Hover : Ink::Surface, 10, Ink::Line);
    draw_head(ui, tile, at);
    draw_value(ui, tile, at, measures_of(size));
    draw_foot(ui, tile, at);
    if (at.why) why_mark(ui, id + "/why", *at.why, tile.figure, facts_without_room(tile, at));
}

}  // namespace problemator::web
