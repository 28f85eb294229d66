// The column beside the map: hot spots by number, the hottest settlement close up, the layers with what their signs mean.
#include "core/charts/charts.hpp"
#include "core/charts/map_charts.hpp"
#include "core/charts/pen.hpp"
#include "web/views/map.hpp"
#include "web/widgets/block_menu.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kSpots = {"Очаги", "Hot spots"};
constexpr double kSpark = 76, kKey = 100;

void draw_spot(Ui& ui, const MapSpot& spot, Box row, std::size_t index, bool has_rule) {
    const auto hit = ui.paint.hit(id_of("map-spot", index), row, spot.count.href, ui.commands);
    if (hit.hovered || hit.focused) show_tip(ui, spot.title + ", " + spot.place, spot.count.why.empty() ? spot.tooltip : spot.count.why);
    if (hit.hovered && !spot.count.href.empty()) ui.paint.rect({row.x - 8, row.y + 1, row.w + 16, row.h - 2}, hit.pressed ? Ink::Pressed : Ink::Hover, 6);
    if (has_rule) ui.paint.line({row.x, row.y}, {right_of(row), row.y}, Ink::Line);
    const double first = row.y + 18, second = row.y + 36;
    const Ink tone = tone_ink(spot.tone, Ink::Ink1);
    ui.paint.circle({row.x + 9, first}, 9, spot.tone == Tone::Bad ? Ink::Bad : Ink::Warn);
    ui.paint.text(std::to_string(spot.number), row.x + 9, first, {.size = 11, .weight = Weight::SemiBold, .ink = Ink::OnAccent, .anchor = Anchor::Middle});
    const double count = ui.paint.text(spot.count.text, right_of(row), row.y + 26, {.size = 18, .weight = Weight::SemiBold, .anchor = Anchor::End});
    const double spark = right_of(row) - std::max(count, 28.0) - 12 - kSpark, left = row.x + 28, room = spark - left - 8;
    show_marks(ui, sparkline(spot.trend, kSpark, 30), {spark, row.y + 11});
    ui.paint.text(spot.title, left, first, {.size = 13, .weight = Weight::SemiBold, .max_width = room});
    const double status = text_width(spot.status, 12, Weight::Medium), dot = text_width(" · ", 12, Weight::Regular);
    const double used = ui.paint.text(spot.place, left, second, {.size = 12, .ink = Ink::Ink2, .max_width = room - status - dot});
    ui.paint.text(" · ", left + used, second, {.size = 12, .ink = Ink::Ink3});
    ui.paint.text(spot.status, left + used + dot, second, {.size = 12, .weight = Weight::Medium, .ink = tone});
}

void draw_tick(Ui& ui, Box row, bool is_on, bool is_hovered) {
    const Box box{row.x, row.y + row.h / 2 - 8, 16, 16};
    ui.paint.rect(box, is_on ? Ink::Accent : is_hovered ? Ink::Hover : Ink::Surface, 4, is_on ? Ink::None : Ink::LineStrong);
    if (is_on) ui.paint.polyline({{box.x + 4, box.y + 8.5}, {box.x + 7, box.y + 11.5}, {box.x + 12, box.y + 5}}, Ink::OnAccent, 1.75);
}

void draw_sign(Ui& ui, MapLayer layer, Box row) {
    const Point c{right_of(row) - 10, row.y + row.h / 2};
    switch (layer) {
        case MapLayer::Density: show_marks(ui, density_key(kKey, 26), {right_of(row) - kKey, row.y + 2}); return;
        case MapLayer::Totals: ui.paint.circle(c, 7, Ink::None, Ink::Ink1); return;
        case MapLayer::Spots: {
            std::vector<Point> shape;
            for (const Metres corner : hex_corners({0, 0}, 13)) shape.push_back({c.x + corner.x, c.y - corner.y});
            ui.paint.polyline(shape, Ink::Bad, 2, true);
            return;
        }
        case MapLayer::Areas: ui.paint.rect({c.x - 7, c.y - 7, 14, 14}, Ink::Seq4, 3); return;
    }
}

void draw_layer(Ui& ui, const MapPage::Layer& layer, Box row, std::size_t index) {
    const auto hit = ui.paint.hit(id_of("map-layer", index), row, layer.href, ui.commands);
    draw_tick(ui, row, layer.is_shown, hit.hovered);
    const double sign = layer.layer == MapLayer::Density ? kKey + 4 : 28;
    const TextStyle style{.size = 13, .max_width = row.w - 26 - sign};
    ui.paint.text(layer.name, row.x + 24, row.y + row.h / 2, style);
    if ((hit.hovered || hit.focused) && is_cut(layer.name, style)) show_tip(ui, layer.name);
    draw_sign(ui, layer.layer, row);
}

void draw_inset(Ui& ui, const MapPage& page, const MapSideLayout& at) {
    const Box box = at.inset;
    ui.paint.line({box.x, at.rule_y}, {right_of(box), at.rule_y}, Ink::Line);
    const double note = ui.paint.text(page.inset->note, right_of(box), at.inset_title_y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
    ui.paint.text(page.inset->title, box.x, at.inset_title_y, {.size = 13, .weight = Weight::SemiBold, .max_width = box.w - note - 12});
    ui.paint.clip(box);
    ui.paint.scene(map_inset(page, box.w, box.h, ui.lang), {box.x, box.y}, ui.commands);
    ui.paint.unclip();
}

}  // namespace

void draw_map_side(Ui& ui, const MapPage& page, Box side) {
    const MapSideLayout at = layout_map_side(page, side);
    ui.paint.rect(side, Ink::Surface);
    ui.paint.line({side.x, side.y}, {side.x, bottom_of(side)}, Ink::Line);
    const double left = side.x + 20, right = right_of(side) - 20;
    ui.paint.text(ui.say(kSpots), left, at.title_y, {.size = 16, .weight = Weight::SemiBold});
    ui.paint.text(page.spots_note, right, at.title_y, {.size = 12, .ink = Ink::Ink3, .anchor = Anchor::End});
    if (page.spots.empty()) ui.paint.text(page.no_spots, left, side.y + 58, {.size = 13, .ink = Ink::Ink2, .max_width = right - left});
    for (std::size_t i = 0; i < at.spots.size(); ++i) draw_spot(ui, page.spots[i], at.spots[i], i, i > 0);
    if (at.inset.h > 0) draw_inset(ui, page, at);
    block_corner(ui, "spots", side, right_of(side) - 6, at.title_y);
    for (std::size_t i = 0; i < at.layers.size(); ++i) draw_layer(ui, page.layers[i], at.layers[i], i);
}

}  // namespace problemator::web
