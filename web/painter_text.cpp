// Text: glyphs are placed by core's advances, so that the canvas, the SVG and every measurement agree to the fraction of a pixel.
// Dear ImGui rounds font sizes to whole pixels; asking for the rounded size at the density that makes up for it gives the exact one.
#include <array>
#include <cmath>

#include "core/base/text.hpp"
#include "core/charts/text_metrics.hpp"
#include "imgui.h"
#include "web/painter.hpp"
#include "web/points.hpp"
#include "web/theme.hpp"

namespace problemator::web {
namespace {

struct Face { ImFontBaked* baked; double pixels_per_unit; };   // device pixels per unit of the glyph boxes

Face face_of(ImFont& font, double size_px, double pixel_ratio) {
    const double pixels = std::round(size_px * pixel_ratio * kImGuiPerCss * 64) / 64;
    const double unit = std::max(1.0, std::round(pixels));
    return {font.GetFontBaked(real(unit), real(pixels / unit)), pixels / unit};
}

// std::round, which WASM has no instruction for.
double whole(double v) {
    const double towards_zero = std::trunc(v), rest = v - towards_zero;
    return rest >= 0.5 ? towards_zero + 1 : rest <= -0.5 ? towards_zero - 1 : towards_zero;
}

void add_quad(ImDrawList& list, ImVec2 a, ImVec2 c, const ImFontGlyph& glyph, std::uint32_t rgba) {
    list.PrimReserve(6, 4);
    list.PrimRectUV(a, c, {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}, rgba);
}

}  // namespace

void Painter::draw_run(ImDrawList& target, std::string_view utf8, double x, double baseline, const TextStyle& style, std::uint32_t rgba) const {
    const Face face = face_of(*fonts_.of(style.weight), style.size, pixel_ratio_);
    if (!face.baked) return;
    const double zero = std::round(face.baked->Ascent);                 // ImGui's own baseline inside the glyph boxes
    const double row = std::round(baseline * pixel_ratio_);
    const double top = target.GetClipRectMin().y, bottom = target.GetClipRectMax().y;
    if (baseline + style.size < top || baseline - style.size * 1.5 > bottom) return;
    double pen = x * pixel_ratio_;
    for (std::size_t pos = 0; pos < utf8.size();) {
        const char32_t c = drawn_char(next_char(utf8, pos));
        if (c == 0) continue;
        // Half-pixel positions: two texels of the oversampled glyph make one pixel exactly, without blur.
        const double left = whole(pen * 2) / 2;
        if (ImFontGlyph* glyph = face.baked->FindGlyph(static_cast<ImWchar>(c)); glyph && glyph->Visible) {
            const double k = face.pixels_per_unit;
            const ImVec2 a = vec((left + whole(glyph->X0 * k * 4) / 4) / pixel_ratio_, (row + whole((glyph->Y0 - zero) * k)) / pixel_ratio_);
            const ImVec2 size = vec((glyph->X1 - glyph->X0) * k / pixel_ratio_, whole((glyph->Y1 - glyph->Y0) * k) / pixel_ratio_);
            add_quad(target, a, {a.x + size.x, a.y + size.y}, *glyph, rgba);
        }
        pen += (char_advance(c, style.weight) * style.size + tracking(style.size)) * pixel_ratio_;
    }
}

void Painter::draw_text(ImDrawList& target, std::string_view utf8, Point start, const TextStyle& style, std::uint32_t rgba) const {
    const double left = start.x, baseline = start.y + kHalfCapital * style.size;
    if (style.halo != Ink::None) {
        static constexpr std::array<Point, 8> kAround{{{1.5, 0}, {1.06, 1.06}, {0, 1.5}, {-1.06, 1.06}, {-1.5, 0}, {-1.06, -1.06}, {0, -1.5}, {1.06, -1.06}}};
        for (const Point& step : kAround) draw_run(target, utf8, left + step.x, baseline + step.y, style, ink(style.halo));
    }
    draw_run(target, utf8, left, baseline, style, rgba);
}

double Painter::text(std::string_view utf8, double x, double y, const TextStyle& style) {
    if (utf8.empty() || !(style.size > 0) || style.size > 400 || !std::isfinite(x) || !std::isfinite(y)) return 0;
    double width = text_width(utf8, style.size, style.weight);
    const bool fits = style.max_width <= 0 || width <= style.max_width;
    const std::string cut = fits ? std::string{} : fit_text(utf8, style.size, style.weight, style.max_width);
    const std::string_view shown = fits ? utf8 : std::string_view{cut};
    if (!fits) width = text_width(cut, style.size, style.weight);
    const double left = left_end(x, width, style.anchor);
    draw_text(list(), shown, {left, y}, style, ink(style.ink));
    note_drawn(shown, {left, y - style.size / 2, width, style.size}, shown != utf8);
    return width;
}

std::size_t Painter::paragraph(std::string_view utf8, double x, double y, double width, double line_height, std::size_t max_lines, const TextStyle& style) {
    const auto lines = wrap_text(utf8, style.size, style.weight, width);
    const std::size_t count = std::min(lines.size(), max_lines);
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_cut = i + 1 == count && count < lines.size();
        const std::string line = is_cut ? fit_text(lines[i] + " " + lines[i + 1] + " …", style.size, style.weight, width) : lines[i];
        text(line, x, y + line_height * static_cast<double>(i), style);
    }
    return count;
}

}  // namespace problemator::web
