#include "core/base/hex_grid.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace problemator {
namespace {

double distance(Metres a, Metres b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST(HexGrid, EveryPointLiesInExactlyOneCell) {
    constexpr double size = 250;
    for (int i = 0; i < 20'000; ++i) {
        const Metres at{std::fmod(i * 137.035, 9000) - 4500, std::fmod(i * 71.917, 7000) - 3500};
        const HexCell cell = hex_at(at, size);
        const double own = distance(at, hex_centre(cell, size));
        EXPECT_LE(own, size / std::sqrt(3.0) + 1e-6);
        for (std::size_t side = 0; side < 6; ++side) EXPECT_LE(own, distance(at, hex_centre(hex_neighbour(cell, side), size)) + 1e-6);
    }
}

TEST(HexGrid, MiddleOfACellIsInThatCell) {
    for (std::int32_t q = -40; q <= 40; q += 7)
        for (std::int32_t r = -40; r <= 40; r += 9) EXPECT_EQ(hex_at(hex_centre({q, r}, 3000), 3000), (HexCell{q, r}));
}

TEST(HexGrid, SideBetweenTwoCellsHasTheSameCornersInBoth) {
    const HexCell cell{3, -2};
    const auto corners = hex_corners(cell, 500);
    for (std::size_t side = 0; side < 6; ++side) {
        const auto others = hex_corners(hex_neighbour(cell, side), 500);
        EXPECT_LT(distance(corners[side], others[(side + 4) % 6]), 1e-6) << side;
        EXPECT_LT(distance(corners[(side + 1) % 6], others[(side + 3) % 6]), 1e-6) << side;
    }
}

TEST(HexGrid, PlaneGoesThereAndBack) {
    for (const Degrees at : {Degrees{62.458, 66.034}, Degrees{-33.9, 18.4}, Degrees{64.7, -179.6}}) {
        const GridPlane plane = *plane_about(std::array{at});
        const Degrees back = to_degrees(plane, to_metres(plane, at));
        EXPECT_NEAR(back.lat, at.lat, 1e-9);
        EXPECT_NEAR(back.lon, at.lon, 1e-9);
    }
}

TEST(HexGrid, The180thMeridianMayRunThroughThePlane) {
    const std::array points = {Degrees{65, 179.5}, Degrees{65, -179.5}};
    const GridPlane plane = *plane_about(points);
    EXPECT_LT(distance(to_metres(plane, points[0]), to_metres(plane, points[1])), 60'000);
    EXPECT_EQ(plane_about({}), std::nullopt);
}

TEST(HexArea, SurvivesALink) {
    const HexArea area{{62, 66}, 1500, {{-7, 12}, {12, -7}}};
    EXPECT_EQ(write_area(area), "62_66_1500_-7.12_12.-7");
    EXPECT_EQ(read_area("62_66_1500_12.-7_-7.12_12.-7"), area);
}

TEST(HexArea, WhatIsNoAreaIsRefused) {
    for (const char* text : {"", "62", "62_66_1500", "62_66_1500_12", "62_66_1500_12.x", "91_66_1500_1.1", "62_66_10_1.1", "62_66_1500_1.1_", "62_66_99999999999_1.1", "62_66_1500_9999999.1"})
        EXPECT_EQ(read_area(text), std::nullopt) << text;
    std::string many = "62_66_1500";
    for (std::size_t i = 0; i <= kMaxAreaCells; ++i) many += "_" + std::to_string(i) + ".0";
    EXPECT_EQ(read_area(many), std::nullopt);
}

TEST(HexArea, HoldsThePointsOfItsCellsOnly) {
    const GridPlane plane{62, 66};
    const HexCell cell = hex_at(to_metres(plane, {62.458, 66.034}), 1000);
    const HexArea area{plane, 1000, {cell}};
    EXPECT_TRUE(area.holds(62'458'000, 66'034'000));
    EXPECT_FALSE(area.holds(62'478'000, 66'034'000));
}

}  // namespace
}  // namespace problemator
