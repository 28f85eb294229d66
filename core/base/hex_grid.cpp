#include "core/base/hex_grid.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr double kPi = 3.14159265358979323846, kRadian = kPi / 180, kMetresPerDegree = 6'371'008.8 * kRadian, kRoot3 = 1.7320508075688772;
constexpr std::int32_t kFarthestCell = 2'000'000;        // of the smallest cells on the largest plane

double turn(double degrees) { return degrees - 360 * std::floor((degrees + 180) / 360); }
double narrow(GridPlane plane) { return std::max(std::cos(plane.lat * kRadian), 0.01); }

std::optional<std::int32_t> whole(std::string_view text, std::int32_t low, std::int32_t high) {
    std::int32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_good = read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= low && value <= high;
    return is_good ? std::optional{value} : std::nullopt;
}

}  // namespace

Metres to_metres(GridPlane plane, Degrees at) {
    return {turn(at.lon - plane.lon) * kMetresPerDegree * narrow(plane), (at.lat - plane.lat) * kMetresPerDegree};
}

Degrees to_degrees(GridPlane plane, Metres at) { return {plane.lat + at.y / kMetresPerDegree, turn(plane.lon + at.x / (kMetresPerDegree * narrow(plane)))}; }

std::optional<GridPlane> plane_about(std::span<const Degrees> points) {
    if (points.empty()) return std::nullopt;
    double lat = 0, lon = 0;
    for (const Degrees& p : points) {
        lat += p.lat;
        lon += turn(p.lon - points.front().lon);
    }
    const auto n = static_cast<double>(points.size());
    return GridPlane{static_cast<std::int32_t>(std::lround(lat / n)), static_cast<std::int32_t>(std::lround(turn(points.front().lon + lon / n)))};
}

HexCell hex_at(Metres at, double size_m) {
    const double r = at.y * 2 / (kRoot3 * size_m), q = at.x / size_m - r / 2, s = -q - r;
    double near_q = std::round(q), near_r = std::round(r);
    const double near_s = std::round(s), off_q = std::abs(near_q - q), off_r = std::abs(near_r - r), off_s = std::abs(near_s - s);
    if (off_q > off_r && off_q > off_s) near_q = -near_r - near_s;
    else if (off_r > off_s) near_r = -near_q - near_s;
    const auto bounded = [](double v) { return static_cast<std::int32_t>(std::clamp(v, -1.0 * kFarthestCell, 1.0 * kFarthestCell)); };
    return {bounded(near_q), bounded(near_r)};
}

Metres hex_centre(HexCell cell, double size_m) { return {size_m * (cell.q + cell.r / 2.0), size_m * kRoot3 / 2 * cell.r}; }

std::array<Metres, 6> hex_corners(HexCell cell, double size_m) {
    const Metres c = hex_centre(cell, size_m);
    const double side = size_m / kRoot3, half = size_m / 2;
    return {{{c.x + half, c.y + side / 2}, {c.x + half, c.y - side / 2}, {c.x, c.y - side}, {c.x - half, c.y - side / 2}, {c.x - half, c.y + side / 2}, {c.x, c.y + side}}};
}

HexCell hex_neighbour(HexCell cell, std::size_t side) {
    constexpr HexCell steps[6] = {{1, 0}, {1, -1}, {0, -1}, {-1, 0}, {-1, 1}, {0, 1}};
    return {cell.q + steps[side % 6].q, cell.r + steps[side % 6].r};
}

bool HexArea::holds(std::int32_t lat_e6, std::int32_t lon_e6) const {
    const HexCell cell = hex_at(to_metres(plane, {lat_e6 / 1e6, lon_e6 / 1e6}), size_m);
    return std::binary_search(cells.begin(), cells.end(), cell);
}

std::string write_area(const HexArea& area) {
    std::string out = std::to_string(area.plane.lat) + '_' + std::to_string(area.plane.lon) + '_' + std::to_string(area.size_m);
    for (const HexCell& cell : area.cells) out += '_' + std::to_string(cell.q) + '.' + std::to_string(cell.r);
    return out;
}

std::optional<HexArea> read_area(std::string_view text) {
    const auto parts = split(text, '_');
    if (parts.size() < 4 || parts.size() > 3 + kMaxAreaCells) return std::nullopt;
    const auto lat = whole(parts[0], -90, 90), lon = whole(parts[1], -180, 180), size = whole(parts[2], kMinCellMetres, kMaxCellMetres);
    if (!lat || !lon || !size) return std::nullopt;
    HexArea area{{*lat, *lon}, static_cast<std::uint32_t>(*size), {}};
    for (std::size_t i = 3; i < parts.size(); ++i) {
        const auto dot = parts[i].find('.');
        if (dot == std::string_view::npos) return std::nullopt;
        const auto q = whole(parts[i].substr(0, dot), -kFarthestCell, kFarthestCell), r = whole(parts[i].substr(dot + 1), -kFarthestCell, kFarthestCell);
        if (!q || !r) return std::nullopt;
        area.cells.push_back({*q, *r});
    }
    std::sort(area.cells.begin(), area.cells.end());
    area.cells.erase(std::unique(area.cells.begin(), area.cells.end()), area.cells.end());
    return area;
}

}  // namespace problemator
