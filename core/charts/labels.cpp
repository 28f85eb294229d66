#include "core/charts/labels.hpp"

namespace problemator {
namespace {

constexpr double kLine = 14;    // height of a line of 11 px

bool overlaps(Box a, Box b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

struct Side { Anchor anchor; double dx, dy; };   // direction from the dot to the label, in units of its radius

constexpr Side kSides[] = {
    {Anchor::Start, 1, 0}, {Anchor::End, -1, 0}, {Anchor::Middle, 0, -1}, {Anchor::Middle, 0, 1},
    {Anchor::Start, 0.8, -0.8}, {Anchor::Start, 0.8, 0.8}, {Anchor::End, -0.8, -0.8}, {Anchor::End, -0.8, 0.8},
};

}  // namespace

void LabelPlacer::block_dot(Point centre, double radius) {
    const double side = radius * 0.86;           // between the inscribed square and the one around: corners of a circle are empty
    blocked_.push_back({centre.x - side, centre.y - side, 2 * side, 2 * side});
}

bool LabelPlacer::is_free(Box box) const {
    if (box.x < bounds_.x || box.y < bounds_.y || box.x + box.w > bounds_.x + bounds_.w || box.y + box.h > bounds_.y + bounds_.h) return false;
    for (const Box& other : blocked_)
        if (overlaps(box, other)) return false;
    return true;
}

std::optional<PlacedLabel> LabelPlacer::place_within(Point dot, double radius, double width, double height, std::initializer_list<double> gaps) {
    for (const double gap : gaps) {
        for (const Side& side : kSides) {
            const double x = dot.x + side.dx * (radius + gap), y = dot.y + side.dy * (radius + gap + (side.dx == 0 ? height / 2 : 0));
            const double left = side.anchor == Anchor::Start ? x : side.anchor == Anchor::End ? x - width : x - width / 2;
            const Box box{left, y - height / 2, width, height};
            if (!is_free(box)) continue;
            blocked_.push_back(box);
            return PlacedLabel{{x, box.y + kLine / 2}, side.anchor, box};
        }
    }
    return std::nullopt;
}

}  // namespace problemator
