// Painter: what views draw with — the design's primitives over ImDrawList, in CSS pixels and design inks.
// It also collects hits: regions that answer the pointer. Views measure with core's text_width and never compute numbers.
//
// Coordinates are those of the whole canvas (0, 0 = its top left corner), also inside a scroll area. The reader's text scale
// (115 %, 130 %) is a zoom of the whole canvas, so that views see a smaller canvas and never multiply by it.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/app/app.hpp"
#include "core/charts/scene.hpp"
#include "web/fonts.hpp"

struct ImDrawList;
struct ImVec2;

namespace problemator::web {

struct TextStyle { double size = 13; Weight weight = Weight::Regular; Ink ink = Ink::Ink1; Anchor anchor = Anchor::Start; double max_width = 0; Ink halo = Ink::None; };

/// What was drawn, in order: a text as it stands on the canvas, or (without text) a surface that hides what lies under it.
struct Drawn {
    std::string text;
    Box box, clip;
    bool is_cut = false;   // ends with «…»
};

class Painter {
public:
    /// `pixel_ratio`: device pixels per CSS px of the views (device ratio × text scale); hairlines become whole device pixels.
    Painter(const Fonts& fonts, Theme theme, double pixel_ratio);

    // Called by the frame (web/frame.hpp), not by views.
    void begin_frame(Theme theme, double pixel_ratio, std::string_view focus_href);
    /// Texts and surfaces drawn from now on are added to `drawn`, for tests of what a screen shows; nullptr ends it.
    void watch(std::vector<Drawn>* drawn) { drawn_ = drawn; }
    /// Seconds until a frame is needed although nothing happens (a tooltip becomes due); negative = never.
    double wake_after() const { return wake_after_; }
    /// Where a click at the pointer leads, as of the last frame; empty = nowhere.
    const std::string& hovered_href() const { return hovered_href_; }
    /// Asks for a frame that much later although nothing happens.
    void wake(double seconds);

    // Primitives draw into the current window or scroll area.
    /// A stroke lies inside the box (1 px borders are crisp). `radius` is that of the outer edge.
    void rect(Box box, Ink fill, double radius = 0, Ink stroke = Ink::None, double stroke_width = 1);
    /// Horizontal and vertical lines are snapped to device pixels: a 1 px line at y = 10 fills the row 10…11.
    void line(Point a, Point b, Ink ink, double width = 1);
    /// 3 px on, 3 px off.
    void dashed(Point a, Point b, Ink ink, double width = 1);
    void polyline(const std::vector<Point>& points, Ink ink, double width, bool closed = false);
    /// A stroke is centred on the circle.
    void circle(Point centre, double radius, Ink fill, Ink stroke = Ink::None, double stroke_width = 1);
    void triangle(Point a, Point b, Point c, Ink fill);
    /// Simple polygon, any orientation, convex or not.
    void polygon(const std::vector<Point>& points, Ink fill);
    /// «No data»: thin diagonal lines every 5 px inside the box.
    void hatch(Box box, Ink ink);

    /// `y` is the middle of the capitals; `x` is the left end, the middle or the right end, as the anchor says.
    /// With max_width > 0 the text ends with «…» where it does not fit. Returns the drawn width = text_width of what was drawn.
    double text(std::string_view utf8, double x, double y, const TextStyle& style);
    /// Several lines broken at `width`, the first centred on `y`, `line_height` apart; at most `max_lines`, the last one cut with «…».
    /// Anchor::Start only. Returns the number of lines.
    std::size_t paragraph(std::string_view utf8, double x, double y, double width, double line_height, std::size_t max_lines, const TextStyle& style);
    /// Paints the marks in order, moved by `origin`, and registers the hits with their tooltips.
    void scene(const Scene& scene, Point origin, Commands& commands);

    enum class Icon : std::uint8_t { Close, ChevronRight, ChevronDown, ChevronLeft, Search, Repeat, Lock, ArrowUp, ArrowDown, Document, Download, Calendar, Plus };
    /// 1.5 px strokes on a 16 px grid; ArrowUp and ArrowDown are the filled ▲ ▼.
    void icon(Icon icon, Point centre, Ink ink, double size = 16);

