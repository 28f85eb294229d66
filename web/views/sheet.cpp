#include "web/views/sheet.hpp"

#include <string>

#include "imgui.h"
#include "web/points.hpp"

namespace problemator::web {

Sheet::Sheet(std::string_view id, Box box) {
    const std::string name{id};
    ImGui::SetCursorScreenPos(vec(box.x, box.y));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::BeginChild(name.c_str(), vec(box.w > 1 ? box.w : 1, box.h > 1 ? box.h : 1), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
}

Sheet::~Sheet() { ImGui::EndChild(); }

}  // namespace problemator::web
