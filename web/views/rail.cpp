#include "web/views/rail.hpp"

#include "imgui.h"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/charts/charts.hpp"
#include "web/views/brush.hpp"
#include "web/views/memory.hpp"
#include "web/widgets/chip.hpp"
#include "web/widgets/scroll_area.hpp"
#include "web/widgets/why.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kFilters = {"Фильтры", "Filters"}, kReset = {"Сбросить", "Reset"}, kFewer = {"свернуть", "fewer"}, kPeriod = {"Период", "Period"}, kMore = {"ещё", "more"};
constexpr double kPad = 20;

Box below(Box box, double top, double left) { return {box.x + left, box.y + top, box.w, box.h}; }

std::string more_text(std::size_t hidden, Lang lang) {
    const std::string count = format_count(static_cast<std::int64_t>(hidden), lang);
    const std::string word{kMore.in(lang)};
    return lang == Lang::Ru ? word + "\u00a0" + count : count + "\u00a0" + word;
}

void draw_title(Ui& ui, const Rail& rail, Point at, double right) {
    const auto reset = ui.say(kReset);
    const double wide = rail.reset_href.empty() ? 0 : text_width(reset, 12, Weight::Medium);
    ui.paint.text(ui.say(kFilters), at.x, at.y, {.size = 14, .weight = Weight::SemiBold, .max_width = right - at.x - wide - 8});
    if (rail.reset_href.empty()) return;
    const auto hit = ui.paint.hit("rail-reset", {right - wide - 6, at.y - 12, wide + 12, 24}, rail.reset_href, ui.commands);
    if (hit.hovered) ui.paint.line({right - wide, at.y + 8}, {right, at.y + 8}, Ink::Accent);
    ui.paint.text(reset, right, at.y, {.size = 12, .weight = Weight::Medium, .ink = Ink::Accent, .anchor = Anchor::End});
}

// A long period needs the whole line; the word before it says nothing that the dates do not.
void draw_period(Ui& ui, const Rail& rail, Point at, double right) {
    TextStyle style{.size = 12, .weight = Weight::Medium, .anchor = Anchor::End};
    const double word = width_of(ui.say(kPeriod), style) + 12;
    const bool is_long = width_of(rail.period_text, style) > right - at.x - word;
    if (!is_long) ui.paint.text(ui.say(kPeriod), at.x, at.y, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink2});
    else style.anchor = Anchor::Start;
    style.max_width = right - at.x - (is_long ? 0 : word);
    show_text(ui, rail.period_text, {is_long ? at.x : right, at.y}, style);
}

// One drag: where it began and what it holds. Kept between frames, because the page is rebuilt under the pointer.
struct Drag {
    BrushGrip grip = BrushGrip::None;
    BrushSpan start;
    std::size_t from = 0;
    Day first_day = 0;
    bool has_moved = false;
};

Drag recall_drag() {
    return {static_cast<BrushGrip>(recall("brush-grip", 0)), {static_cast<std::size_t>(recall("brush-begin", 0)), static_cast<std::size_t>(recall("brush-end", 0))},
            static_cast<std::size_t>(recall("brush-from", 0)), recall("brush-day", 0), recall("brush-moved", 0) != 0};
}

void remember_drag(const Drag& drag) {
    remember("brush-grip", static_cast<int>(drag.grip));
    remember("brush-begin", static_cast<int>(drag.start.begin));
    remember("brush-end", static_cast<int>(drag.start.end));
    remember("brush-from", static_cast<int>(drag.from));
    remember("brush-day", drag.first_day);
    remember("brush-moved", drag.has_moved ? 1 : 0);
}

Drag take_hold(const Rail& rail, double x, double width) {
    const BrushSpan span{std::min(rail.brush_begin, rail.days.size()), std::min(rail.brush_end, rail.days.size())};
    return {grip_at(x, span, rail.days.size(), width), span, bar_at(x, rail.days.size(), width), rail.first_day, false};
}

// The first change of a drag is a step of history, the following ones replace it: Back returns to the period before the drag.
void drag_on(Ui& ui, const Rail& rail, const State& state, double x, double width) {
    Drag drag = recall_drag();
    if (drag.grip == BrushGrip::None || rail.days.empty()) return;
    const BrushSpan shown{rail.brush_begin, rail.brush_end};
    const BrushSpan span = dragged(drag.start, drag.grip, drag.from, bar_at(x, rail.days.size(), width), rail.days.size());
    if (span == shown && drag.first_day == rail.first_day) return;
    if (drag.grip == BrushGrip::New && !drag.has_moved && !ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) return;
    ui.commands.push_back(Go{brushed_href(state, drag.first_day, span), drag.has_moved});
    drag.has_moved = true;
    remember_drag(drag);
}

