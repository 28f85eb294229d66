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

using Columns = std::array<Column, kMaxColumns>;
using Alphas = std::array<std::uint32_t, kMaxColumns>;

std::uint32_t coverage(const unsigned char* row, const Column& column, int stride) {
    const std::uint32_t here = row[column.texel * stride], next = row[(column.texel + 1) * stride];
    return here * (256 - column.weight) + next * column.weight;   // 0…65280
}

// What of each pixel of a row is covered, 0…255. `upper` and `lower`: rows of texels, `weight` of the lower one 0…256.
void cover_row(Alphas& alphas, const Columns& columns, std::size_t count, const unsigned char* upper, const unsigned char* lower, std::uint32_t weight, int stride) {
    if (weight == 0) {   // nearly always: glyphs stand on whole rows
        for (std::size_t i = 0; i < count; ++i) alphas[i] = coverage(upper, columns[i], stride) >> 8;
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        alphas[i] = (coverage(upper, columns[i], stride) * (256 - weight) + coverage(lower, columns[i], stride) * weight) >> 16;
}

void blend_row(std::uint32_t* out, const Alphas& alphas, std::size_t count, std::uint32_t rgba) {
    const std::uint32_t opacity = rgba >> 24;
    for (std::size_t i = 0; i < count; ++i) out[i] = blend(out[i], rgba, opacity == 255 ? alphas[i] : (alphas[i] * opacity + 127) / 255);
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
    Columns columns;
    Alphas alphas;
    for (int begin = left; begin < right; begin += kMaxColumns) {
        const std::size_t count = static_cast<std::size_t>(std::min(kMaxColumns, right - begin));
        for (std::size_t i = 0; i < count; ++i) columns[i] = column_at(begin + static_cast<int>(i), a.pos.x, c.pos.x, a.uv.x, c.uv.x, texture.width);
        for (int y = top; y < bottom; ++y) {
            const Column line = column_at(y, a.pos.y, c.pos.y, a.uv.y, c.uv.y, texture.height);
            const unsigned char* upper = texture.pixels + static_cast<std::ptrdiff_t>(line.texel) * texture.width * stride + alpha_byte;
            const unsigned char* lower = upper + static_cast<std::ptrdiff_t>(texture.width) * stride;
            cover_row(alphas, columns, count, upper, lower, line.weight, stride);
            blend_row(target.row(y) + begin, alphas, count, a.col);
        }
    }
}

}  // namespace problemator::web
