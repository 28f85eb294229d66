// Weeks below the map and their player: ▶ shows two weeks a second and stops at any input. While it stands still no frame is drawn.
#include "imgui.h"

#include <algorithm>

#include "core/charts/map_charts.hpp"
#include "web/views/map.hpp"
#include "web/views/memory.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kPlay = {"Показать недели подряд", "Show week after week"}, kStop = {"Остановить", "Stop"};
constexpr double kWeekSeconds = 0.5;

/// Anything but moving the pointer.
bool is_touched() {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0 || io.MouseWheelH != 0) return true;
    for (int button = 0; button < 3; ++button)
        if (ImGui::IsMouseClicked(button)) return true;
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_MouseLeft; ++key)   // those behind are the pointer's
        if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) return true;
    return false;
}

/// Of the page, not of an open menu.
bool is_space_pressed() {
    const bool has_menu = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    return !has_menu && !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt && ImGui::IsKeyPressed(ImGuiKey_Space, false);
}

bool is_playing() { return recall("map-play", 0) != 0; }
void set_playing(bool on) {
    remember("map-play", on ? 1 : 0);
    remember_real("map-next", static_cast<float>(kWeekSeconds));
}

/// The week that is shown must be the one that the player has asked for: anything else came from the reader.
void play_on(Ui& ui, const MapPage& page) {
    if (!page.week || *page.week + 1 >= page.weeks.size() || is_touched() || recall("map-week", -1) != static_cast<int>(*page.week)) return set_playing(false);
    const double left = static_cast<double>(recall_real("map-next", 0)) - static_cast<double>(ImGui::GetIO().DeltaTime);
    if (left > 0.01) {
        remember_real("map-next", static_cast<float>(left));
        return ui.paint.wake(left);
    }
    remember("map-week", static_cast<int>(*page.week) + 1);
    remember_real("map-next", static_cast<float>(kWeekSeconds));
    ui.commands.push_back(Go{page.weeks[*page.week + 1].href, true});
    ui.paint.wake(kWeekSeconds);
}

/// From the last week the player begins with the first one.
void start(Ui& ui, const MapPage& page) {
    set_playing(true);
    const bool is_at_end = !page.week || *page.week + 1 >= page.weeks.size();
    remember("map-week", is_at_end ? 0 : static_cast<int>(*page.week));
    if (is_at_end) ui.commands.push_back(Go{page.weeks.front().href});
    ui.paint.wake(kWeekSeconds);
}

void draw_player(Ui& ui, const MapPage& page, Box box) {
    const auto hit = ui.paint.hit("map-play", box, {}, ui.commands);
    const bool was_playing = is_playing();
    if (hit.hovered) {
        ui.paint.tooltip(ui.say(was_playing ? kStop : kPlay), {});
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const Point c{box.x + box.w / 2, box.y + box.h / 2};
    ui.paint.circle(c, box.w / 2, hit.pressed ? Ink::Pressed : hit.hovered ? Ink::Hover : Ink::Surface, Ink::LineStrong);
    if (was_playing) {
        ui.paint.rect({c.x - 5, c.y - 5, 3.5, 10}, Ink::Ink1);
        ui.paint.rect({c.x + 1.5, c.y - 5, 3.5, 10}, Ink::Ink1);
    } else {
        ui.paint.triangle({c.x - 4, c.y - 6}, {c.x - 4, c.y + 6}, {c.x + 6, c.y}, Ink::Ink1);
    }
    if (was_playing) play_on(ui, page);
    else if (hit.clicked || is_space_pressed()) start(ui, page);
}

void step_by_keys(Ui& ui, const MapPage& page) {
    if (!page.week || page.weeks.empty()) return;
    const std::size_t last = page.weeks.size() - 1;
    std::size_t to = *page.week;
    if (is_pressed(PageKey::Left) && to > 0) --to;
    if (is_pressed(PageKey::Right) && to < last) ++to;
    if (is_pressed(PageKey::Home)) to = 0;
    if (is_pressed(PageKey::End)) to = last;
    if (to != *page.week) ui.commands.push_back(Go{page.weeks[to].href, true});
}

}  // namespace

void draw_map_weeks(Ui& ui, const MapPage& page, const MapLayout& at) {
    ui.paint.line({at.middle.x, at.strip_y}, {right_of(at.middle), at.strip_y}, Ink::Line);
    if (page.weeks.empty()) return;
    ui.paint.scene(map_weeks(page, at.weeks.w, at.weeks.h, ui.lang), {at.weeks.x, at.weeks.y}, ui.commands);
    draw_player(ui, page, at.play);
    if (!is_playing()) step_by_keys(ui, page);
}

}  // namespace problemator::web
