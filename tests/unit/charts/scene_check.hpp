// What every chart must hold in both languages and at any width: no text leaves the scene, no two texts overlap, all is finite.
#pragma once
#include <gtest/gtest.h>

#include <cmath>

#include "core/charts/scene.hpp"

namespace problemator::testing_parts {

struct TextBox { std::string text; Box box; };

inline std::vector<TextBox> text_boxes(const Scene& scene) {
    std::vector<TextBox> out;
    for (const Mark2D& mark : scene.marks) {
        const auto* m = std::get_if<TextMark>(&mark);
        if (!m) continue;
        const std::string shown = m->max_width > 0 ? fit_text(m->text, m->size, m->weight, m->max_width) : m->text;
        const double w = text_width(shown, m->size, m->weight);
        const double x = m->anchor == Anchor::Start ? m->at.x : m->anchor == Anchor::End ? m->at.x - w : m->at.x - w / 2;
        out.push_back({shown, {x, m->at.y - m->size * 0.45, w, m->size * 0.9}});
    }
    return out;
}

inline bool overlap(Box a, Box b) {
    constexpr double kTouch = 0.75;
    return a.x + kTouch < b.x + b.w && b.x + kTouch < a.x + a.w && a.y + kTouch < b.y + b.h && b.y + kTouch < a.y + a.h;
}

inline void expect_texts_stand_apart(const Scene& scene) {
    const auto boxes = text_boxes(scene);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box b = boxes[i].box;
        EXPECT_TRUE(b.x >= -0.75 && b.x + b.w <= scene.width + 0.75) << boxes[i].text << " leaves the width " << scene.width << ": " << b.x << " + " << b.w;
        EXPECT_TRUE(b.y >= -0.75 && b.y + b.h <= scene.height + 0.75) << boxes[i].text << " leaves the height " << scene.height << ": " << b.y << " + " << b.h;
        for (std::size_t k = i + 1; k < boxes.size(); ++k)
            EXPECT_FALSE(overlap(b, boxes[k].box)) << "«" << boxes[i].text << "» and «" << boxes[k].text << "» overlap at width " << scene.width;
    }
}

struct EveryNumber {
    bool operator()(const RectMark& m) const { return box(m.box) && ok(m.radius) && ok(m.stroke_width); }
    bool operator()(const LineMark& m) const { return points(m.points) && ok(m.width); }
    bool operator()(const PolygonMark& m) const { return points(m.points); }
    bool operator()(const CircleMark& m) const { return point(m.centre) && ok(m.radius); }
    bool operator()(const TextMark& m) const { return point(m.at) && ok(m.size) && ok(m.max_width); }
    static bool ok(double v) { return std::isfinite(v); }
    static bool point(Point p) { return ok(p.x) && ok(p.y); }
    static bool box(Box b) { return ok(b.x) && ok(b.y) && ok(b.w) && ok(b.h); }
    static bool points(const std::vector<Point>& list) {
        for (const Point& p : list)
            if (!point(p)) return false;
        return true;
    }
};

inline void expect_finite(const Scene& scene) {
    EXPECT_TRUE(std::isfinite(scene.width) && std::isfinite(scene.height));
    for (const Mark2D& mark : scene.marks) EXPECT_TRUE(std::visit(EveryNumber{}, mark));
    for (const HitRegion& hit : scene.hits) EXPECT_TRUE(EveryNumber::box(hit.box));
}

inline void expect_sound(const Scene& scene) {
    expect_texts_stand_apart(scene);
    expect_finite(scene);
    EXPECT_FALSE(scene.summary.empty());
    for (const HitRegion& hit : scene.hits) EXPECT_TRUE(hit.box.w > 0 && hit.box.h > 0);
}

}  // namespace problemator::testing_parts
