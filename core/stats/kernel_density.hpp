// Kernel density: messages per square metre as a smooth surface, and the same against a denominator. A raw density shows where people
// live; divided by the density of all messages (or of people) it shows where there are more than elsewhere.
// Quartic kernel: Silverman 1986, 4.5; relative risk: Bithell 1990, Stat Med 9:691–701; Kelsall & Diggle 1995, Stat Med 14:2335–2342.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/weights.hpp"

namespace problemator {

enum class Kernel : std::uint8_t { Quartic, Gaussian };   // ends at the bandwidth; or sd = bandwidth, cut at 6 of them (lost: 2e-8)

struct WeighedPoint { PlanePoint at; double weight = 1; };   // a house with `weight` messages or inhabitants

/// Square cells; (x, y) is the centre of the first one, columns go east, rows north.
struct DensityGrid {
    PlanePoint first;
    double cell_metres = 100;
    std::size_t columns = 0, rows = 0;
    PlanePoint centre(std::size_t column, std::size_t row) const { return {first.x + static_cast<double>(column) * cell_metres, first.y + static_cast<double>(row) * cell_metres}; }
};

inline constexpr std::size_t kMaxGridCells = 1'000'000;
inline constexpr double kMaxKernelSteps = 2e9;   // points × cells that a kernel covers

/// A grid over the points and one kernel around them. nullopt: no points, or more than kMaxGridCells.
std::optional<DensityGrid> grid_around(std::span<const WeighedPoint> points, double cell_metres, double bandwidth, Kernel kernel);

/// Density at every cell's centre, row after row; its integral over the plane is the sum of the weights. n = points.
/// NoVariation: bandwidth or cell not above 0. TooFewCounts: no points or no cells. TooLarge: the bounds above.
Finding<std::vector<double>> kernel_density(std::span<const WeighedPoint> points, const DensityGrid& grid, double bandwidth, Kernel kernel);

/// Share of the cases here against the share of the denominator here: 1 = as everywhere, 2 = twice. Both densities with one bandwidth.
/// Withheld (nullopt) where the denominator has fewer than `min_near` near: its density over the kernel's peak, that is, how many at
/// the very centre would give it. n = points of the cases. Reasons as above.
Finding<std::vector<std::optional<double>>> relative_risk(std::span<const WeighedPoint> cases, std::span<const WeighedPoint> denominator, const DensityGrid& grid, double bandwidth,
                                                          Kernel kernel, double min_near = 10);

}  // namespace problemator
