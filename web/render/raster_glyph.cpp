#include <array>

#include "web/render/raster_shapes.hpp"

namespace problemator::web {
namespace {

constexpr int kMaxColumns = 512;   // wider glyphs are painted in strips

struct Column { int texel; std::uint32_t weight; };   // weight of the next texel, 0…256

// Where along the texture the centre of pixel `p` falls: the texel at or before it and the share of the next one.
Column column_at(int p, float begin, float end, float u0, float u1, int size) {
    const float share = (static_cast<float>(p) + 0.5f - begin) / (end - begin);
    const float at = std::clamp((u0 + (u1 - u0) * share) * static_cast<float>(size) - 0.5f, 0.0f, static_cast<float>(size - 1));
    const int texel = std::min(static_cast<int>(at), std::max(0, size - 2));
    return {texel, static_cast<std::uint32_t>((at - static_cast<float>(texel)) * 256 + 0.5f)};
}

std::uint32_t coverage(const unsigned char* row, const Column& column, int stride) {
    const std::uint32_t here = row[column.texel * stride], next = row[(column.texel + 1) * stride];
    return here * (256 - column.weight) + next * column.weight;   // 0…65280
}

}  // namespace

void fill_rect(const RasterTarget& target, ImVec2 a, ImVec2 c, std::uint32_t rgba) {
    const int left = std::max(first_pixel(a.x), target.clip.left), right = std::min(first_pixel(c.x), target.clip.right);
    const int top = std::max(first_pixel(a.y), target.clip.top), bottom = std::min(first_pixel(c.y), target.clip.bottom);
    if (left >= right) return;
    for (int y = top; y < bottom; ++y) target.span(y, left, right, rgba);
}

void fill_glyph(const RasterTarget& target, const ImDrawVert& a, const ImDrawVert& c, const TextureView& texture) {
    const int left = std::max(first_pixel(a.pos.x), target.clip.left), right = std::min(first_pixel(c.pos.x), target.clip.right);
    const int top = std::max(first_pixel(a.pos.y), target.clip.top), bottom = std::min(first_pixel(c.pos.y), target.clip.bottom);
    if (left >= right || top >= bottom || texture.width < 2 || texture.height < 2) return;
    const int stride = texture.bytes_per_pixel, alpha_byte = stride - 1;
    const std::uint32_t opacity = a.col >> 24;
    std::array<Column, kMaxColumns> columns;
    for (int begin = left; begin < right; begin += kMaxColumns) {
        const int count = std::min(kMaxColumns, right - begin);
        for (int i = 0; i < count; ++i) columns[static_cast<std::size_t>(i)] = column_at(begin + i, a.pos.x, c.pos.x, a.uv.x, c.uv.x, texture.width);
        for (int y = top; y < bottom; ++y) {
            const Column line = column_at(y, a.pos.y, c.pos.y, a.uv.y, c.uv.y, texture.height);
            const unsigned char* upper = texture.pixels + static_cast<std::ptrdiff_t>(line.texel) * texture.width * stride + alpha_byte;
            const unsigned char* lower = upper + static_cast<std::ptrdiff_t>(texture.width) * stride;
            std::uint32_t* out = target.row(y) + begin;
            for (int i = 0; i < count; ++i) {
                const Column& column = columns[static_cast<std::size_t>(i)];
                std::uint32_t cover = line.weight == 256 ? 0 : coverage(upper, column, stride) * (256 - line.weight);
                if (line.weight != 0) cover += coverage(lower, column, stride) * line.weight;
                const std::uint32_t alpha = ((cover >> 16) * opacity + 127) / 255;
                if (alpha != 0) out[i] = blend(out[i], a.col, alpha);
            }
        }
    }
}

}  // namespace problemator::web
