// Painter: what views draw with — the design's primitives over ImDrawList, in CSS pixels and design inks.
// It also collects hits: regions that answer the pointer. Views measure with core's text_width and never compute numbers.
#pragma once
#include <string_view>
#include <vector>

#include "core/app/app.hpp"
#include "core/charts/scene.hpp"

struct ImDrawList;
struct ImFont;

namespace problemator::web {

struct Fonts { ImFont* regular = nullptr; ImFont* medium = nullptr; ImFont* semibold = nullptr; };

struct TextStyle { double size = 13; Weight weight = Weight::Regular; Ink ink = Ink::Ink1; Anchor anchor = Anchor::Start; double max_width = 0; Ink halo = Ink::None; };

class Painter {
public:
    Painter(const Fonts& fonts, Theme theme, double scale);   // scale: user text scale 1.0, 1.15, 1.3

    // Primitives draw into the current ImGui window's draw list at window-independent screen coordinates (CSS px).
    void rect(Box box, Ink fill, double radius = 0, Ink stroke = Ink::None, double stroke_width = 1);
    void line(Point a, Point b, Ink ink, double width = 1);
    void dashed(Point a, Point b, Ink ink, double width = 1);
    void circle(Point centre, double radius, Ink fill, Ink stroke = Ink::None, double stroke_width = 1);
    void triangle(Point a, Point b, Point c, Ink fill);
    void polygon(const std::vector<Point>& points, Ink fill);
    /// `y` is the middle of the capitals. Returns the drawn width.
    double text(std::string_view utf8, double x, double y, const TextStyle& style);
    void scene(const Scene& scene, Point origin, Commands& commands);   // paints and registers its hits
    enum class Icon : std::uint8_t { Close, ChevronRight, ChevronDown, ChevronLeft, Search, Repeat, Lock, ArrowUp, ArrowDown, Document, Download, Calendar, Plus };
    void icon(Icon icon, Point centre, Ink ink, double size = 16);

    struct Hit { bool hovered = false, clicked = false, focused = false; };
    /// An InvisibleButton with a stable id; a click pushes Go{href}. Draws the focus ring when the DOM twin focuses the same href.
    Hit hit(std::string_view id, Box box, std::string_view href, Commands& commands);
    /// Tooltip of the design (dark, radius 7): title, then label left and value right. Shown after 250 ms of hovering.
    void tooltip(std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows);

    Theme theme() const { return theme_; }
    void clip(Box box);
    void unclip();

private:
    Fonts fonts_;
    Theme theme_;
    double scale_;
};

}  // namespace problemator::web
