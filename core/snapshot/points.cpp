#include "core/snapshot/points.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/json.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSampledPoints = 10'000;            // enough for a middle in whole degrees

bool has_point(const Table& table, std::size_t row) { return has(table.marks[row], Mark::HasPlace) && row < table.lat_e6.size() && row < table.lon_e6.size(); }

Degrees point_of(const Table& table, std::size_t row) { return {table.lat_e6[row] / 1e6, table.lon_e6[row] / 1e6}; }

std::int32_t millionths(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e6)); }

std::uint32_t least_in_cell(std::string_view profile_json) {
    const auto root = JsonCursor::parse(profile_json, "profile");
    const auto thresholds = root ? root->find("thresholds") : std::nullopt;
    const auto asked = thresholds ? thresholds->find("count_published") : std::nullopt;
    const auto least = asked ? asked->integer() : Result<int>{0};
    return least && *least > 0 ? std::max(static_cast<std::uint32_t>(*least), kLeastInPublishedCell) : kLeastInPublishedCell;
}

using Counts = std::map<HexCell, std::uint32_t>;

Counts count_cells(const Table& table, GridPlane plane, std::uint32_t size_m) {
    Counts counts;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (has_point(table, row)) ++counts[hex_at(to_metres(plane, point_of(table, row)), size_m)];
    return counts;
}

void drop_points(Snapshot& snapshot) {
    snapshot.table.lat_e6.clear();
    snapshot.table.lon_e6.clear();
    for (Marks& marks : snapshot.table.marks) marks &= ~bit(Mark::HasPlace);
    snapshot.info.cell_m = 0;
    if (!snapshot.map) snapshot.info.plane.reset();
}

}  // namespace

std::optional<GridPlane> plane_of(const Profile& profile, const Table& table, const DistrictMap* ground) {
    std::vector<Degrees> settled, drawn, sampled;
    for (const Territory& territory : profile.territories)
        if (territory.lat && territory.lon) settled.push_back({*territory.lat, *territory.lon});
    for (std::size_t row = 0; row < table.rows() && sampled.size() < kSampledPoints; ++row)
        if (has_point(table, row)) sampled.push_back(point_of(table, row));
    if (sampled.empty() && !ground) return std::nullopt;
    if (ground)
        for (const MapShape& shape : ground->shapes)
            for (const MapLine& line : shape.lines) drawn.push_back({line.front().lat_e5 / 1e5, line.front().lon_e5 / 1e5});
    return plane_about(!settled.empty() ? settled : !drawn.empty() ? drawn : sampled);
}

void coarsen_points(Snapshot& snapshot) {
    Table& table = snapshot.table;
    SnapshotInfo& info = snapshot.info;
    if (!info.plane) return drop_points(snapshot);
    const std::uint32_t size_m = std::max(info.cell_m, kPublishedCellMetres), least = least_in_cell(info.profile_json);
    const Counts counts = count_cells(table, *info.plane, size_m);
    bool is_any_left = false;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!has_point(table, row)) continue;
        const HexCell cell = hex_at(to_metres(*info.plane, point_of(table, row)), size_m);
        const bool is_kept = counts.at(cell) >= least;
        const Degrees middle = to_degrees(*info.plane, hex_centre(cell, size_m));
        table.lat_e6[row] = is_kept ? millionths(middle.lat) : 0;
        table.lon_e6[row] = is_kept ? millionths(middle.lon) : 0;
        if (!is_kept) table.marks[row] &= ~bit(Mark::HasPlace);
        is_any_left |= is_kept;
    }
    if (!is_any_left) return drop_points(snapshot);
    info.cell_m = size_m;
}

bool are_points_coarse(const Snapshot& snapshot) {
    const Table& table = snapshot.table;
    const SnapshotInfo& info = snapshot.info;
    if (table.lat_e6.empty() && table.lon_e6.empty()) return true;
    if (!info.plane || info.cell_m < kPublishedCellMetres) return false;
    const Counts counts = count_cells(table, *info.plane, info.cell_m);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!has_point(table, row)) {
            if (table.lat_e6[row] != 0 || table.lon_e6[row] != 0) return false;
            continue;
        }
        const HexCell cell = hex_at(to_metres(*info.plane, point_of(table, row)), info.cell_m);
        const Degrees middle = to_degrees(*info.plane, hex_centre(cell, info.cell_m));
        if (table.lat_e6[row] != millionths(middle.lat) || table.lon_e6[row] != millionths(middle.lon) || counts.at(cell) < kLeastInPublishedCell) return false;
    }
    return true;
}

}  // namespace problemator
