#include "core/charts/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/stable_order.hpp"

namespace problemator {
namespace {

constexpr double kStep = 0.6;                            // vertices nearer than this to the one before are not seen

enum class Side { Left, Right, Top, Bottom };

double inside(Point p, Box box, Side side) {
    switch (side) {
        case Side::Left: return p.x - box.x;
        case Side::Right: return box.x + box.w - p.x;
        case Side::Top: return p.y - box.y;
        case Side::Bottom: return box.y + box.h - p.y;
    }
    return 0;
}

Point crossing(Point a, Point b, double da, double db) {
    const double t = da / (da - db);
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// Liang & Barsky 1984: the part of a–b in the box as shares of its length.
std::optional<std::pair<double, double>> seen_share(Point a, Point b, Box box) {
    double first = 0, last = 1;
    for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom}) {
        const double da = inside(a, box, side), db = inside(b, box, side);
        if (da < 0 && db < 0) return std::nullopt;
        if (da < 0) first = std::max(first, da / (da - db));
        if (db < 0) last = std::min(last, da / (da - db));
    }
    return first <= last ? std::optional{std::pair{first, last}} : std::nullopt;
}

std::vector<Point> pixels_of(const MapLine& line, const MapView& view, bool is_ring) {
    std::vector<Point> out;
    for (const MapVertex v : line) {
        const Point p = view.at(v);
        if (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) >= kStep) out.push_back(p);
    }
    if (is_ring && out.size() > 2) out.push_back(out.front());
    return out;
}

double area_of(const std::vector<Point>& ring) {
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) twice += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
    return std::abs(twice) / 2;
}

/// A ring inside an odd number of its neighbours is a hole.
bool is_hole(const MapShape& shape, std::size_t ring) {
    MapShape others{shape.kind, {}, {}};
    for (std::size_t i = 0; i < shape.lines.size(); ++i)
        if (i != ring) others.lines.push_back(shape.lines[i]);
    return is_inside(others, shape.lines[ring].front());
}

struct Patch { std::vector<Point> ring; Ink ink; double area; };

class GroundPainter {
public:
    GroundPainter(Pen& pen, const DistrictMap& ground, const MapView& view) : pen_{pen}, ground_{ground}, view_{view} {}

    void fill(MapKind kind, Ink outer, Ink hole) {
        for (const MapShape& shape : ground_.shapes)
            if (shape.kind == kind) add_patches(shape, outer, hole);
        paint_patches();
    }
    void fill_areas(const AreaInk& ink) {
        for (const MapShape& shape : ground_.shapes)
            if (shape.kind == MapKind::Territory) add_patches(shape, ink(shape.territory), Ink::None);
        paint_patches();
    }
    void lines(MapKind kind, Ink ink, double width) {
        for (const MapShape& shape : ground_.shapes) {
            if (shape.kind != kind) continue;
            for (const MapLine& line : shape.lines)
                for (auto& part : clip_line(pixels_of(line, view_, is_area(kind)), view_.box())) pen_.path(std::move(part), ink, width);
        }
    }

private:
    void add_patches(const MapShape& shape, Ink outer, Ink hole) {
        for (std::size_t i = 0; i < shape.lines.size(); ++i) {
            const Ink ink = shape.lines.size() > 1 && is_hole(shape, i) ? hole : outer;
            auto ring = pixels_of(shape.lines[i], view_, false);
            const double area = area_of(ring);
            if (ink != Ink::None) patches_.push_back({clip_polygon(std::move(ring), view_.box()), ink, area});
        }
    }
    // Large ones first: what lies inside them stays visible.
    void paint_patches() {
        sort_stably(patches_, [](const Patch& a, const Patch& b) { return a.area > b.area; });
        for (Patch& patch : patches_)
            if (patch.ring.size() > 2) pen_.polygon(std::move(patch.ring), patch.ink);
        patches_.clear();
    }

    Pen& pen_;
    const DistrictMap& ground_;
    const MapView& view_;
    std::vector<Patch> patches_;
};

}  // namespace

MapView::MapView(GridPlane plane, Degrees middle, double wide_m, double tall_m, Box box) : plane_{plane}, middle_{to_metres(plane, middle)}, box_{box} {
    scale_ = std::min(std::max(box.w, 1.0) / std::max(wide_m, 1.0), std::max(box.h, 1.0) / std::max(tall_m, 1.0));
}

Point MapView::at(Metres p) const { return {box_.x + box_.w / 2 + (p.x - middle_.x) * scale_, box_.y + box_.h / 2 - (p.y - middle_.y) * scale_}; }

