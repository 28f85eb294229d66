#include "web/render/raster.hpp"

#include <cstring>

#include "web/render/raster_shapes.hpp"

namespace problemator::web {
namespace {

bool is_same(ImVec2 a, ImVec2 b) { return a.x == b.x && a.y == b.y; }

// ImDrawList::PrimRect and PrimRectUV write a, b, c, d clockwise from the top left as the triangles abc and acd.
bool is_upright_rect(const ImDrawIdx* index, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d) {
    return index[3] == index[0] && index[4] == index[2] && a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
           d.pos.x == a.pos.x && a.col == b.col && a.col == c.col && a.col == d.col && a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
}

TextureView view_of(const ImDrawCmd& command) {
    const auto* texture = reinterpret_cast<const ImTextureData*>(static_cast<std::uintptr_t>(command.GetTexID()));
    if (!texture || !texture->Pixels) return {};
    return {texture->Pixels, texture->Width, texture->Height, texture->BytesPerPixel};
}

// Vertices in device pixels, once per draw list: they are shared by triangles.
std::vector<ImDrawVert> scaled(const ImDrawList& list, ImVec2 origin, ImVec2 scale) {
    std::vector<ImDrawVert> vertices(list.VtxBuffer.begin(), list.VtxBuffer.end());
    for (ImDrawVert& v : vertices) v.pos = {(v.pos.x - origin.x) * scale.x, (v.pos.y - origin.y) * scale.y};
    return vertices;
}

void paint(const RasterTarget& target, const ImDrawVert* vertices, const ImDrawIdx* index, unsigned count, const TextureView& texture) {
    for (unsigned i = 0; i + 3 <= count;) {
        const ImDrawVert &a = vertices[index[i]], &b = vertices[index[i + 1]], &c = vertices[index[i + 2]];
        if (i + 6 <= count && is_upright_rect(index + i, a, b, c, vertices[index[i + 5]])) {
            if (is_same(a.uv, c.uv)) fill_rect(target, a.pos, c.pos, a.col);
            else if (texture.pixels) fill_glyph(target, a, c, texture);
            i += 6;
            continue;
        }
        fill_triangle(target, a, b, c, texture);
        i += 3;
    }
}

PixelRect clip_of(const ImDrawCmd& command, ImVec2 origin, ImVec2 scale, int width, int height) {
    const auto edge = [](float v, int most) { return static_cast<int>(std::clamp(std::floor(v + 0.5f), 0.0f, static_cast<float>(most))); };
    return {edge((command.ClipRect.x - origin.x) * scale.x, width), edge((command.ClipRect.y - origin.y) * scale.y, height),
            edge((command.ClipRect.z - origin.x) * scale.x, width), edge((command.ClipRect.w - origin.y) * scale.y, height)};
}

}  // namespace

void accept_texture(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate || texture.Status == ImTextureStatus_WantUpdates) {
        texture.SetTexID(static_cast<ImTextureID>(reinterpret_cast<std::uintptr_t>(&texture)));
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy) {
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void Raster::render(ImDrawData& data, std::uint32_t background) {
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures) accept_texture(*texture);
    const ImVec2 origin = data.DisplayPos, scale = data.FramebufferScale;
    width_ = static_cast<int>(std::clamp(data.DisplaySize.x * scale.x + 0.5f, 0.0f, static_cast<float>(kMaxSide)));
    height_ = static_cast<int>(std::clamp(data.DisplaySize.y * scale.y + 0.5f, 0.0f, static_cast<float>(kMaxSide)));
    pixels_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), background | 0xFF000000);
    if (pixels_.empty()) return;
    for (const ImDrawList* list : data.CmdLists) {
        const auto vertices = scaled(*list, origin, scale);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const RasterTarget target{pixels_.data(), width_, clip_of(command, origin, scale, width_, height_)};
            if (command.UserCallback || target.clip.left >= target.clip.right || target.clip.top >= target.clip.bottom) continue;
            paint(target, vertices.data() + command.VtxOffset, list->IdxBuffer.Data + command.IdxOffset, command.ElemCount, view_of(command));
        }
    }
}

}  // namespace problemator::web
