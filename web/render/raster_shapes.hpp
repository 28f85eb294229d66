// The three shapes that a draw list is made of, as the rasteriser sees them.
#pragma once
#include "imgui.h"
#include "web/render/raster_target.hpp"

namespace problemator::web {

struct TextureView { const unsigned char* pixels = nullptr; int width = 0, height = 0, bytes_per_pixel = 1; };

/// Vertices are in device pixels already.
void fill_rect(const RasterTarget& target, ImVec2 a, ImVec2 c, std::uint32_t rgba);
/// Upright textured rectangle (a glyph): the texture's coverage, filtered, times the colour.
void fill_glyph(const RasterTarget& target, const ImDrawVert& a, const ImDrawVert& c, const TextureView& texture);
/// Any triangle: colours run from vertex to vertex; the texture, where it varies, is sampled at the nearest texel.
void fill_triangle(const RasterTarget& target, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const TextureView& texture);

}  // namespace problemator::web
