// Raster: Dear ImGui's draw lists into an RGBA picture on the CPU — for computers without a GPU, for golden pictures, for PNG export.
// Plain C++ without a browser. Covers what our painter emits fast (rectangles, glyphs, soft-edged fills) and everything else rightly.
//
// A pixel belongs to a shape when its centre does (top-left rule), so shapes that share an edge neither overlap nor leave a gap;
// soft edges come from ImGui's own geometry, whose outer vertices are transparent. Blending is in whole numbers: the same pictures
// from every compiler, up to one step of colour.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

struct ImDrawData;
struct ImTextureData;

namespace problemator::web {

class Raster {
public:
    /// Paints the frame over `background` (0xAABBGGRR, opaque). The picture takes the size of the frame in device pixels,
    /// at most kMaxSide a side. Answers ImGui's texture requests: it reads the pixels where ImGui keeps them.
    void render(ImDrawData& data, std::uint32_t background);

    int width() const { return width_; }
    int height() const { return height_; }
    /// Rows from the top, R G B A bytes, alpha always 255.
    std::span<const std::uint32_t> pixels() const { return pixels_; }

    static constexpr int kMaxSide = 8192;

private:
    int width_ = 0, height_ = 0;
    std::vector<std::uint32_t> pixels_;
};

/// Answers one texture request without copying anything. For renderers that read ImGui's pixels in place.
void accept_texture(ImTextureData& texture);

}  // namespace problemator::web
