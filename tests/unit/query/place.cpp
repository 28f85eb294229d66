// The filter of cells: the same rows in one pass and in the cross-filter, and each cell's rows add up to those with a point.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/query/cross_filter.hpp"

namespace problemator {
namespace {

constexpr GridPlane kPlane{62, 66};

Table with_points() {
    TableBuilder builder;
    for (int i = 0; i < 400; ++i) {
        Message m;
        m.id = std::to_string(i);
        m.channel = i % 2 ? "pos" : "im";
        m.received = 29'000'000 + i * 60;
        m.has_place = i % 5 != 0;
        m.lat = 62.40 + i % 17 * 0.004, m.lon = 66.0 + i % 23 * 0.006;
        builder.add(m);
    }
    return std::move(builder).finish(29'100'000, {});
}

std::set<HexCell> cells_of(const Table& table, double size_m) {
    std::set<HexCell> out;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (has(table.marks[row], Mark::HasPlace)) out.insert(hex_at(to_metres(kPlane, {table.lat_e6[row] / 1e6, table.lon_e6[row] / 1e6}), size_m));
    return out;
}

TEST(PlaceFilter, CellsShareOutTheRowsThatHaveAPoint) {
    const Table table = with_points();
    std::size_t sum = 0;
    for (const HexCell cell : cells_of(table, 900)) {
        Filter filter;
        filter.place = {kPlane, 900, {cell}};
        const std::size_t n = count_rows(table, filter);
        EXPECT_GT(n, 0u);
        sum += n;
    }
    EXPECT_EQ(sum, 320u);
}

TEST(PlaceFilter, CrossFilterKeepsTheSameRows) {
    const Table table = with_points();
    CrossFilter crossed{table};
    const auto cells = cells_of(table, 1200);
    Filter filter;
    for (const HexCell cell : cells) {
        filter.place = {kPlane, 1200, {cell}};
        filter.keep[index(Dimension::Channel)] = {table.dictionary(Dimension::Channel).find_id("pos")};
        crossed.set(filter);
        EXPECT_EQ(crossed.kept_rows(), matching_rows(table, filter));
    }
    filter.place = {};
    crossed.set(filter);
    EXPECT_EQ(crossed.kept(), 200u);
}

TEST(PlaceFilter, RowsWithoutAPointAreNowhere) {
    const Table table = with_points();
    Filter filter;
    filter.place = {kPlane, 100'000, {{0, 0}, {0, 1}, {1, 0}, {-1, 0}, {-1, 1}, {0, -1}, {1, -1}}};
    std::sort(filter.place.cells.begin(), filter.place.cells.end());
    for (const std::uint32_t row : matching_rows(table, filter)) EXPECT_TRUE(has(table.marks[row], Mark::HasPlace));
    EXPECT_EQ(count_rows(table, filter), 320u);
}

}  // namespace
}  // namespace problemator
