// Place tables: places × weeks for the statistics of space, from a plain CSV with one row per place and week (docs/formats.md).
#pragma once
#include <string>
#include <vector>

#include "core/cli/plain_table.hpp"
#include "core/stats/kernel_density.hpp"
#include "core/stats/weights.hpp"

namespace problemator::cli {

enum class Positions { Needed, Unneeded };

/// Rows of one place and week are added up; a place without a row in a week has 0 there.
struct PlaceTable {
    std::vector<std::string> places;     // in the order of their first rows
    std::vector<PlanePoint> points;      // metres; empty when positions are not needed
    std::vector<std::string> weeks;      // ascending, as numbers when all are, else as text; one nameless week without the column
    std::vector<double> counts;          // places × weeks, row after row
    std::vector<double> expected;        // the same; empty without the column

    double count(std::size_t place, std::size_t week) const { return counts[place * weeks.size() + week]; }
    std::vector<double> of_week(std::size_t week) const;
};

/// Columns: lat and lon (degrees) or x and y (metres); place (without it: its position), week, count (without it: 1), expected.
/// Error: as of the columns; a place that moves, a negative count, a latitude beyond ±90, more than 20 million cells.
Result<PlaceTable> read_places(const std::string& path, Positions positions);

struct PointTable { std::vector<WeighedPoint> points; Projection projection; bool is_globe = false; };
/// One point per row, weight from the column count (without it: 1). Points of a second file are put on the plane of the first.
Result<PointTable> read_points(const std::string& path, const PointTable* plane_of = nullptr);

}  // namespace problemator::cli
