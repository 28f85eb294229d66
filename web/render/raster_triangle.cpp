#include "web/render/raster_shapes.hpp"

namespace problemator::web {
namespace {

// x of the edge at height y. The ends are taken in one order whatever the triangle, so that neighbours get the same x.
float edge_x(const ImVec2& upper, const ImVec2& lower, float y) {
    return upper.x + (lower.x - upper.x) * ((y - upper.y) / (lower.y - upper.y));
}

// A quantity that runs linearly over the triangle.
struct Slope {
    float at_origin, per_x, per_y;
    float at(float x, float y) const { return at_origin + per_x * x + per_y * y; }
};

struct Plane {
    ImVec2 a, b, c;
    float inverse_area;

    Slope slope(float va, float vb, float vc) const {
        const float dx = ((vb - va) * (c.y - a.y) - (vc - va) * (b.y - a.y)) * inverse_area;
        const float dy = ((vc - va) * (b.x - a.x) - (vb - va) * (c.x - a.x)) * inverse_area;
        return {va - dx * a.x - dy * a.y, dx, dy};
    }
};

float channel(std::uint32_t rgba, int shift) { return static_cast<float>(rgba >> shift & 0xFF); }
std::uint32_t byte_of(float v) { return static_cast<std::uint32_t>(std::clamp(v + 0.5f, 0.0f, 255.0f)); }

// What colour the pixels of a triangle have, from the plainest kind to the most general.
struct FlatShade {
    std::uint32_t rgba;
    void span(const RasterTarget& target, int y, int left, int right) const { target.span(y, left, right, rgba); }
};

struct FadeShade {   // one colour, running alpha: every soft edge of ImGui
    std::uint32_t rgba;
    Slope alpha;
    void span(const RasterTarget& target, int y, int left, int right) const {
        float value = alpha.at(static_cast<float>(left) + 0.5f, static_cast<float>(y) + 0.5f);
        std::uint32_t* out = target.row(y);
        for (int x = left; x < right; ++x, value += alpha.per_x) {
            if (const std::uint32_t a = byte_of(value); a != 0) out[x] = blend(out[x], rgba, a);
        }
    }
};

struct FullShade {
    Slope red, green, blue, alpha, u, v;
    const TextureView& texture;

    std::uint32_t texel_alpha(float x, float y) const {
        const int tx = std::clamp(static_cast<int>(u.at(x, y) * static_cast<float>(texture.width)), 0, texture.width - 1);
        const int ty = std::clamp(static_cast<int>(v.at(x, y) * static_cast<float>(texture.height)), 0, texture.height - 1);
        const auto index = (static_cast<std::ptrdiff_t>(ty) * texture.width + tx) * texture.bytes_per_pixel + texture.bytes_per_pixel - 1;
        return texture.pixels[index];
    }
    void span(const RasterTarget& target, int y, int left, int right) const {
        const float fy = static_cast<float>(y) + 0.5f;
        std::uint32_t* out = target.row(y);
        for (int x = left; x < right; ++x) {
            const float fx = static_cast<float>(x) + 0.5f;
            const std::uint32_t rgb = byte_of(red.at(fx, fy)) | byte_of(green.at(fx, fy)) << 8 | byte_of(blue.at(fx, fy)) << 16;
            const std::uint32_t cover = texture.pixels ? texel_alpha(fx, fy) : 255;
            out[x] = blend(out[x], rgb, (byte_of(alpha.at(fx, fy)) * cover + 127) / 255);
        }
    }
};

template <class Shade>
void scan(const RasterTarget& target, const ImVec2& top, const ImVec2& middle, const ImVec2& bottom, const Shade& shade) {
    const int first = std::max(first_pixel(top.y), target.clip.top), last = std::min(first_pixel(bottom.y), target.clip.bottom);
    for (int y = first; y < last; ++y) {
        const float centre = static_cast<float>(y) + 0.5f;
        const float x0 = edge_x(top, bottom, centre);
        const float x1 = centre < middle.y ? edge_x(top, middle, centre) : edge_x(middle, bottom, centre);
        const int left = std::max(first_pixel(std::min(x0, x1)), target.clip.left);
        const int right = std::min(first_pixel(std::max(x0, x1)), target.clip.right);
        if (left < right) shade.span(target, y, left, right);
    }
}

}  // namespace

void fill_triangle(const RasterTarget& target, const ImDrawVert& va, const ImDrawVert& vb, const ImDrawVert& vc, const TextureView& texture) {
    const ImVec2 a = va.pos, b = vb.pos, c = vc.pos;
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) return;
    const ImVec2 *top = &a, *middle = &b, *bottom = &c;
    if (middle->y < top->y) std::swap(top, middle);
    if (bottom->y < top->y) std::swap(top, bottom);
    if (bottom->y < middle->y) std::swap(middle, bottom);

    const auto uses_same = [&](const ImDrawVert& v) { return v.uv.x == va.uv.x && v.uv.y == va.uv.y; };
    const bool is_plain = uses_same(vb) && uses_same(vc);   // one texel for all: ImGui's white pixel
    if (is_plain && va.col == vb.col && va.col == vc.col) return scan(target, *top, *middle, *bottom, FlatShade{va.col});

    const Plane plane{a, b, c, 1 / area};
    const auto slope = [&](int shift) { return plane.slope(channel(va.col, shift), channel(vb.col, shift), channel(vc.col, shift)); };
    const bool is_one_colour = ((va.col ^ vb.col) & 0xFFFFFF) == 0 && ((va.col ^ vc.col) & 0xFFFFFF) == 0;
    if (is_plain && is_one_colour) return scan(target, *top, *middle, *bottom, FadeShade{va.col, slope(24)});
    const TextureView none;
    scan(target, *top, *middle, *bottom,
         FullShade{slope(0), slope(8), slope(16), slope(24), plane.slope(va.uv.x, vb.uv.x, vc.uv.x), plane.slope(va.uv.y, vb.uv.y, vc.uv.y),
                   is_plain ? none : texture});
}

}  // namespace problemator::web
