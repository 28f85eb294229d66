#include "core/snapshot/points.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/schema/embedded.hpp"
#include "core/snapshot/ground.hpp"

namespace problemator {
namespace {

Snapshot with_points(const std::vector<Degrees>& points) {
    TableBuilder builder;
    int n = 0;
    for (const Degrees& at : points) {
        Message m;
        m.id = std::to_string(++n);
        m.channel = "pos";
        m.received = 29'000'000 + n;
        m.has_place = at.lat != 0;
        m.lat = at.lat, m.lon = at.lon;
        builder.add(m);
    }
    Snapshot snapshot;
    snapshot.info.as_of = 29'900'000;
    snapshot.info.week = week_from_minute(29'900'000) - 1;
    snapshot.info.profile_json = "{}";
    snapshot.info.plane = GridPlane{62, 66};
    snapshot.table = std::move(builder).finish(snapshot.info.as_of, {});
    return snapshot;
}

std::size_t placed(const Snapshot& snapshot) {
    std::size_t n = 0;
    for (const Marks marks : snapshot.table.marks) n += has(marks, Mark::HasPlace) ? 1u : 0u;
    return n;
}

TEST(PublishedPoints, StandInTheMiddleOfACellAmongAtLeastThree) {
    Snapshot snapshot = with_points({{62.45801, 66.03401}, {62.45802, 66.03405}, {62.45803, 66.03399}, {62.6, 66.5}, {0, 0}});
    EXPECT_FALSE(are_points_coarse(snapshot));
    coarsen_points(snapshot);
    EXPECT_EQ(snapshot.info.cell_m, kPublishedCellMetres);
    EXPECT_EQ(placed(snapshot), 3u);                      // the lonely one has lost its point
    EXPECT_TRUE(are_points_coarse(snapshot));
    EXPECT_EQ(snapshot.table.lat_e6[0], snapshot.table.lat_e6[1]);
    EXPECT_EQ(snapshot.table.lat_e6[3], 0);
    EXPECT_NE(snapshot.table.lat_e6[0], 62'458'010);
}

TEST(PublishedPoints, StayWhereTheyAreWhenMadeCoarseTwice) {
    Snapshot snapshot = with_points({{62.458, 66.034}, {62.458, 66.034}, {62.458, 66.034}});
    coarsen_points(snapshot);
    const auto before = snapshot.table.lat_e6;
    coarsen_points(snapshot);
    EXPECT_EQ(snapshot.table.lat_e6, before);
}

TEST(PublishedPoints, GoWhenNoCellHoldsEnough) {
    Snapshot snapshot = with_points({{62.458, 66.034}, {62.5, 66.1}});
    coarsen_points(snapshot);
    EXPECT_TRUE(snapshot.table.lat_e6.empty());
    EXPECT_EQ(placed(snapshot), 0u);
    EXPECT_TRUE(are_points_coarse(snapshot));
}

TEST(PublishedPoints, AreKeptByTheFile) {
    Snapshot snapshot = with_points({{62.458, 66.034}, {62.458, 66.034}, {62.458, 66.034}});
    coarsen_points(snapshot);
    const auto bytes = write_snapshot(snapshot);
    const auto read = read_snapshot(bytes, "week.pmsnap");
    ASSERT_TRUE(read.ok()) << describe(read.error(), Lang::Ru);
    EXPECT_EQ(read->info.plane, snapshot.info.plane);
    EXPECT_EQ(read->info.cell_m, kPublishedCellMetres);
    EXPECT_TRUE(are_points_coarse(*read));
}

DistrictMap sample_ground() {
    DistrictMap map{{{MapKind::District, {}, {{{6'200'000, 6'500'000}, {6'200'000, 6'700'000}, {6'300'000, 6'600'000}}}}, {MapKind::River, {}, {{{6'210'000, 6'510'000}, {-1, -2}}}}}, true, "схема"};
    map.shapes[0].territory = "";
    return map;
}

TEST(Ground, SurvivesTheFile) {
    Snapshot snapshot = with_points({{62.458, 66.034}});
    snapshot.map = std::make_shared<const DistrictMap>(sample_ground());
    const auto read = read_snapshot(write_snapshot(snapshot), "week.pmsnap");
    ASSERT_TRUE(read.ok());
    ASSERT_NE(read->map, nullptr);
    EXPECT_EQ(*read->map, sample_ground());
}

TEST(Ground, SpoiltBytesAreRefusedWithoutHarm) {
    const auto bytes = ground_bytes(sample_ground());
    for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_EQ(read_ground(std::span{bytes}.first(n)), std::nullopt) << n;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int value : {0x00, 0x7F, 0xFF}) {
            auto spoilt = bytes;
            spoilt[at] = static_cast<std::uint8_t>(value);
            const auto read = read_ground(spoilt);
            if (read) { EXPECT_LE(read->shapes.size(), kMaxMapShapes); }
        }
}

}  // namespace
}  // namespace problemator
