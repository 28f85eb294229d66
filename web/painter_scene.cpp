// Scenes on the canvas: every mark of core/charts/scene.hpp, and its hits. A new mark does not compile until it is drawn here.
#include <cstdint>

#include "core/base/text.hpp"
#include "imgui.h"
#include "web/painter.hpp"

namespace problemator::web {

struct MarkPainter {
    Painter& painter;
    Point origin;

    Point moved(Point p) const { return {p.x + origin.x, p.y + origin.y}; }
    std::vector<Point> moved(const std::vector<Point>& points) const {
        std::vector<Point> result;
        result.reserve(points.size());
        for (const Point& p : points) result.push_back(moved(p));
        return result;
    }

    void operator()(const RectMark& m) const {
        painter.rect({m.box.x + origin.x, m.box.y + origin.y, m.box.w, m.box.h}, m.fill, m.radius, m.stroke, m.stroke_width);
    }
    void operator()(const LineMark& m) const {
        const auto points = moved(m.points);
        if (!m.dashed) return painter.polyline(points, m.stroke, m.width, m.closed);
        for (std::size_t i = 0; i + 1 < points.size(); ++i) painter.dashed(points[i], points[i + 1], m.stroke, m.width);
        if (m.closed && points.size() > 2) painter.dashed(points.back(), points.front(), m.stroke, m.width);
    }
    void operator()(const PolygonMark& m) const { painter.polygon(moved(m.points), m.fill); }
    void operator()(const CircleMark& m) const { painter.circle(moved(m.centre), m.radius, m.fill, m.stroke, m.stroke_width); }
    void operator()(const TextMark& m) const {
        const Point at = moved(m.at);
        painter.text(m.text, at.x, at.y, {.size = m.size, .weight = m.weight, .ink = m.fill, .anchor = m.anchor, .max_width = m.max_width, .halo = m.halo});
    }
};

namespace {

std::vector<std::pair<std::string, std::string>> hint_rows(std::string_view hint) {
    std::vector<std::pair<std::string, std::string>> rows;
    if (hint.empty()) return rows;
    for (std::string_view line : split(hint, '\n')) {
        const auto tab = line.find('\t');
        if (tab == std::string_view::npos) rows.emplace_back(std::string{line}, std::string{});
        else rows.emplace_back(std::string{line.substr(0, tab)}, std::string{line.substr(tab + 1)});
    }
    return rows;
}

}  // namespace

void Painter::scene(const Scene& scene, Point origin, Commands& commands) {
    for (const Mark2D& mark : scene.marks) std::visit(MarkPainter{*this, origin}, mark);
    ImGui::PushID(scenes_++);                              // two pictures of one page may link to the same place
    int index = 0;
    for (const HitRegion& region : scene.hits) {
        ImGui::PushID(index++);
        const Hit answer = hit(region.href, {region.box.x + origin.x, region.box.y + origin.y, region.box.w, region.box.h}, region.href, commands);
        if (answer.hovered || answer.focused) tooltip(region.title, hint_rows(region.hint));
        ImGui::PopID();
    }
    ImGui::PopID();
}

}  // namespace problemator::web
