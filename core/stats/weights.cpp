#include "core/stats/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace problemator {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180, kEarthMetres = 6'371'008.8;   // mean radius, IUGG

double turn(double degrees) { return degrees - 360 * std::round(degrees / 360); }

struct Link {
    double square = 0;
    std::uint32_t place = 0;
    bool operator<(const Link& o) const { return square < o.square || (square == o.square && place < o.place); }
};

// Places sorted by x: neighbours of a place lie in a strip around it, so few pairs are looked at unless all share one x.
struct Sweep {
    std::span<const PlanePoint> points;
    std::vector<std::uint32_t> order;

    explicit Sweep(std::span<const PlanePoint> all) : points{all}, order(all.size()) {
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return points[a].x < points[b].x || (points[a].x == points[b].x && a < b); });
    }

    /// Calls visit(link) for the others, walking away from position `at` while the strip is not wider than reach() (a square).
    template <typename Reach, typename Visit>
    void walk(std::size_t at, Reach reach, Visit visit) const {
        const PlanePoint centre = points[order[at]];
        const auto look = [&](std::size_t j) {
            const double dx = points[order[j]].x - centre.x, dy = points[order[j]].y - centre.y;
            if (dx * dx > reach()) return false;
            visit(Link{dx * dx + dy * dy, order[j]});
            return true;
        };
        for (std::size_t j = at + 1; j < order.size() && look(j); ++j) {}
        for (std::size_t j = at; j-- > 0 && look(j);) {}
    }
};

bool are_finite(std::span<const PlanePoint> points) {
    return std::all_of(points.begin(), points.end(), [](const PlanePoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

void append(SpatialWeights& weights, std::uint32_t place, std::span<const Link> links, WeightStyle style) {
    if (weights.self == Self::With) weights.index.push_back(place);
    for (const Link& link : links) weights.index.push_back(link.place);
    const std::size_t neighbours = weights.index.size() - weights.start.back();
    weights.weight.insert(weights.weight.end(), neighbours, style == WeightStyle::Row && neighbours > 0 ? 1 / static_cast<double>(neighbours) : 1.0);
    weights.start.push_back(static_cast<std::uint32_t>(weights.index.size()));
}

// Lists come in the order of the sweep and leave in the order of the places.
SpatialWeights gather(std::vector<std::vector<Link>>& lists, Self self, WeightStyle style) {
    SpatialWeights weights;
    weights.self = self;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        std::sort(lists[i].begin(), lists[i].end());
        append(weights, static_cast<std::uint32_t>(i), lists[i], style);
    }
    return weights;
}

}  // namespace

PlanePoint Projection::plane(LatLon at) const {
    const double metres = kDegree * kEarthMetres;
    return {turn(at.longitude - origin.longitude) * metres * std::cos(origin.latitude * kDegree), (at.latitude - origin.latitude) * metres};
}

LatLon Projection::globe(PlanePoint at) const {
    const double metres = kDegree * kEarthMetres, narrow = std::max(std::cos(origin.latitude * kDegree), 1e-9);
    return {origin.latitude + at.y / metres, turn(origin.longitude + at.x / (metres * narrow))};
}

Projection projection_of(std::span<const LatLon> points) {
    if (points.empty()) return {};
    double sum = 0;
    for (const LatLon& p : points) sum += p.latitude;
    return {{sum / static_cast<double>(points.size()), points.front().longitude}};
}

std::vector<PlanePoint> project(std::span<const LatLon> points) {
    const Projection projection = projection_of(points);
    std::vector<PlanePoint> plane;
    plane.reserve(points.size());
    for (const LatLon& p : points) plane.push_back(projection.plane(p));
    return plane;
}

Finding<SpatialWeights> distance_band(std::span<const PlanePoint> points, double metres, Self self, WeightStyle style) {
    const std::size_t n = points.size();
    if (n > kMaxPlaces || !are_finite(points)) return withheld<SpatialWeights>(Reason::TooLarge, n);
    const Sweep sweep{points};
    const double square = metres >= 0 ? metres * metres : -1;
    std::vector<std::vector<Link>> lists(n);
    std::size_t links = 0;
    for (std::size_t at = 0; at < n && links <= kMaxLinks; ++at) {
        auto& list = lists[sweep.order[at]];
        sweep.walk(at, [&] { return square; }, [&](const Link& link) {
            if (link.square <= square) list.push_back(link);
        });
        links += list.size();
    }
    if (links > kMaxLinks) return withheld<SpatialWeights>(Reason::TooLarge, n);
    return found(gather(lists, self, style), n);
}

Finding<SpatialWeights> nearest_places(std::span<const PlanePoint> points, std::size_t k, Self self, WeightStyle style) {
    const std::size_t n = points.size();
    k = std::min(k, n == 0 ? 0 : n - 1);
    if (n > kMaxPlaces || n * k > kMaxLinks || !are_finite(points)) return withheld<SpatialWeights>(Reason::TooLarge, n);
    const Sweep sweep{points};
    std::vector<std::vector<Link>> lists(n);
    for (std::size_t at = 0; at < n && k > 0; ++at) {
        auto& best = lists[sweep.order[at]];   // a heap: the farthest of the k best so far on top
        best.reserve(k);
        sweep.walk(at, [&] { return best.size() < k ? std::numeric_limits<double>::max() : best.front().square; }, [&](const Link& link) {
            if (best.size() == k && !(link < best.front())) return;
            if (best.size() == k) {
                std::pop_heap(best.begin(), best.end());
                best.pop_back();
            }
            best.push_back(link);
            std::push_heap(best.begin(), best.end());
        });
    }
    return found(gather(lists, self, style), n);
}

}  // namespace problemator
