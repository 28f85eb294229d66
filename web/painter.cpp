// Primitives: rectangles, lines, circles, polygons, clipping, scroll areas.
#include "web/painter.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "web/points.hpp"
#include "web/theme.hpp"

namespace problemator::web {
namespace {

constexpr std::size_t kMaxPoints = 4000;   // of one polygon: its triangles fit 16-bit indices, its cutting a frame
constexpr double kScrollBar = 6;

double signed_area(const std::vector<Point>& points) {
    double sum = 0;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) sum += points[j].x * points[i].y - points[i].x * points[j].y;
    return sum;
}

// Dear ImGui fills a rounded rectangle as a fan: thin triangles from one corner to all the others, each as long as the rectangle. The same
// vertices joined from side to side cover the same pixels, and every row once. `points` of them clockwise, from the left end of the top left corner.
void join_sides(ImDrawIdx* fill, int points) {
    const int first = fill[0], corner = points / 4;
    const auto vertex = [&](int i) { return static_cast<ImDrawIdx>(first + 2 * ((i + points) % points)); };   // each has one of the soft edge beside it
    for (int row = 0; row + 1 < points / 2; ++row) {
        const ImDrawIdx left = vertex(corner - 1 - row), right = vertex(corner + row), lower_left = vertex(corner - 2 - row), lower_right = vertex(corner + row + 1);
        for (const ImDrawIdx one : {left, right, lower_right, left, lower_right, lower_left}) *fill++ = one;
    }
}

void fill_rounded(ImDrawList& list, ImVec2 a, ImVec2 b, std::uint32_t rgba, float radius) {
    const int before = list.IdxBuffer.Size;
    list.AddRectFilled(a, b, rgba, radius);
    const int added = list.IdxBuffer.Size - before, points = (added + 6) / 9;   // points − 2 triangles inside, two for each of the soft edge
    if (points > 4 && points % 4 == 0 && added == 9 * points - 6) join_sides(list.IdxBuffer.Data + before, points);
}

bool is_stepped(const std::vector<Point>& points) {
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].x != points[i - 1].x && points[i].y != points[i - 1].y) return false;
    return points.size() > 1;
}

}  // namespace

Painter::Painter(const Fonts& fonts, Theme theme, double pixel_ratio) : fonts_{fonts}, theme_{theme}, pixel_ratio_{pixel_ratio} {}

void Painter::begin_frame(Theme theme, double pixel_ratio, std::string_view focus_href) {
    theme_ = theme;
    pixel_ratio_ = pixel_ratio;
    focus_is_new_ = focus_href != focus_href_;
    focus_href_ = focus_href;
    focus_is_drawn_ = tooltip_is_due_ = false;
    hovered_href_.clear();
    wake_after_ = -1;
    scenes_ = 0;
    scrolls_.clear();
    targets_.clear();
    ids_.clear();
}

ImDrawList& Painter::list() const { return *ImGui::GetWindowDrawList(); }
std::uint32_t Painter::ink(Ink ink) const { return colour(ink, theme_); }
double Painter::snap(double v) const { return std::round(v * pixel_ratio_) / pixel_ratio_; }
void Painter::wake(double seconds) { wake_after_ = wake_after_ < 0 ? seconds : std::min(wake_after_, seconds); }

void Painter::note_drawn(std::string_view text, Box box, bool is_cut) const {
    if (!drawn_) return;
    const ImVec2 low = list().GetClipRectMin(), high = list().GetClipRectMax();
    drawn_->push_back({std::string{text}, box, {low.x, low.y, high.x - low.x, high.y - low.y}, is_cut});
}

void Painter::rect(Box box, Ink fill, double radius, Ink stroke, double stroke_width) {
    const double left = snap(box.x), top = snap(box.y), right = snap(box.x + box.w), bottom = snap(box.y + box.h);
    const double round = std::min({radius, box.w / 2, box.h / 2});
    // Narrow bars keep their exact width: snapping would make equal bars differ.
    const bool is_exact = stroke == Ink::None && round <= 0;
    if (fill != Ink::None) {
        const ImVec2 a = is_exact ? vec(box.x, box.y) : vec(left, top), b = is_exact ? vec(box.x + box.w, box.y + box.h) : vec(right, bottom);
        fill_rounded(list(), a, b, ink(fill), real(round));
        note_drawn({}, box, false);
    }
    if (stroke == Ink::None || box.w <= 0 || box.h <= 0) return;
    const double half = std::max(1.0, std::round(stroke_width * pixel_ratio_)) / pixel_ratio_ / 2;
    list().PathRect(vec(left + half, top + half), vec(right - half, bottom - half), real(std::max(0.0, round - half)));
    list().PathStroke(ink(stroke), ImDrawFlags_Closed, real(half * 2));
}

