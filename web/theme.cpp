#include "web/theme.hpp"

#include "imgui.h"

namespace problemator::web {

std::uint32_t colour(Ink ink, Theme theme, double opacity) {
    if (ink == Ink::None) return 0;
    const std::uint32_t rgb = ink_rgb(ink, theme);
    const auto alpha = static_cast<std::uint32_t>(opacity * 255 + 0.5);
    return alpha << 24 | (rgb & 0xFF) << 16 | (rgb & 0xFF00) | (rgb >> 16 & 0xFF);
}

void set_plain_style() {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle{};
    style.WindowPadding = style.FramePadding = style.ItemSpacing = style.ItemInnerSpacing = ImVec2{0, 0};
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
    style.WindowMinSize = ImVec2{1, 1};
    style.AntiAliasedLinesUseTex = false;       // lines as geometry: the CPU rasteriser has no filtered texture
    style.CircleTessellationMaxError = 0.2f;
    style.HoverDelayNormal = static_cast<float>(kTooltipDelay);
    style.HoverStationaryDelay = 0;
    for (ImVec4& c : style.Colors) c = ImVec4{0, 0, 0, 0};
}

}  // namespace problemator::web
