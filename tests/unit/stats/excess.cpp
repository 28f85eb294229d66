#include "core/stats/excess.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace problemator {
namespace {

using Children = std::vector<ExcessChild>;

TEST(Excess, LargestChildrenAreNamedUntilEightyPercent) {
    const auto split = split_excess(Children{{12, 2}, {5, 5}, {30, 10}, {4, 1}, {3, 1}, {1, 6}});
    ASSERT_TRUE(split);
    EXPECT_DOUBLE_EQ(split->total, 30);
    EXPECT_DOUBLE_EQ(split->risen, 35);
    ASSERT_EQ(split->parts.size(), 2u);   // 20/35 = 57 %, then 30/35 = 86 %
    EXPECT_EQ(split->parts[0].child, 2u);
    EXPECT_EQ(split->parts[1].child, 0u);
    EXPECT_DOUBLE_EQ(split->covered, 30.0 / 35);
    EXPECT_DOUBLE_EQ(split->norm_share, 12.0 / 25);
    EXPECT_EQ(split->rest_children, 4u);
    EXPECT_DOUBLE_EQ(split->rest_excess, 0);   // +3 +2 −5
}

TEST(Excess, PartsAndRestAddUpToTheWhole) {
    const auto split = split_excess(Children{{9, 1.5}, {7, 2.25}, {8, 3}, {0, 4}, {6, 5}});
    double sum = split->rest_excess;
    for (const auto& part : split->parts) sum += part.excess;
    EXPECT_DOUBLE_EQ(sum, split->total);
}

TEST(Excess, ExactlyEightyPercentIsEnough) {
    EXPECT_EQ(split_excess(Children{{8, 0}, {2, 0}})->parts.size(), 1u);
    EXPECT_EQ(split_excess(Children{{7, 0}, {3, 0}})->parts.size(), 2u);
}

TEST(Excess, EqualChildrenKeepTheirOrder) {
    const auto split = split_excess(Children{{3, 1}, {4, 2}, {5, 3}});
    EXPECT_EQ(split->parts[0].child, 0u);
    EXPECT_EQ(split->parts[2].child, 2u);
}

TEST(Excess, NothingAboveTheNormIsSaid) {
    EXPECT_EQ(split_excess({}).reason, Reason::TooFewCounts);
    EXPECT_EQ(split_excess(Children{{0, 0}, {1, 4}}).reason, Reason::TooFewCounts);
    EXPECT_EQ(split_excess(Children{{NAN, NAN}, {INFINITY, 0}}).reason, Reason::TooFewCounts);
    EXPECT_TRUE(std::isfinite(split_excess(Children{{1e308, 0}, {1e308, -1e308}})->total));
}

TEST(Excess, WhatNobodyCanNameCountsButIsNoPart) {
    const auto split = split_excess(Children{{9, 1, false}, {6, 2}, {3, 2}});
    ASSERT_TRUE(split);
    EXPECT_DOUBLE_EQ(split->total, 13);
    EXPECT_DOUBLE_EQ(split->risen, 13);
    ASSERT_EQ(split->parts.size(), 2u);
    EXPECT_EQ(split->parts[0].child, 1u);
    EXPECT_DOUBLE_EQ(split->covered, 5.0 / 13) << "the rest has no name";
    EXPECT_DOUBLE_EQ(split->rest_excess, 8);
    EXPECT_EQ(split_excess(Children{{9, 1, false}, {1, 2}}).reason, Reason::TooFewCounts);
}

TEST(Excess, ADimensionThatCoversEnoughComesBeforeAShorterOne) {
    const Children streets = {{9, 0, false}, {6, 0}, {1, 9}}, topics = {{8, 1}, {7, 1}, {1, 7}};
    const std::vector<std::span<const ExcessChild>> dimensions = {streets, topics};
    EXPECT_EQ(explain_excess(dimensions)->dimension, 1u);
    EXPECT_EQ(concentrated_excess(Children{{4, 1}}).reason, Reason::NoVariation) << "one child is no split";
    EXPECT_EQ(concentrated_excess(Children{{4, 2}, {6, 3}}).reason, Reason::NoVariation) << "all rose alike";
}

TEST(Excess, DimensionWithTheFewestChildrenExplains) {
    const Children streets = {{6, 1}, {5, 1}, {5, 1}, {5, 1}, {1, 1}}, topics = {{18, 1}, {4, 4}}, channels = {{20, 4.5}, {2, 0.5}};
    const std::vector<std::span<const ExcessChild>> dimensions = {streets, channels, topics};
    const auto explained = explain_excess(dimensions);
    ASSERT_TRUE(explained);
    EXPECT_EQ(explained->dimension, 2u);   // the channel covers 91 % with one child too, but always brought 90 % of everything
    EXPECT_EQ(explained->split.parts[0].child, 0u);
}

TEST(Excess, WhenAllRoseAlikeNoDimensionExplains) {
    const Children alike = {{20, 10}, {20, 10}, {20, 10}}, single = {{60, 30}};
    const std::vector<std::span<const ExcessChild>> dimensions = {alike, single};
    EXPECT_EQ(explain_excess(dimensions).reason, Reason::NoVariation);
    EXPECT_EQ(explain_excess({}).reason, Reason::TooFewCounts);
}

}  // namespace
}  // namespace problemator