Degrees MapView::under(Point p) const {
    return to_degrees(plane_, {middle_.x + (p.x - box_.x - box_.w / 2) / scale_, middle_.y - (p.y - box_.y - box_.h / 2) / scale_});
}

bool MapView::sees(Point p, double reach) const { return p.x >= box_.x - reach && p.x <= box_.x + box_.w + reach && p.y >= box_.y - reach && p.y <= box_.y + box_.h + reach; }

std::vector<Point> clip_polygon(std::vector<Point> polygon, Box box) {
    for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom}) {
        std::vector<Point> kept;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const Point a = polygon[i], b = polygon[(i + 1) % polygon.size()];
            const double da = inside(a, box, side), db = inside(b, box, side);
            if (da >= 0) kept.push_back(a);
            if ((da < 0) != (db < 0)) kept.push_back(crossing(a, b, da, db));
        }
        polygon = std::move(kept);
    }
    return polygon;
}

std::vector<std::vector<Point>> clip_line(const std::vector<Point>& line, Box box) {
    std::vector<std::vector<Point>> out;
    bool goes_on = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i], b = line[i + 1];
        const auto seen = seen_share(a, b, box);
        if (!seen) {
            goes_on = false;
            continue;
        }
        const auto along = [&](double t) { return Point{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; };
        if (!goes_on) out.push_back({along(seen->first)});
        out.back().push_back(along(seen->second));
        goes_on = seen->second >= 1;
    }
    return out;
}

std::vector<Point> hex_polygon(const MapView& view, HexCell cell, double size_m, double share) {
    const Metres c = hex_centre(cell, size_m);
    std::vector<Point> out;
    for (const Metres corner : hex_corners(cell, size_m)) out.push_back(view.at(Metres{c.x + (corner.x - c.x) * share, c.y + (corner.y - c.y) * share}));
    return out;
}

std::vector<std::vector<Point>> hex_outlines(const MapView& view, const std::vector<HexCell>& cells, double size_m) {
    using Corner = std::pair<long, long>;                 // metres, so that corners of neighbours are the same
    const std::set<HexCell> inside{cells.begin(), cells.end()};
    std::map<Corner, Corner> next;                        // clockwise, the set on the right: one way out of every corner
    const auto corner_of = [](Metres m) { return Corner{std::lround(m.x), std::lround(m.y)}; };
    for (const HexCell cell : inside) {
        const auto corners = hex_corners(cell, size_m);
        for (std::size_t side = 0; side < 6; ++side)
            if (!inside.contains(hex_neighbour(cell, side))) next[corner_of(corners[side])] = corner_of(corners[(side + 1) % 6]);
    }
    std::vector<std::vector<Point>> out;
    while (!next.empty()) {
        std::vector<Point> loop;
        for (auto at = next.begin(); at != next.end();) {
            loop.push_back(view.at(Metres{static_cast<double>(at->first.first), static_cast<double>(at->first.second)}));
            const Corner to = at->second;
            next.erase(at);
            at = next.find(to);
        }
        out.push_back(std::move(loop));
    }
    return out;
}

void draw_hex_outlines(Pen& pen, const MapView& view, const std::vector<HexCell>& cells, double size_m, Ink ink, double width) {
    for (std::vector<Point> loop : hex_outlines(view, cells, size_m)) {
        const bool is_whole = std::all_of(loop.begin(), loop.end(), [&](Point p) { return view.sees(p, 0); });
        if (is_whole) {
            pen.loop(std::move(loop), ink, width);
            continue;
        }
        loop.push_back(loop.front());
        for (auto& part : clip_line(loop, view.box())) pen.path(std::move(part), ink, width);
    }
}

void draw_ground(Pen& pen, const DistrictMap& ground, const MapView& view, const AreaInk& area_ink) {
    GroundPainter painter{pen, ground, view};
    const auto has = [&](MapKind kind) { return std::any_of(ground.shapes.begin(), ground.shapes.end(), [kind](const MapShape& s) { return s.kind == kind; }); };
    if (has(MapKind::District)) painter.fill(MapKind::District, Ink::Land, Ink::Surface);
    else painter.fill(MapKind::Territory, Ink::Land, Ink::None);
    if (area_ink) painter.fill_areas(area_ink);
    painter.fill(MapKind::Water, Ink::Water, Ink::Land);
    painter.lines(MapKind::Road, Ink::Road, 1.25);
    painter.lines(MapKind::River, Ink::Water, 3.5);
    if (area_ink || !has(MapKind::District)) painter.lines(MapKind::Territory, Ink::LandLine, 0.75);
    painter.lines(MapKind::District, Ink::LandLine, 1.25);
}

}  // namespace problemator
