#include "web/widgets/scroll_area.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace problemator::web {
namespace {

constexpr double kOverlap = 48;   // lines that stay in sight when a page is turned

double key_target(double now, double page, double furthest) {
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) return now + page - kOverlap;
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) return now - page + kOverlap;
    if (ImGui::IsKeyPressed(ImGuiKey_Home)) return 0;
    if (ImGui::IsKeyPressed(ImGuiKey_End)) return furthest;
    return now;
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Box box, double content_height, Keys keys) : ui_{ui}, box_{box} {
    double offset = ui.paint.begin_scroll(id, box, content_height);
    if (keys == Keys::ScrollHere) {
        const double furthest = std::max(0.0, content_height - box.h), target = std::clamp(key_target(offset, box.h, furthest), 0.0, furthest);
        if (target != offset) ImGui::SetScrollY(static_cast<float>(target));
    }
    shift_ = -std::round(offset);
}

ScrollArea::~ScrollArea() { ui_.paint.end_scroll(); }

}  // namespace problemator::web
