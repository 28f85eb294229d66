#include "web/views/table.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/points.hpp"
#include "web/views/memory.hpp"

namespace problemator::web {
namespace {

constexpr double kBarTarget = 14, kBar = 5;

// What is kept between frames. The scroll is split into whole rows and a rest: a float holds no million rows in pixels.
struct Place {
    double scroll = 0;
    int cursor = -1;
};

std::string name_of(const TableSpec& spec, std::string_view part) { return std::string{spec.id} + '/' + std::string{part}; }

Place recall_place(const TableSpec& spec) {
    if (recall(name_of(spec, "list"), -1) != spec.signature) return {};
    const double whole = recall(name_of(spec, "top"), 0);
    return {whole * kTableRow + static_cast<double>(recall_real(name_of(spec, "rest"), 0)), recall(name_of(spec, "cursor"), -1)};
}

void remember_place(const TableSpec& spec, const Place& place) {
    const double whole = std::floor(place.scroll / kTableRow);
    remember(name_of(spec, "list"), spec.signature);
    remember(name_of(spec, "top"), static_cast<int>(whole));
    remember_real(name_of(spec, "rest"), static_cast<float>(place.scroll - whole * kTableRow));
    remember(name_of(spec, "cursor"), place.cursor);
}

std::optional<std::size_t> stepped(std::size_t cursor, bool has_cursor, const RowView& view, const RowSlice& shown) {
    const std::size_t last = view.rows - 1, page = rows_per_page(view);
    const std::size_t start = has_cursor ? cursor : shown.first;
    if (is_pressed(PageKey::Home)) return 0;
    if (is_pressed(PageKey::End)) return last;
    if (is_pressed(PageKey::Down)) return has_cursor ? std::min(start + 1, last) : start;
    if (is_pressed(PageKey::Up)) return has_cursor ? start - std::min<std::size_t>(start, 1) : start;
    if (is_pressed(PageKey::PageDown)) return std::min(start + page, last);
    if (is_pressed(PageKey::PageUp)) return start - std::min(start, page);
    return std::nullopt;
}

bool move_by_keys(Place& place, const RowView& view) {
    const bool has_cursor = place.cursor >= 0;
    const auto next = stepped(has_cursor ? static_cast<std::size_t>(place.cursor) : 0, has_cursor, view, slice_at(place.scroll, view));
    if (!next) return false;
    place.cursor = static_cast<int>(*next);
    place.scroll = revealing(place.scroll, *next, view);
    return true;
}

double scroll_by_pointer(double scroll, bool is_hovered, bool is_held) {
    const ImGuiIO& io = ImGui::GetIO();
    if (is_hovered && !io.KeyCtrl) scroll -= static_cast<double>(io.MouseWheel) * kWheelStep;
    if (is_held && io.MouseSource == ImGuiMouseSource_TouchScreen) scroll -= static_cast<double>(io.MouseDelta.y);
    return scroll;
}

// A finger that has moved was scrolling, not pressing.
bool was_still() {
    constexpr float kTremble = 8;
    return ImGui::GetIO().MouseDragMaxDistanceSqr[0] < kTremble * kTremble;
}

double drag_bar(Ui& ui, const TableSpec& spec, Box body, double scroll, const RowView& view) {
    const Thumb thumb = thumb_of(scroll, view, body.h);
    if (thumb.h <= 0) return scroll;
    const auto hit = ui.paint.hit(name_of(spec, "bar"), {right_of(body) - kBarTarget, body.y, kBarTarget, body.h}, {}, ui.commands);
    const double y = static_cast<double>(ImGui::GetIO().MousePos.y) - body.y;
    if (ImGui::IsItemActivated()) {
        const bool is_on_thumb = y >= thumb.y && y < thumb.y + thumb.h;
        remember_real(name_of(spec, "grab"), real(is_on_thumb ? y - thumb.y : thumb.h / 2));
    }
    const bool is_held = ImGui::IsItemActive();
    if (is_held) scroll = scroll_of_thumb(y - static_cast<double>(recall_real(name_of(spec, "grab"), 0)), view, body.h);
    const Thumb now = thumb_of(scroll, view, body.h);
    const double wide = is_held || hit.hovered ? kBar + 2 : kBar;
    ui.paint.rect({right_of(body) - 4 - wide, body.y + now.y + 2, wide, now.h - 4}, is_held || hit.hovered ? Ink::Ink3 : Ink::LineStrong, wide / 2);
    return scroll;
}

RowSlice whole_rows(double scroll, const RowView& view) {
    RowSlice shown = slice_at(scroll, view);
    if (shown.first < shown.last && shown.y < -0.5) ++shown.first;
    const double bottom = static_cast<double>(shown.last) * view.row_height - scroll;
    if (shown.first < shown.last && bottom > view.height + 0.5) --shown.last;
    return shown;
}

}  // namespace

TableAnswer draw_table(Ui& ui, Box body, const TableSpec& spec, const std::function<void(const TableRow&)>& draw_row) {
    TableAnswer answer;
    const RowView view{spec.rows, kTableRow, body.h};
    if (spec.rows == 0 || body.h <= 0) return answer;
    Place place = recall_place(spec);
    if (place.cursor >= static_cast<int>(spec.rows)) place.cursor = -1;
    if (spec.follow && place.cursor != static_cast<int>(*spec.follow)) {
        place.cursor = static_cast<int>(*spec.follow);
        place.scroll = revealing(place.scroll, *spec.follow, view);
    }
    if (spec.takes_keys) answer.is_moved = move_by_keys(place, view);

    place.scroll = clamped_scroll(drag_bar(ui, spec, body, place.scroll, view), view);
    const auto hit = ui.paint.hit(name_of(spec, "body"), {body.x, body.y, body.w - kBarTarget, body.h}, {}, ui.commands);
    place.scroll = clamped_scroll(scroll_by_pointer(place.scroll, hit.hovered, ImGui::IsItemActive()), view);
    const double y = static_cast<double>(ImGui::GetIO().MousePos.y) - body.y;
    const std::size_t under = hit.hovered ? row_at(y, place.scroll, view) : spec.rows;
    if (under < spec.rows) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);

    answer.shown = slice_at(place.scroll, view);
    answer.whole = whole_rows(place.scroll, view);
    ui.paint.clip(body);
    for (std::size_t row = answer.shown.first; row < answer.shown.last; ++row) {
        const double top = body.y + answer.shown.y + static_cast<double>(row - answer.shown.first) * kTableRow;
        draw_row({row, {body.x, top, body.w, kTableRow}, row == under, static_cast<int>(row) == place.cursor});
    }
    ui.paint.unclip();

    if (hit.clicked && was_still() && under < spec.rows) answer.opened = under;
    if (answer.opened) place.cursor = static_cast<int>(*answer.opened);
    if (spec.takes_keys && place.cursor >= 0 && is_pressed(PageKey::Enter)) answer.opened = static_cast<std::size_t>(place.cursor);
    if (place.cursor >= 0) answer.cursor = static_cast<std::size_t>(place.cursor);
    remember_place(spec, place);
    return answer;
}

}  // namespace problemator::web
