// RasterTarget: the picture being painted, its clip and the two ways a pixel changes: replaced or blended.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace problemator::web {

struct PixelRect { int left, top, right, bottom; };   // right and bottom exclusive

/// First pixel whose centre is at or after `v`.
inline int first_pixel(float v) { return static_cast<int>(std::ceil(v - 0.5f)); }

/// `under` moved towards `over` by alpha/255, rounded; both opaque 0xAABBGGRR.
inline std::uint32_t blend(std::uint32_t under, std::uint32_t over, std::uint32_t alpha) {
    const std::uint32_t keep = 255 - alpha;
    const std::uint32_t rb = (over & 0x00FF00FF) * alpha + (under & 0x00FF00FF) * keep + 0x00800080;
    const std::uint32_t g = (over >> 8 & 0xFF) * alpha + (under >> 8 & 0xFF) * keep + 0x80;
    const std::uint32_t rb_255 = (rb + (rb >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF;   // exact x / 255
    const std::uint32_t g_255 = (g + (g >> 8)) >> 8 & 0xFF;
    return 0xFF000000 | rb_255 | g_255 << 8;
}

struct RasterTarget {
    std::uint32_t* pixels;
    int width;
    PixelRect clip;

    std::uint32_t* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * width; }

    /// [left, right) of row y, already inside the clip.
    void span(int y, int left, int right, std::uint32_t rgba) const {
        std::uint32_t* out = row(y);
        const std::uint32_t alpha = rgba >> 24;
        if (alpha == 255) std::fill(out + left, out + right, rgba);
        else if (alpha != 0)
            for (int x = left; x < right; ++x) out[x] = blend(out[x], rgba, alpha);
    }
};

}  // namespace problemator::web
