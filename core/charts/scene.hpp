// Scene: a chart as data — rectangles, lines, polygons, circles and texts with anchors, in CSS pixels.
// Painters draw it: to_svg and to_text here, the canvas painter in web/. Nothing in a scene knows about a screen.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/phrase.hpp"

namespace problemator {

/// Names of the design tokens; a painter gives them values for its theme (light, dark, paper).
enum class Ink : std::uint8_t {
    None, Bg, Surface, Sunken, Hover, Pressed, Line, LineStrong, Grid, Ink1, Ink2, Ink3, InkDisabled,
    Accent, AccentSoft, OnAccent, Focus, Primary, OnPrimary, Bad, BadSoft, BadLine, Warn, WarnSoft, WarnFill, Good, GoodSoft,
    Norm, Prev, Fact, Plan, Forecast, ForecastBand, Land, LandLine, Water, Road,
    Seq0, Seq1, Seq2, Seq3, Seq4, Seq5, Seq6, Seq7,          // intensity classes
    Div0, Div1, Div2, Div3, Div4, Div5, Div6,                // change: better … worse
    OnSeq0, OnSeq1, OnSeq2, OnSeq3, OnSeq4, OnSeq5, OnSeq6, OnSeq7,   // text on the class
    OnDiv0, OnDiv1, OnDiv2, OnDiv3, OnDiv4, OnDiv5, OnDiv6,
    White, TooltipBg, TooltipInk,
};
inline constexpr std::size_t kInks = static_cast<std::size_t>(Ink::TooltipInk) + 1;

enum class Weight : std::uint16_t { Regular = 400, Medium = 500, SemiBold = 600 };
enum class Anchor : std::uint8_t { Start, Middle, End };

struct Point { double x = 0, y = 0; friend bool operator==(const Point&, const Point&) = default; };
struct Box { double x = 0, y = 0, w = 0, h = 0; friend bool operator==(const Box&, const Box&) = default; };

struct RectMark { Box box; Ink fill = Ink::None, stroke = Ink::None; double radius = 0, stroke_width = 1; };
struct LineMark { std::vector<Point> points; Ink stroke = Ink::Ink1; double width = 1; bool dashed = false, closed = false; };
struct PolygonMark { std::vector<Point> points; Ink fill = Ink::None; };         // simple polygon, any orientation; need not be convex
struct CircleMark { Point centre; double radius = 1; Ink fill = Ink::None, stroke = Ink::None; double stroke_width = 1; };
struct TextMark {
    std::string text;
    Point at;                     // baseline is not used: y is the middle of the capitals
    double size = 12;             // CSS px
    Weight weight = Weight::Regular;
    Ink fill = Ink::Ink1;
    Anchor anchor = Anchor::Start;
    Ink halo = Ink::None;
    double max_width = 0;         // > 0: cut with «…» to fit
};
using Mark2D = std::variant<RectMark, LineMark, PolygonMark, CircleMark, TextMark>;

/// A region that answers the pointer and the keyboard. `href` opens it; `hint` is the tooltip (lines of label \t value).
struct HitRegion { Box box; std::string href, title, hint; };

struct Scene {
    double width = 0, height = 0;
    std::vector<Mark2D> marks;    // painted in order
    std::vector<HitRegion> hits;
    std::string summary;          // one sentence that says what the picture shows
};

/// Text widths of Inter with tabular digits, from the table that the font step writes. px = CSS px.
double text_width(std::string_view utf8, double size_px, Weight weight);
/// The text, cut with «…» so that it is at most `max_width` wide.
std::string fit_text(std::string_view utf8, double size_px, Weight weight, double max_width);
/// Lines broken at spaces (and soft places after «-» and «/») so that each is at most `max_width` wide.
std::vector<std::string> wrap_text(std::string_view utf8, double size_px, Weight weight, double max_width);

/// Inline SVG with class names for inks (the page's CSS gives colours), role="img" and the summary as <title>.
/// `background` fills nothing when None. Numbers have at most 2 decimals; output is deterministic.
std::string to_svg(const Scene& scene);
/// Stand-alone SVG file: colours written out for the light theme.
std::string to_svg_file(const Scene& scene);
/// A plain-text picture of the scene's texts and marks, for golden tests and for reading without a screen.
std::string to_text(const Scene& scene);

/// Token values, 0xRRGGBB. Generated from assets/tokens.json.
enum class Theme : std::uint8_t { Light, Dark };
std::uint32_t ink_rgb(Ink ink, Theme theme);
std::string_view ink_css_name(Ink ink);   // "surface", "seq-3"

}  // namespace problemator
