#include "web/views/map.hpp"

#include "imgui.h"

#include <algorithm>
#include <cmath>

#include "core/charts/map_charts.hpp"
#include "web/views/drop_down.hpp"
#include "web/views/heatmap_layout.hpp"
#include "web/views/memory.hpp"
#include "web/views/rail.hpp"
#include "web/views/sheet.hpp"
#include "web/widgets/block_menu.hpp"
#include "web/widgets/segmented.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kNearer = {"Ближе", "Nearer"}, kFarther = {"Дальше", "Farther"}, kFit = {"Весь район", "Whole district"}, kDrag = {"Потяните, чтобы подвинуть", "Drag to move"};
constexpr double kSegmentedRoom = 0.72;        // of the toolbar; wider switches become a list

bool views_fit(const MapPage& page, double width) { return segmented_width(page.views) <= width * kSegmentedRoom; }

double toolbar_width(double width) {
    const bool has_rail = width >= kWidePage;
    return width - (has_rail ? kRailWidth : 0) - kMapSide - 40;
}

MapSizes sizes_of(const MapPage& page, double width, Lang lang) {
    const bool fits = views_fit(page, toolbar_width(width));
    return {filters_button_width(filters_word(lang)), fits ? segmented_width(page.views) : drop_down_width(page.views), drop_down_width(page.measures), page.forms.empty() ? 0 : segmented_width(page.forms)};
}

void draw_toolbar(Ui& ui, const MapPage& page, const MapLayout& at, double width) {
    if (at.filters_button.w > 0 && filters_button(ui, "filters", at.filters_button, filters_word(ui.lang), is_rail_open())) set_rail_open(!is_rail_open());
    if (views_fit(page, toolbar_width(width))) segmented(ui, "map-view", at.views, page.views);
    else drop_down(ui, "map-view", at.views, page.views);
    if (!page.forms.empty()) segmented(ui, "map-form", at.forms, page.forms);
    drop_down(ui, "map-measure", at.measures, page.measures);
}

void draw_words(Ui& ui, const MapPage& page, const MapLayout& at) {
    constexpr std::size_t kAllLines = 12;
    show_paragraph(ui, page.verdict, {at.words_x, at.verdict_y}, at.words_width, kVerdictLine, kAllLines, {.size = 16, .weight = Weight::SemiBold});
    show_paragraph(ui, page.note, {at.words_x, at.note_y}, at.words_width, kNoteLine, kAllLines, {.size = 12, .ink = Ink::Ink3});
    if (at.missing.h > 0) show_paragraph(ui, page.missing, {at.missing.x, at.missing.y + 8}, at.missing.w, kNoteLine, 3, {.size = 12, .ink = Ink::Ink3});
}

enum class ZoomSign : std::uint8_t { Plus, Minus, Whole };

void draw_sign(Ui& ui, ZoomSign sign, Point c, Ink ink) {
    if (sign != ZoomSign::Whole) {
        ui.paint.line({c.x - 6, c.y}, {c.x + 6, c.y}, ink, 1.5);
        if (sign == ZoomSign::Plus) ui.paint.line({c.x, c.y - 6}, {c.x, c.y + 6}, ink, 1.5);
        return;
    }
    for (const double dx : {-1.0, 1.0})
        for (const double dy : {-1.0, 1.0}) ui.paint.polyline({{c.x + dx * 2.5, c.y + dy * 6}, {c.x + dx * 6, c.y + dy * 6}, {c.x + dx * 6, c.y + dy * 2.5}}, ink, 1.5);
}

void zoom_button(Ui& ui, std::string_view id, Box box, ZoomSign sign, const Phrase& words, const std::string& href) {
    const auto hit = ui.paint.hit(id, box, href, ui.commands);
    if (hit.hovered || hit.focused) ui.paint.tooltip(ui.say(words), {});
    ui.paint.rect(box, href.empty() ? Ink::Surface : hit.pressed ? Ink::Pressed : hit.hovered ? Ink::Hover : Ink::Surface, 6, Ink::LineStrong);
    draw_sign(ui, sign, {box.x + box.w / 2, box.y + box.h / 2}, href.empty() ? Ink::InkDisabled : Ink::Ink1);
}

