#include "core/stats/kernel_density.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

constexpr double kPi = 3.14159265358979323846;

double reach_of(Kernel kernel, double bandwidth) { return kernel == Kernel::Quartic ? bandwidth : 6 * bandwidth; }

double peak_of(Kernel kernel, double bandwidth) { return (kernel == Kernel::Quartic ? 3 : 0.5) / (kPi * bandwidth * bandwidth); }

/// Height over the peak at distance² u, in bandwidths².
double shape_at(Kernel kernel, double u) {
    if (kernel == Kernel::Gaussian) return std::exp(-u / 2);
    return u < 1 ? (1 - u) * (1 - u) : 0;
}

struct Range { std::size_t from = 0, until = 0; };

// Columns (or rows) whose centres lie within reach of a coordinate.
Range cells_near(double offset, double reach, double cell, std::size_t count) {
    const double last = static_cast<double>(count);
    const double from = std::clamp(std::ceil((offset - reach) / cell), 0.0, last), until = std::clamp(std::floor((offset + reach) / cell) + 1, 0.0, last);
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(std::max(from, until))};
}

bool is_usable(const WeighedPoint& p) { return std::isfinite(p.at.x) && std::isfinite(p.at.y) && p.weight >= 0 && p.weight <= 1e12; }

Reason reason_against(std::span<const WeighedPoint> points, const DensityGrid& grid, double bandwidth, Kernel kernel) {
    if (!(bandwidth > 0) || !(grid.cell_metres > 0)) return Reason::NoVariation;
    if (points.empty() || grid.columns == 0 || grid.rows == 0) return Reason::TooFewCounts;
    const double width = 2 * reach_of(kernel, bandwidth) / grid.cell_metres + 1;
    const double covered = std::min(width, static_cast<double>(grid.columns)) * std::min(width, static_cast<double>(grid.rows));
    const bool is_within = grid.columns <= kMaxGridCells / grid.rows && covered * static_cast<double>(points.size()) <= kMaxKernelSteps && std::isfinite(peak_of(kernel, bandwidth));
    return is_within && std::all_of(points.begin(), points.end(), is_usable) ? Reason::None : Reason::TooLarge;
}

void add_point(std::vector<double>& density, const WeighedPoint& point, const DensityGrid& grid, double bandwidth, Kernel kernel) {
    const double dx = point.at.x - grid.first.x, dy = point.at.y - grid.first.y, reach = reach_of(kernel, bandwidth);
    const double height = point.weight * peak_of(kernel, bandwidth);
    const Range columns = cells_near(dx, reach, grid.cell_metres, grid.columns), rows = cells_near(dy, reach, grid.cell_metres, grid.rows);
    for (std::size_t row = rows.from; row < rows.until; ++row)
        for (std::size_t column = columns.from; column < columns.until; ++column) {
            const double x = (static_cast<double>(column) * grid.cell_metres - dx) / bandwidth, y = (static_cast<double>(row) * grid.cell_metres - dy) / bandwidth;
            density[row * grid.columns + column] += height * shape_at(kernel, x * x + y * y);
        }
}

double total_weight(std::span<const WeighedPoint> points) {
    double sum = 0;
    for (const WeighedPoint& p : points) sum += p.weight;
    return sum;
}

}  // namespace

std::optional<DensityGrid> grid_around(std::span<const WeighedPoint> points, double cell_metres, double bandwidth, Kernel kernel) {
    if (points.empty() || !(cell_metres > 0) || !(bandwidth > 0)) return std::nullopt;
    PlanePoint low = points.front().at, high = low;
    for (const WeighedPoint& p : points) {
        low = {std::min(low.x, p.at.x), std::min(low.y, p.at.y)};
        high = {std::max(high.x, p.at.x), std::max(high.y, p.at.y)};
    }
    const double reach = reach_of(kernel, bandwidth);
    const double columns = std::ceil((high.x - low.x + 2 * reach) / cell_metres) + 1, rows = std::ceil((high.y - low.y + 2 * reach) / cell_metres) + 1;
    if (!(columns * rows <= static_cast<double>(kMaxGridCells))) return std::nullopt;
    return DensityGrid{{low.x - reach, low.y - reach}, cell_metres, static_cast<std::size_t>(columns), static_cast<std::size_t>(rows)};
}

Finding<std::vector<double>> kernel_density(std::span<const WeighedPoint> points, const DensityGrid& grid, double bandwidth, Kernel kernel) {
    const Reason reason = reason_against(points, grid, bandwidth, kernel);
    if (reason != Reason::None) return withheld<std::vector<double>>(reason, points.size());
    std::vector<double> density(grid.columns * grid.rows);
    for (const WeighedPoint& p : points) add_point(density, p, grid, bandwidth, kernel);
    return found(std::move(density), points.size());
}

Finding<std::vector<std::optional<double>>> relative_risk(std::span<const WeighedPoint> cases, std::span<const WeighedPoint> denominator, const DensityGrid& grid, double bandwidth,
                                                          Kernel kernel, double min_near) {
    using Surface = std::vector<std::optional<double>>;
    const auto above = kernel_density(cases, grid, bandwidth, kernel), below = kernel_density(denominator, grid, bandwidth, kernel);
    if (!above) return withheld<Surface>(above.reason, cases.size());
    if (!below) return withheld<Surface>(below.reason, cases.size());
    const double all_cases = total_weight(cases), all_below = total_weight(denominator);
    if (all_cases <= 0 || all_below <= 0) return withheld<Surface>(Reason::TooFewCounts, cases.size());
    const double floor = std::max(min_near, 1e-9) * peak_of(kernel, bandwidth);
    Surface risk(above->size());
    for (std::size_t i = 0; i < risk.size(); ++i)
        if ((*below)[i] >= floor) risk[i] = (*above)[i] / all_cases / ((*below)[i] / all_below);
    return found(std::move(risk), cases.size());
}

}  // namespace problemator