// A click without a drag on a bar outside the brush chooses that day.
void let_go(Ui& ui, const Rail& rail, const State& state) {
    const Drag drag = recall_drag();
    if (drag.grip == BrushGrip::New && !drag.has_moved && !rail.days.empty())
        ui.commands.push_back(Go{brushed_href(state, drag.first_day, {drag.from, drag.from + 1})});
    remember_drag({});
}

void brush_by_keys(Ui& ui, const Rail& rail, const State& state) {
    const bool is_left = is_pressed(PageKey::Left), is_right = is_pressed(PageKey::Right);
    if (!is_left && !is_right) return;
    const int days = (ImGui::GetIO().KeyShift ? 7 : 1) * (is_right ? 1 : -1);
    const BrushSpan span{rail.brush_begin, rail.brush_end}, next = moved(span, days, rail.days.size());
    if (next != span) ui.commands.push_back(Go{brushed_href(state, rail.first_day, next), true});
}

void show_day(Ui& ui, const Scene& scene, double x, double width) {
    if (scene.hits.empty()) return;
    const HitRegion& day = scene.hits[bar_at(x, scene.hits.size(), width)];
    ui.paint.tooltip(day.title, {{day.hint, ""}});
}

void draw_histogram(Ui& ui, const Rail& rail, Box box, const State& state) {
    if (rail.days.empty()) return;
    Scene scene = day_histogram(rail, box.w, box.h, ui.lang);
    Scene picture = scene;
    picture.hits.clear();
    ui.paint.scene(picture, {box.x, box.y}, ui.commands);
    const Box area{box.x - 8, box.y, box.w + 16, box.h - 16};
    const auto hit = ui.paint.hit("rail-days", area, {}, ui.commands);
    const double x = static_cast<double>(ImGui::GetIO().MousePos.x) - box.x;
    const bool is_held = ImGui::IsItemActive();
    if (ImGui::IsItemActivated()) remember_drag(take_hold(rail, x, box.w));
    if (is_held) drag_on(ui, rail, state, x, box.w);
    if (ImGui::IsItemDeactivated()) let_go(ui, rail, state);
    remember("brush-keys", hit.hovered || is_held ? 1 : 0);
    if (!hit.hovered && !is_held) return;
    const BrushGrip grip = is_held ? recall_drag().grip : take_hold(rail, x, box.w).grip;
    ImGui::SetMouseCursor(grip == BrushGrip::Left || grip == BrushGrip::Right ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_Hand);
    brush_by_keys(ui, rail, state);
    if (!is_held) show_day(ui, scene, x, box.w);
}

std::uint32_t largest(const RailGroup& group) {
    std::uint32_t most = 1;
    for (const FacetValue* value : group.values) most = std::max(most, value->count.n);
    return most;
}

void draw_value(Ui& ui, std::string_view id, const FacetValue& value, Box row, std::uint32_t most) {
    const bool adds = ImGui::GetIO().KeyCtrl && !value.href_add.empty();
    const auto hit = ui.paint.hit(id, row, adds ? value.href_add : value.href, ui.commands);
    offer_why(ui, hit, value.count, row);
    if (!ImGui::IsItemVisible()) return;               // below the fold: answers the text view's focus, costs no drawing
    if (hit.hovered) ui.paint.rect(row, Ink::Hover, 4);
    const double bar = std::max(3.0, row.w * value.count.n / most);
    ui.paint.rect({row.x, row.y, bar, row.h}, value.is_selected ? Ink::AccentSoft : Ink::Norm, 4);
    if (value.is_selected) ui.paint.rect(row, Ink::None, 4, Ink::Accent);
    const Weight weight = value.is_selected ? Weight::Medium : Weight::Regular;
    const double y = row.y + row.h / 2, left = row.x + 6, right = right_of(row) - 6;
    const double number = ui.paint.text(value.count.text, right, y, {.size = 12, .weight = weight, .ink = value.is_selected ? Ink::Accent : Ink::Ink2, .anchor = Anchor::End});
    const double room = right - left - number - 10;
    ui.paint.text(value.name, left, y, {.size = 12, .weight = weight, .ink = value.is_selected ? Ink::Accent : Ink::Ink1, .max_width = room});
    if (hit.hovered && text_width(value.name, 12, weight) > room) show_tip(ui, value.name);
}

// «ещё 10» shows them, «свернуть» puts them away again.
double draw_more(Ui& ui, std::size_t number, std::string_view text, std::string_view href, Point right_middle) {
    const TextStyle style{.size = 12, .weight = Weight::Medium, .ink = href.empty() ? Ink::Ink3 : Ink::Accent, .anchor = Anchor::End};
    const double wide = width_of(text, style);
    if (!href.empty()) {
        const auto hit = ui.paint.hit(id_of("facet-more", number), {right_middle.x - wide - 6, right_middle.y - 11, wide + 12, 22}, href, ui.commands);
        if (hit.hovered) ui.paint.line({right_middle.x - wide, right_middle.y + 8}, {right_middle.x, right_middle.y + 8}, Ink::Accent);
    }
    ui.paint.text(text, right_middle.x, right_middle.y, style);
    return wide;
}

