#include "web/touch.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace problemator::web {
namespace {

constexpr double kInside = 1;   // from the edge of a target, where the press is moved to

double outside(double at, double from, double size) { return std::max({from - at, at - (from + size), 0.0}); }
double distance(Box box, Point at) { return std::hypot(outside(at.x, box.x, box.w), outside(at.y, box.y, box.h)); }

bool is_near(Box box, Point at) {
    const double reach_x = std::max(0.0, (kFinger - box.w) / 2), reach_y = std::max(0.0, (kFinger - box.h) / 2);
    return outside(at.x, box.x, box.w) <= reach_x && outside(at.y, box.y, box.h) <= reach_y;
}

bool holds(Box outer, Box inner) {
    return outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.w >= inner.x + inner.w && outer.y + outer.h >= inner.y + inner.h;
}

double inside(double at, double from, double size) {
    const double edge = std::min(kInside, size / 2);
    return std::clamp(at, from + edge, from + size - edge);
}

}  // namespace

Point aim(const std::vector<Box>& targets, Point at) {
    std::vector<Box> near;
    for (const Box& box : targets)
        if (is_near(box, at)) near.push_back(box);
    std::optional<Box> best;
    for (std::size_t i = 0; i < near.size(); ++i) {
        // A row gives way to the button that lies on it.
        const auto lies_on_it = [&](const Box& later) { return holds(near[i], later) && later.w * later.h < near[i].w * near[i].h; };
        if (std::any_of(near.begin() + static_cast<std::ptrdiff_t>(i) + 1, near.end(), lies_on_it)) continue;
        if (!best || distance(near[i], at) <= distance(*best, at)) best = near[i];
    }
    return best ? Point{inside(at.x, best->x, best->w), inside(at.y, best->y, best->h)} : at;
}

}  // namespace problemator::web
