#include <gtest/gtest.h>

#include <cmath>

#include "rig.hpp"
#include "web/render/raster_shapes.hpp"

namespace problemator::web {
namespace {

struct Sheet {
    static constexpr int kSide = 40;
    std::vector<std::uint32_t> pixels = std::vector<std::uint32_t>(kSide * kSide, 0xFF000000);
    RasterTarget target{pixels.data(), kSide, {0, 0, kSide, kSide}};
    std::uint32_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * kSide + x)]; }
};

ImDrawVert corner(float x, float y, std::uint32_t rgba) { return {{x, y}, {0, 0}, rgba}; }

TEST(Raster, BlendsLikeExactArithmetic) {
    for (std::uint32_t alpha = 0; alpha < 256; ++alpha)
        for (const std::uint32_t under : {0u, 1u, 127u, 254u, 255u})
            for (const std::uint32_t over : {0u, 3u, 128u, 255u}) {
                const auto exact = static_cast<std::uint32_t>(std::floor((over * alpha + under * (255 - alpha)) / 255.0 + 0.5));
                EXPECT_EQ(blend(0xFF000000 | under * 0x010101, over * 0x010101, alpha), 0xFF000000 | exact * 0x010101) << alpha << ' ' << under << ' ' << over;
            }
}

TEST(Raster, FanOfTrianglesCoversEveryPixelOnce) {
    Sheet sheet;
    const std::uint32_t half = 0x80FFFFFF;
    const ImDrawVert hub = corner(19.3f, 21.7f, half);
    for (int i = 0; i < 17; ++i) {
        const auto rim = [&](int k) { return corner(20 + 15 * std::cos(static_cast<float>(k % 17) * 0.3696f), 20 + 15 * std::sin(static_cast<float>(k % 17) * 0.3696f), half); };
        fill_triangle(sheet.target, hub, rim(i), rim(i + 1), {});
    }
    const std::uint32_t once = blend(0xFF000000, 0xFFFFFF, 0x80);
    int covered = 0;
    for (const std::uint32_t p : sheet.pixels) {
        EXPECT_TRUE(p == 0xFF000000 || p == once);         // never twice
        covered += p == once;
    }
    EXPECT_NEAR(covered, 17 * 0.5 * 15 * 15 * std::sin(0.3696), 15);   // and no gaps
}

TEST(Raster, RectangleOwnsThePixelsWhoseCentresItHolds) {
    const struct { float left, right; int first, count; } rows[] = {{3, 7, 3, 4}, {3.4f, 7.4f, 3, 4}, {3.6f, 7.6f, 4, 4}, {3.2f, 3.4f, 0, 0}, {-9, 2, 0, 2}, {38, 99, 38, 2}};
    for (const auto& row : rows) {
        Sheet sheet;
        fill_rect(sheet.target, {row.left, 5}, {row.right, 6}, 0xFF0000FF);
        int first = -1, count = 0;
        for (int x = 0; x < Sheet::kSide; ++x)
            if (sheet.at(x, 5) != 0xFF000000) first = first < 0 ? x : first, ++count;
        EXPECT_EQ(count, row.count) << row.left;
        if (row.count > 0) {
            EXPECT_EQ(first, row.first) << row.left;
        }
    }
}

TEST(Raster, SoftEdgeFadesFromOpaqueToNothing) {
    Sheet sheet;
    fill_triangle(sheet.target, corner(0, 0, 0xFFFFFFFF), corner(0, 40, 0xFFFFFFFF), corner(40, 0, 0x00FFFFFF), {});
    std::uint32_t last = 256;
    for (int x = 0; x < 39; ++x) {
        const std::uint32_t v = sheet.at(x, 0) & 0xFF;
        EXPECT_LT(v, last) << x;
        EXPECT_NEAR(v, 255 * (1 - (x + 0.5) / 40), 1) << x;
        last = v;
    }
}

TEST(Raster, GlyphAtHalfAPixelAveragesTwoTexels) {
    const unsigned char texels[4 * 4] = {0, 200, 100, 0, 0, 200, 100, 0, 0, 200, 100, 0, 0, 200, 100, 0};
    Sheet sheet;
    ImDrawVert a = corner(10, 10, 0xFFFFFFFF), c = corner(12, 14, 0xFFFFFFFF);   // two texels across make one pixel
    a.uv = {0, 0}, c.uv = {1, 1};
    fill_glyph(sheet.target, a, c, {texels, 4, 4, 1});
    EXPECT_EQ(sheet.at(10, 11) & 0xFF, 100u);
    EXPECT_EQ(sheet.at(11, 11) & 0xFF, 50u);
    EXPECT_EQ(sheet.at(12, 11) & 0xFF, 0u);
}

TEST(Raster, NothingIsPaintedOutsideTheClip) {
    Sheet sheet;
    sheet.target.clip = {10, 10, 20, 20};
    fill_rect(sheet.target, {0, 0}, {40, 40}, 0xFFFFFFFF);
    fill_triangle(sheet.target, corner(-50, -50, 0xFFFFFFFF), corner(90, -50, 0x80FFFFFF), corner(20, 90, 0xFFFF00FF), {});
    for (int y = 0; y < Sheet::kSide; ++y)
        for (int x = 0; x < Sheet::kSide; ++x) EXPECT_EQ(sheet.at(x, y) != 0xFF000000, x >= 10 && x < 20 && y >= 10 && y < 20);
}

}  // namespace
}  // namespace problemator::web