void Painter::line(Point a, Point b, Ink ink_name, double width) {
    const bool is_level = a.y == b.y, is_upright = a.x == b.x;
    if (is_level == is_upright) {
        if (!is_level) list().AddLine(vec(a), vec(b), ink(ink_name), real(width));
        return;
    }
    const double pixels = std::max(1.0, std::round(width * pixel_ratio_));
    const double before = std::floor(pixels / 2) / pixel_ratio_, across = pixels / pixel_ratio_;
    const double x0 = std::min(a.x, b.x), x1 = std::max(a.x, b.x), y0 = std::min(a.y, b.y), y1 = std::max(a.y, b.y);
    if (is_level) list().AddRectFilled(vec(x0, snap(y0) - before), vec(x1, snap(y0) - before + across), ink(ink_name));
    else list().AddRectFilled(vec(snap(x0) - before, y0), vec(snap(x0) - before + across, y1), ink(ink_name));
}

void Painter::dashed(Point a, Point b, Ink ink_name, double width) {
    constexpr double kDash = 3, kStep = 6;
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (!(length > 0) || length > 20'000) return;
    const double dx = (b.x - a.x) / length, dy = (b.y - a.y) / length;
    for (double at = 0; at < length; at += kStep) {
        const double end = std::min(at + kDash, length);
        line({a.x + dx * at, a.y + dy * at}, {a.x + dx * end, a.y + dy * end}, ink_name, width);
    }
}

// Dear ImGui joins segments by the mean of their normals: at a sharp turn the line would grow thin, so it is cut there.
bool Painter::turns_sharply(Point before, Point at, Point after) {
    const double ux = at.x - before.x, uy = at.y - before.y, vx = after.x - at.x, vy = after.y - at.y;
    return ux * vx + uy * vy < 0.2 * std::hypot(ux, uy) * std::hypot(vx, vy);
}

void Painter::stroke(const std::vector<Point>& points, Ink ink_name, double width, bool closed) {
    for (std::size_t begin = 0, end = 0; begin + 1 < points.size(); begin = end - 1) {
        end = std::min(points.size(), begin + 2);
        while (end < points.size() && end < begin + kMaxPoints && (closed || !turns_sharply(points[end - 2], points[end - 1], points[end]))) ++end;
        // A point said twice would give its joint an endless slope: the line becomes a lens.
        for (std::size_t i = begin; i < end; ++i) list().PathLineToMergeDuplicate(vec(points[i]));
        const bool is_whole = begin == 0 && end == points.size();
        list().PathStroke(ink(ink_name), closed && is_whole ? ImDrawFlags_Closed : ImDrawFlags_None, real(width));
    }
}

void Painter::polyline(const std::vector<Point>& points, Ink ink_name, double width, bool closed) {
    if (points.size() == 2 && !closed) return line(points[0], points[1], ink_name, width);
    if (!closed && is_stepped(points)) return steps(points, ink_name, width);
    stroke(points, ink_name, width, closed);
}

// Levels and risers on whole pixels, as sharp as the axes beside them; levels reach around the corners.
void Painter::steps(const std::vector<Point>& points, Ink ink_name, double width) {
    const double before = std::floor(std::max(1.0, std::round(width * pixel_ratio_)) / 2) / pixel_ratio_;
    const double after = std::max(1.0, std::round(width * pixel_ratio_)) / pixel_ratio_ - before;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point a = points[i], b = points[i + 1];
        if (a.x == b.x) line(a, b, ink_name, width);
        else line({snap(std::min(a.x, b.x)) - (i > 0 ? before : 0), a.y}, {snap(std::max(a.x, b.x)) + (i + 2 < points.size() ? after : 0), a.y}, ink_name, width);
    }
}

