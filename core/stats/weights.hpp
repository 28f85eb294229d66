// Spatial weights: who is whose neighbour. Distances are metres on a small plane; the globe is flattened about the mean latitude
// (equirectangular). At 60° N an east–west distance is off by 0.7 % at 25 km from that latitude, by 3 % at 100 km.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct LatLon { double latitude = 0, longitude = 0; };   // degrees
struct PlanePoint { double x = 0, y = 0; };              // metres, east and north

/// One plane for several sets of points. The 180th meridian may run through them (Chukotka).
struct Projection {
    LatLon origin;
    PlanePoint plane(LatLon at) const;
    LatLon globe(PlanePoint at) const;
};
/// Origin: mean latitude, and the longitude of the first point. Points: any number, also none.
Projection projection_of(std::span<const LatLon> points);
std::vector<PlanePoint> project(std::span<const LatLon> points);

enum class Self : std::uint8_t { Without, With };        // is a place its own neighbour? Gi and Gi*
enum class WeightStyle : std::uint8_t { Binary, Row };   // every neighbour 1, or 1 / number of neighbours

inline constexpr std::size_t kMaxPlaces = 20'000;        // points of all at one spot are compared each with each
inline constexpr std::size_t kMaxLinks = 8'000'000;

/// Neighbours of place i: index[start[i] … start[i + 1]), nearest first, equal distances by number; weight beside them.
struct SpatialWeights {
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> index;
    std::vector<double> weight;
    Self self = Self::Without;

    std::size_t places() const { return start.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t i) const { return std::span{index}.subspan(start[i], start[i + 1] - start[i]); }
    std::span<const double> weights_of(std::size_t i) const { return std::span{weight}.subspan(start[i], start[i + 1] - start[i]); }
};

/// Neighbours within `metres` (inclusive). TooLarge: above kMaxPlaces or kMaxLinks, or a coordinate that is not finite.
Finding<SpatialWeights> distance_band(std::span<const PlanePoint> points, double metres, Self self, WeightStyle style = WeightStyle::Binary);
/// The k nearest others (all of them when there are fewer). With self: the place itself comes first and is not among the k.
Finding<SpatialWeights> nearest_places(std::span<const PlanePoint> points, std::size_t k, Self self, WeightStyle style = WeightStyle::Binary);

}  // namespace problemator
