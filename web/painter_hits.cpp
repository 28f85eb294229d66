// Hits, focus ring and tooltips: what answers the pointer, and what the text view's focus shows on the canvas.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/painter.hpp"
#include "web/points.hpp"
#include "web/theme.hpp"
#include "web/touch.hpp"

namespace problemator::web {
namespace {

constexpr double kTipSize = 12, kTipLine = 18, kTipPad = 10, kTipGap = 16, kTipMaxWidth = 360;

double seconds_hovered(unsigned id) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.HoverItemDelayId == id ? static_cast<double>(g.HoverItemDelayTimer) : 0;
}

}  // namespace

Painter::Hit Painter::hit(std::string_view id, Box box, std::string_view href, Commands& commands) {
    Hit answer;
    tooltip_is_due_ = false;
    last_box_ = box;
    last_id_ = 0;
    if (!(real(box.w) > 0) || !(real(box.h) > 0)) return answer;
    ImGui::PushID(id.data(), id.data() + id.size());
    ImGui::SetCursorScreenPos(vec(box.x, box.y));
    ImGui::SetNextItemAllowOverlap();                      // a link inside a row wins over the row
    answer.clicked = ImGui::InvisibleButton("hit", vec(box.w, box.h));
    last_id_ = ImGui::GetItemID();
    note_id(last_id_);
    const ImVec2 low = list().GetClipRectMin(), high = list().GetClipRectMax();
    const double left = std::max(box.x, static_cast<double>(low.x)), top = std::max(box.y, static_cast<double>(low.y));
    targets_.push_back({left, top, std::min(box.x + box.w, static_cast<double>(high.x)) - left, std::min(box.y + box.h, static_cast<double>(high.y)) - top});
    answer.hovered = ImGui::IsItemHovered();
    answer.pressed = ImGui::IsItemActive() && answer.hovered;
    answer.focused = !href.empty() && href == focus_href_ && !focus_is_drawn_;
    if (answer.hovered && !href.empty()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        hovered_href_ = href;
    }
    if (answer.clicked && !href.empty()) commands.push_back(Go{std::string{href}});
    if (answer.focused) {
        focus_is_drawn_ = true;
        if (focus_is_new_) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        focus_ring(box);
    }
    tooltip_at_pointer_ = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_NoSharedDelay);
    tooltip_is_due_ = tooltip_at_pointer_ || answer.focused;
    ImGui::PopID();
    return answer;
}

void Painter::only_explains() {
    if (!targets_.empty() && last_id_ != 0) targets_.pop_back();
}

Point Painter::aim(Point at) const {
    std::vector<Box> seen;
    for (const Box& box : targets_)
        if (box.w > 0 && box.h > 0) seen.push_back(box);
    return web::aim(seen, at);
}

// Two hits of one id would share their clicks: a mistake of the view, found by the headless tests.
void Painter::note_id(unsigned id) {
#ifndef __EMSCRIPTEN__
    IM_ASSERT(std::find(ids_.begin(), ids_.end(), id) == ids_.end() && "two hits of one frame have the same id");
    ids_.push_back(id);
#else
    (void)id;
#endif
}

void Painter::focus_ring(Box box) {
    const Box ring{box.x - 4, box.y - 4, box.w + 8, box.h + 8};   // 2 px wide, 2 px outside
    rect(ring, Ink::None, 8, Ink::Focus, 2);
}

void Painter::tooltip(std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows) {
    const bool is_hovered = ImGui::GetHoveredID() == last_id_ && last_id_ != 0;
    if (is_hovered && !tooltip_is_due_) wake(std::max(0.0, kTooltipDelay - seconds_hovered(last_id_)) + 0.01);
    if (!tooltip_is_due_) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) dismissed_id_ = last_id_;
    if (dismissed_id_ == last_id_) return;
    dismissed_id_ = 0;
    draw_tooltip(title, rows);
}

// Below the pointer or below the focused box; above it where the screen ends.
Point Painter::tooltip_corner(double width, double height) const {
    const ImVec2 screen = ImGui::GetIO().DisplaySize, pointer = ImGui::GetIO().MousePos;
    const double x = tooltip_at_pointer_ ? pointer.x + 14.0 : last_box_.x;
    const double below = tooltip_at_pointer_ ? pointer.y + 14.0 : last_box_.y + last_box_.h + 8;
    const double above = (tooltip_at_pointer_ ? pointer.y - 10.0 : last_box_.y - 8) - height;
    return {std::max(4.0, std::min(x, screen.x - width - 4)), below + height + 4 > screen.y ? std::max(4.0, above) : below};
}

void Painter::draw_tooltip(std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows) {
    const TextStyle head{.size = kTipSize, .weight = Weight::SemiBold, .ink = Ink::TooltipInk, .max_width = kTipMaxWidth};
    const TextStyle label{.size = kTipSize, .ink = Ink::TooltipInk, .max_width = kTipMaxWidth};
    const TextStyle value{.size = kTipSize, .weight = Weight::Medium, .ink = Ink::TooltipInk, .anchor = Anchor::End, .max_width = kTipMaxWidth};
    double width = std::min(kTipMaxWidth, text_width(title, kTipSize, head.weight));
    for (const auto& [name, text] : rows)
        width = std::max(width, std::min(kTipMaxWidth, text_width(name, kTipSize, label.weight) +
                                                           (text.empty() ? 0 : kTipGap + text_width(text, kTipSize, value.weight))));
    const double lines = static_cast<double>(rows.size()) + (title.empty() ? 0 : 1);
    if (lines == 0) return;
    const double w = width + 2 * kTipPad, h = lines * kTipLine + 2 * kTipPad - 6;
    const Point corner = tooltip_corner(w, h);
    const double x = corner.x, y = corner.y;

    ImDrawList& front = *ImGui::GetForegroundDrawList();
    front.AddRectFilled(vec(snap(x), snap(y)), vec(snap(x + w), snap(y + h)), ink(Ink::TooltipBg), 7);
    double line_y = y + kTipPad + 6;
    const auto draw = [&](std::string_view text, double at, const TextStyle& style, double room) {
        const std::string shown = fit_text(text, style.size, style.weight, room);
        draw_text(front, shown, {left_end(at, text_width(shown, style.size, style.weight), style.anchor), line_y}, style, ink(style.ink));
    };
    if (!title.empty()) {
        draw(title, x + kTipPad, head, width);
        line_y += kTipLine;
    }
    for (const auto& [name, text] : rows) {
        const double value_width = text.empty() ? 0 : std::min(width, text_width(text, kTipSize, value.weight)) + kTipGap;
        draw(name, x + kTipPad, label, std::max(24.0, width - value_width));
        if (!text.empty()) draw(text, x + kTipPad + width, value, width);
        line_y += kTipLine;
    }
}

}  // namespace problemator::web
