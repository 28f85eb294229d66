#include "web/views/memory.hpp"

#include "imgui.h"
#include "imgui_internal.h"

namespace problemator::web {
namespace {

// The whole page shares one storage, whatever scroll area or sheet is being drawn.
ImGuiStorage& storage() { return ImGui::GetCurrentWindow()->RootWindow->StateStorage; }
ImGuiID key_of(std::string_view name) { return ImHashStr(name.data(), name.size()); }

ImGuiKey imgui_key(PageKey key) {
    switch (key) {
        case PageKey::Up: return ImGuiKey_UpArrow;
        case PageKey::Down: return ImGuiKey_DownArrow;
        case PageKey::Left: return ImGuiKey_LeftArrow;
        case PageKey::Right: return ImGuiKey_RightArrow;
        case PageKey::PageUp: return ImGuiKey_PageUp;
        case PageKey::PageDown: return ImGuiKey_PageDown;
        case PageKey::Home: return ImGuiKey_Home;
        case PageKey::End: return ImGuiKey_End;
        case PageKey::Enter:
        case PageKey::ShiftEnter: return ImGuiKey_Enter;
        case PageKey::Escape: return ImGuiKey_Escape;
        case PageKey::Why: return ImGuiKey_I;
    }
    return ImGuiKey_None;
}

bool is_pressed_now(ImGuiKey key, bool repeats) {
    return ImGui::IsKeyPressed(key, repeats) || (key == ImGuiKey_Enter && ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, repeats));
}

}  // namespace

int recall(std::string_view name, int otherwise) { return storage().GetInt(key_of(name), otherwise); }
void remember(std::string_view name, int value) { storage().SetInt(key_of(name), value); }
float recall_real(std::string_view name, float otherwise) { return storage().GetFloat(key_of(name), otherwise); }
void remember_real(std::string_view name, float value) { storage().SetFloat(key_of(name), value); }

int signature_of(std::size_t size, std::uint32_t first, std::uint32_t middle, std::uint32_t last) {
    std::uint64_t mix = size;
    for (const std::uint32_t part : {first, middle, last}) mix = (mix ^ part) * 0x9E3779B97F4A7C15u;
    return static_cast<int>((mix >> 33) & 0x7FFFFFFFu);
}

bool is_pressed(PageKey key) {
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return false;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt || io.KeySuper) return false;   // the browser's own keys are never taken
    if (key == PageKey::Escape && recall("why-open", 0) != 0) return false;   // Esc closes the explanation first
    const bool is_enter = key == PageKey::Enter || key == PageKey::ShiftEnter;
    if (is_enter && io.KeyShift != (key == PageKey::ShiftEnter)) return false;
    return is_pressed_now(imgui_key(key), !is_enter && key != PageKey::Escape && key != PageKey::Why);
}

}  // namespace problemator::web