// Periods of one click, side by side as wide as their words.
void draw_presets(Ui& ui, const std::vector<Choice>& presets, Box area) {
    double words = 0;
    for (const Choice& preset : presets) words += text_width(preset.text, 12, Weight::Medium);
    const double air = presets.empty() ? 0 : (area.w - words) / static_cast<double>(presets.size());
    double x = area.x;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const double wide = text_width(presets[i].text, 12, Weight::Medium) + air;
        const Box box{x, area.y, wide, area.h};
        const auto hit = ui.paint.hit(id_of("rail-preset", i), box, presets[i].href, ui.commands);
        if (presets[i].is_selected) ui.paint.rect(box, Ink::AccentSoft, 6);
        else if (hit.hovered) ui.paint.rect(box, Ink::Hover, 6);
        ui.paint.text(presets[i].text, x + wide / 2, area.y + area.h / 2, {.size = 12, .weight = Weight::Medium, .ink = presets[i].is_selected ? Ink::Accent : Ink::Ink2, .anchor = Anchor::Middle});
        x += wide;
    }
}

void draw_group(Ui& ui, std::size_t number, const RailGroup& group, const RailLayout::Group& place, Point origin, double right) {
    const double y = origin.y + place.title_y;
    const auto more = group.hidden > 0 ? more_text(group.hidden, ui.lang) : group.is_unfolded && !group.more_href.empty() ? std::string{ui.say(kFewer)} : std::string{};
    const double wide = more.empty() ? 0 : draw_more(ui, number, more, group.more_href, {right, y}) + 8;
    ui.paint.text(group.title, origin.x + kPad, y, {.size = 12, .weight = Weight::Medium, .ink = Ink::Ink2, .max_width = right - origin.x - kPad - wide});
    const std::uint32_t most = largest(group);
    const std::string base = id_of("facet", number);
    for (std::size_t i = 0; i < group.values.size(); ++i) {
        const Box row = below(place.rows[i], origin.y, origin.x);
        draw_value(ui, base + "/" + group.values[i]->id, *group.values[i], row, most);
    }
}

}  // namespace

void draw_rail(Ui& ui, const Rail& rail, Box box, const ViewContext& context, RailChips chips) {
    ui.paint.rect(box, Ink::Sunken);
    ui.paint.line({right_of(box) - 1, box.y}, {right_of(box) - 1, bottom_of(box)}, Ink::Line);
    const auto groups = rail_groups(rail, ui.lang);
    const bool has_chips = chips == RailChips::Shown && !rail.chips.empty();
    const RailLayout layout = layout_rail(rail, groups, box.w, has_chips ? chip_rows_height(rail.chips, box.w - 2 * kPad) : 0);
    const ScrollArea area{ui, "rail", {box.x, box.y, box.w - 1, box.h}, layout.height};
    const Point origin{box.x, box.y + area.shift()};
    const double right = right_of(box) - kPad;
    draw_title(ui, rail, {origin.x + kPad, origin.y + layout.title_y}, right);
    draw_period(ui, rail, {origin.x + kPad, origin.y + layout.period_y}, right);
    draw_histogram(ui, rail, below(layout.histogram, origin.y, origin.x), context.state);
    draw_presets(ui, rail.presets, below(layout.presets, origin.y, origin.x));
    if (has_chips) chip_rows(ui, "rail-chip", below(layout.chips, origin.y, origin.x), rail.chips);
    for (std::size_t i = 0; i < groups.size(); ++i) draw_group(ui, i, groups[i], layout.groups[i], origin, right);
}

bool brush_has_keys() { return recall("brush-keys", 0) != 0; }
bool is_rail_open() { return recall("rail-open", 0) != 0; }
void set_rail_open(bool is_open) {
    remember("rail-open", is_open ? 1 : 0);
    remember("brush-keys", 0);
}

void draw_rail_sheet(Ui& ui, const Rail& rail, Box page, const ViewContext& context, RailChips chips) {
    const Box sheet{page.x, page.y, std::min(kRailWidth, page.w), page.h};
    const Box beside{right_of(sheet), page.y, page.w - sheet.w, page.h};
    if (ui.paint.hit("rail-beside", beside, {}, ui.commands).clicked || is_pressed(PageKey::Escape)) set_rail_open(false);
    ui.paint.hit("rail-sheet", sheet, {}, ui.commands);
    draw_rail(ui, rail, sheet, context, chips);
}

std::string_view filters_word(Lang lang) { return kFilters.in(lang); }

}  // namespace problemator::web
