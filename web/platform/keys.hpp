// Keys: physical key codes of the browser as Dear ImGui keys.
#pragma once
#include <string_view>

#include "imgui.h"

namespace problemator::web {

struct KeyPlace { std::string_view code; ImGuiKey key; bool is_ours; };   // is_ours: the browser would scroll by it

constexpr KeyPlace kKeys[] = {
    {"ArrowUp", ImGuiKey_UpArrow, true},     {"ArrowDown", ImGuiKey_DownArrow, true}, {"ArrowLeft", ImGuiKey_LeftArrow, true},
    {"ArrowRight", ImGuiKey_RightArrow, true}, {"PageUp", ImGuiKey_PageUp, true},     {"PageDown", ImGuiKey_PageDown, true},
    {"Home", ImGuiKey_Home, true},           {"End", ImGuiKey_End, true},             {"Space", ImGuiKey_Space, true},
    {"Enter", ImGuiKey_Enter, false},        {"NumpadEnter", ImGuiKey_KeypadEnter, false}, {"Escape", ImGuiKey_Escape, false},
    {"KeyI", ImGuiKey_I, false},             {"Delete", ImGuiKey_Delete, false},      {"ShiftLeft", ImGuiKey_LeftShift, false}, {"ShiftRight", ImGuiKey_RightShift, false},
    {"ControlLeft", ImGuiKey_LeftCtrl, false}, {"ControlRight", ImGuiKey_RightCtrl, false},
};

constexpr const KeyPlace* find_key(std::string_view code) {
    for (const KeyPlace& place : kKeys)
        if (place.code == code) return &place;
    return nullptr;
}

}  // namespace problemator::web