void Painter::circle(Point centre, double radius, Ink fill, Ink stroke_ink, double stroke_width) {
    if (!(radius > 0)) return;
    if (fill != Ink::None) list().AddCircleFilled(vec(centre), real(radius), ink(fill));
    if (stroke_ink != Ink::None) list().AddCircle(vec(centre), real(radius), ink(stroke_ink), 0, real(stroke_width));
}

void Painter::triangle(Point a, Point b, Point c, Ink fill) { polygon({a, b, c}, fill); }

void Painter::polygon(const std::vector<Point>& points, Ink fill) {
    if (points.size() < 3 || points.size() > kMaxPoints || fill == Ink::None) return;
    std::vector<ImVec2> ring;
    ring.reserve(points.size());
    for (const Point& p : points) ring.push_back(vec(p));
    if (signed_area(points) < 0) std::reverse(ring.begin(), ring.end());   // ImGui's soft edge wants clockwise
    const int count = static_cast<int>(ring.size());
    if (count == 3) list().AddConvexPolyFilled(ring.data(), count, ink(fill));
    else list().AddConcavePolyFilled(ring.data(), count, ink(fill));
}

void Painter::hatch(Box box, Ink ink_name) {
    constexpr double kStep = 5;
    clip(box);
    for (double x = box.x - box.h; x < box.x + box.w; x += kStep) list().AddLine(vec(x, box.y + box.h), vec(x + box.h, box.y), ink(ink_name), 1);
    unclip();
}

void Painter::clip(Box box) { ImGui::PushClipRect(vec(snap(box.x), snap(box.y)), vec(snap(box.x + box.w), snap(box.y + box.h)), true); }
void Painter::unclip() { ImGui::PopClipRect(); }

double Painter::begin_scroll(std::string_view id, Box box, double content_height) {
    scrolls_.push_back({box, content_height});
    ImGui::SetCursorScreenPos(vec(box.x, box.y));
    ImGui::PushID(id.data(), id.data() + id.size());
    ImGui::BeginChild("scroll", vec(std::max(1.0, box.w), std::max(1.0, box.h)), ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
    return ImGui::GetScrollY();
}

void Painter::end_scroll() {
    if (scrolls_.empty()) return;
    const ScrollArea area = scrolls_.back();
    scrolls_.pop_back();
    ImGui::SetCursorScreenPos(vec(area.box.x, area.box.y + area.content_height - ImGui::GetScrollY()));
    ImGui::Dummy(vec(1, 0));                               // tells ImGui how far the content reaches
    ImGuiIO& io = ImGui::GetIO();
    const bool can_scroll = area.content_height > area.box.h;
    if (can_scroll && io.MouseWheel != 0 && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
        const float furthest = real(area.content_height - area.box.h);
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() - io.MouseWheel * real(kWheelStep), 0.0f, furthest));
        io.MouseWheel = 0;                                 // taken: the areas around this one stay
        wake(0);
    }
    if (can_scroll) scroll_bar(area);
    ImGui::EndChild();
    ImGui::PopID();
}

void Painter::scroll_bar(const ScrollArea& area) {
    const double furthest = area.content_height - area.box.h;
    const double length = std::max(24.0, area.box.h * area.box.h / area.content_height), track = area.box.h - length;
    const double top = area.box.y + track * std::clamp(ImGui::GetScrollY() / furthest, 0.0, 1.0);
    const Box thumb{area.box.x + area.box.w - kScrollBar - 2, top, kScrollBar, length};
    ImGui::SetCursorScreenPos(vec(thumb.x - 4, thumb.y));
    ImGui::SetNextItemAllowOverlap();
    ImGui::InvisibleButton("bar", vec(thumb.w + 6, thumb.h));
    const bool is_held = ImGui::IsItemActive();
    if (is_held && track > 0) ImGui::SetScrollY(ImGui::GetScrollY() + ImGui::GetIO().MouseDelta.y * real(furthest / track));
    rect(thumb, is_held || ImGui::IsItemHovered() ? Ink::Prev : Ink::LineStrong, kScrollBar / 2);
}

}  // namespace problemator::web