/// Where the map is while it is being dragged. Kept between frames, because the page is rebuilt under the pointer.
std::optional<Degrees> dragged_middle(const MapPage& page, Box map) {
    const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 3);
    if (moved.x == 0 && moved.y == 0) return std::nullopt;
    const MapView view = map_view(page, map.w, map.h);
    return view.under({map.w / 2 - static_cast<double>(moved.x), map.h / 2 - static_cast<double>(moved.y)});
}

void draw_geography(Ui& ui, const MapPage& page, Box map, const State& state) {
    const bool can_move = page.look.zoom > 0;
    std::optional<Degrees> middle;
    ui.paint.clip(map);
    const auto hit = ui.paint.hit("map-body", map, {}, ui.commands);
    if (can_move && ImGui::IsItemActive()) middle = dragged_middle(page, map);
    if (can_move && ImGui::IsItemDeactivated())
        if (const auto end = dragged_middle(page, map)) ui.commands.push_back(Go{moved_map(state, *end)});
    if (can_move && hit.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    if (can_move && hit.hovered && !middle && recall("map-told", 0) == 0) ui.paint.tooltip(ui.say(kDrag), {});
    if (middle) remember("map-told", 1);
    ui.paint.scene(map_chart(page, map.w, map.h, ui.lang, middle ? MapHits::Off : MapHits::On, middle), {map.x, map.y}, ui.commands);
    ui.paint.unclip();
}

void draw_body(Ui& ui, const MapPage& page, const MapLayout& at, const State& state) {
    if (page.as_tiles) {
        ui.paint.scene(map_tiles(page, at.map.w, at.map.h, ui.lang), {at.map.x, at.map.y}, ui.commands);
    } else {
        draw_geography(ui, page, at.map, state);
        zoom_button(ui, "map-in", at.zoom_in, ZoomSign::Plus, kNearer, page.zoom_in);
        zoom_button(ui, "map-out", at.zoom_out, ZoomSign::Minus, kFarther, page.zoom_out);
        if (!page.fit.empty()) zoom_button(ui, "map-fit", at.fit, ZoomSign::Whole, kFit, page.fit);
    }
    if (at.key.h > 0) ui.paint.scene(measure_key(page, at.key.w, ui.lang), {at.key.x, at.key.y}, ui.commands);
}

}  // namespace

std::string moved_map(State state, Degrees middle) {
    state.map.lat_e3 = static_cast<std::int32_t>(std::lround(std::clamp(middle.lat, -90.0, 90.0) * 1e3));
    state.map.lon_e3 = static_cast<std::int32_t>(std::lround(std::clamp(middle.lon, -180.0, 180.0) * 1e3));
    return to_hash(state);
}

void draw_map(Ui& ui, const MapPage& page, const ViewContext& context) {
    const MapLayout at = layout_map(page, sizes_of(page, context.width, ui.lang), context.width, context.height);
    if (at.has_rail && is_rail_open()) set_rail_open(false);
    ui.paint.rect(at.middle, Ink::Surface);
    draw_toolbar(ui, page, at, context.width);
    draw_words(ui, page, at);
    draw_body(ui, page, at, context.state);
    draw_map_weeks(ui, page, at);
    block_corner(ui, "map", {at.middle.x, at.middle.y, at.middle.w, at.strip_y}, right_of(at.middle) - 16, at.verdict_y);
    block_corner(ui, "weeks", {at.middle.x, at.strip_y, at.middle.w, at.middle.h - at.strip_y}, right_of(at.middle) - 4, at.strip_y + 13);
    if (at.side.w > 0) draw_map_side(ui, page, at.side);
    if (at.has_rail) draw_rail(ui, page.rail, at.rail, context, RailChips::Shown);
    if (!is_rail_open()) return;
    const Box whole{0, 0, context.width, context.height};
    const Sheet sheet{"rail-sheet", whole};
    draw_rail_sheet(ui, page.rail, whole, context, RailChips::Shown);
}

}  // namespace problemator::web