    struct Hit { bool hovered = false, pressed = false, clicked = false, focused = false; };
    /// An InvisibleButton. `id` is stable and unique on the page ("tile-in-time"); a click pushes Go{href} (none when href is empty).
    /// Pointer cursor on hover. A focus ring 2 px outside the box when the text view focuses the same href: the first such hit of a
    /// frame gets it and is scrolled into view when the focus has just come. A later hit that overlaps an earlier one is on top.
    Hit hit(std::string_view id, Box box, std::string_view href, Commands& commands);
    Box last_box() const { return last_box_; }                     // of the last hit
    /// The last hit only explains: a finger beside it means something else.
    void only_explains();
    /// Where a finger at this place of the last frame presses (web/touch.hpp).
    Point aim(Point at) const;
    /// Tooltip of the last hit() (dark, radius 7): title, then label left and value right. Call it right after hit(), every frame:
    /// it shows itself after 250 ms of hovering, at once on focus, and not after Esc.
    void tooltip(std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows);
    /// The href that the text view focuses; empty = none. For views that draw only visible rows.
    std::string_view focus_href() const { return focus_href_; }
    /// True in the first frame after the focus moved.
    bool focus_is_new() const { return focus_is_new_; }

    Theme theme() const { return theme_; }
    /// Nothing is drawn outside the box until unclip(); hits are cut to it as well. May be nested.
    void clip(Box box);
    void unclip();

    /// A vertical scroll area. Returns how far it is scrolled: draw content that belongs at `y` at `box.y + y − offset`.
    /// Wheel, touch and the thin bar at the right edge scroll it; the innermost area under the pointer takes the wheel.
    /// Every begin_scroll has its end_scroll, whatever happens in between.
    double begin_scroll(std::string_view id, Box box, double content_height);
    void end_scroll();

private:
    struct ScrollArea { Box box; double content_height; };

    ImDrawList& list() const;
    std::uint32_t ink(Ink ink) const;
    double snap(double v) const;                                   // to the nearest device pixel
    void draw_run(ImDrawList& list, std::string_view utf8, double x, double baseline, const TextStyle& style, std::uint32_t rgba) const;
    static double left_end(double x, double width, Anchor anchor) { return anchor == Anchor::Start ? x : anchor == Anchor::Middle ? x - width / 2 : x - width; }
    void draw_text(ImDrawList& list, std::string_view utf8, Point start, const TextStyle& style, std::uint32_t rgba) const;
    void steps(const std::vector<Point>& points, Ink ink, double width);
    static bool turns_sharply(Point before, Point at, Point after);
    void stroke(const std::vector<Point>& points, Ink ink, double width, bool closed);
    void focus_ring(Box box);
    void note_id(unsigned id);
    void note_drawn(std::string_view text, Box box, bool is_cut) const;
    Point tooltip_corner(double width, double height) const;
    void draw_tooltip(std::string_view title, const std::vector<std::pair<std::string, std::string>>& rows);
    void scroll_bar(const ScrollArea& area);
    friend struct MarkPainter;

    Fonts fonts_;
    Theme theme_;
    double pixel_ratio_;
    std::string focus_href_, hovered_href_;
    bool focus_is_new_ = false, focus_is_drawn_ = false;
    double wake_after_ = -1;
    int scenes_ = 0;                                               // painted in this frame; part of the ids of their hits
    Box last_box_;
    bool tooltip_is_due_ = false, tooltip_at_pointer_ = false;
    unsigned last_id_ = 0, dismissed_id_ = 0;                      // Esc hides the tooltip of one hit
    std::vector<ScrollArea> scrolls_;
    std::vector<Drawn>* drawn_ = nullptr;
    std::vector<Box> targets_;                                     // what answers in this frame, the visible parts
    std::vector<unsigned> ids_;                                    // of this frame's hits; checked for doubles in native builds
};

}  // namespace problemator::web
