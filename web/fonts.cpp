#include "web/fonts.hpp"

#include "imgui.h"

namespace problemator::web {
namespace {

ImFont* add_face(ImFontAtlas& atlas, std::span<const std::uint8_t> bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2;      // half-pixel positions
    config.OversampleV = 1;
    // ImGui's interface wants a mutable pointer; with FontDataOwnedByAtlas = false it only reads.
    void* data = const_cast<std::uint8_t*>(bytes.data());
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), static_cast<float>(13 * kImGuiPerCss), &config);
}

}  // namespace

Fonts add_fonts(ImFontAtlas& atlas) {
    const FontFiles files = embedded_fonts();
    return {add_face(atlas, files.regular), add_face(atlas, files.medium), add_face(atlas, files.semibold)};
}

}  // namespace problemator::web
