#include "web/frame.hpp"

#include "imgui.h"
#include "web/points.hpp"
#include "web/theme.hpp"

namespace problemator::web {
namespace {

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                                   ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

Stage::Stage() : context_{ImGui::CreateContext()} {
    ImGui::SetCurrentContext(context_);   // there may be others, in tests
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_HasMouseCursors;
    io.ConfigErrorRecoveryEnableTooltip = false;
    io.ConfigErrorRecoveryEnableDebugLog = false;
    io.ConfigInputTrickleEventQueue = true;   // press and release of one tap come in two frames
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    io.Fonts->TexMinWidth = io.Fonts->TexMinHeight = 1024;   // a megabyte at once, or a frame would now and then pack all glyphs anew
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    set_plain_style();
    painter_ = std::make_unique<Painter>(add_fonts(*io.Fonts), Theme::Light, 1.0);
}

Stage::~Stage() {
    ImGui::SetCurrentContext(context_);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {   // no renderer owns anything by now
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
}

ImDrawData& Stage::run(const Screenful& screen, double seconds, Commands& commands, const Draw& draw) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    const double width = std::max(1.0, screen.view_width()), height = std::max(1.0, screen.view_height());
    io.DisplaySize = vec(width, height);
    io.DisplayFramebufferScale = vec(screen.pixel_ratio(), screen.pixel_ratio());
    io.DeltaTime = real(std::clamp(seconds, 1e-4, 60.0));
    painter_->begin_frame(screen.theme, screen.pixel_ratio(), screen.focus_href);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("page", nullptr, kBare);
    draw(*painter_, commands);
    ImGui::End();
    ImGui::Render();
    return *ImGui::GetDrawData();
}

}  // namespace problemator::web
