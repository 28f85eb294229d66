#include "core/stats/surge.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

using Weeks = std::vector<double>;

TEST(Surge, SteadyWeeksGiveTheirMeanAndPoissonTail) {
    const auto norm = baseline_of(Weeks{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5});
    ASSERT_TRUE(norm.has_value());
    EXPECT_DOUBLE_EQ(norm->mean, 5);
    EXPECT_DOUBLE_EQ(norm->dispersion, 1);
    EXPECT_NEAR(surge_p(11, *norm), 0.013695268598382914, 1e-12);
}

TEST(Surge, ShortHistoryHasNoNorm) {
    EXPECT_FALSE(baseline_of(Weeks{3, 4, 2, 5, 3, 4, 2}).has_value());
    EXPECT_TRUE(baseline_of(Weeks{3, 4, 2, 5, 3, 4, 2, 3}).has_value());
}

TEST(Surge, PastOutbreakHardlyRaisesTheNorm) {
    const auto calm = baseline_of(Weeks{4, 6, 5, 3, 5, 6, 4, 5, 7, 4, 5, 6});
    const auto after = baseline_of(Weeks{4, 6, 5, 3, 60, 6, 4, 5, 7, 4, 5, 6});
    EXPECT_LT(after->mean, 2 * calm->mean);      // the plain mean would be 9.6, almost twice as much
    EXPECT_LT(after->mean, 8);
}

TEST(Surge, OnlyTheLastTwelveWeeksCount) {
    Weeks weeks(40, 50);
    std::fill(weeks.end() - 12, weeks.end(), 2);
    EXPECT_DOUBLE_EQ(baseline_of(weeks)->mean, 2);
}

TEST(Surge, ThresholdIsTheSmallestAlarmingCount) {
    const Baseline norm{5, 1.5, 12};
    const int threshold = surge_threshold(norm, 0.001);
    EXPECT_EQ(threshold, 17);
    EXPECT_LE(surge_p(threshold, norm), 0.001);
    EXPECT_GT(surge_p(threshold - 1, norm), 0.001);
}

TEST(Surge, FewMessagesNeverAlarm) {
    const auto norm = baseline_of(Weeks(12, 0));
    EXPECT_EQ(surge_threshold(*norm), kMinCountForSurge);
    EXPECT_GT(norm->mean, 0);
}

TEST(Surge, UsualRangeHoldsTheMiddleOfTheNorm) {
    const auto range = usual_range(Baseline{1.2, 1, 12});
    EXPECT_EQ(range.low, 0);
    EXPECT_EQ(range.high, 3);
    const auto large = usual_range(Baseline{33, 1.7, 12});
    EXPECT_GE(1 - count_tail(large.high + 1.0, 33, 1.7), 0.9);
    EXPECT_LT(1 - count_tail(large.high, 33, 1.7), 0.9);
}

TEST(Chronic, LongRunAboveTheNormIsFoundWithItsLength) {
    Weeks weeks = {2, 3, 2, 3, 2, 2, 3, 2, 3, 2, 3, 2};
    weeks.insert(weeks.end(), {7, 8, 6, 9, 7, 8, 7});
    const auto chronic = chronic_run(weeks);
    EXPECT_EQ(chronic.weeks, 7u);
    EXPECT_NEAR(chronic.before.mean, 29.0 / 12, 0.01);
}

TEST(Chronic, FiveWeeksOrAGapAreNotChronic) {
    const Weeks calm = {2, 3, 2, 3, 2, 2, 3, 2, 3, 2, 3, 2};
    Weeks five = calm, gap = calm;
    five.insert(five.end(), {9, 9, 9, 9, 9});
    gap.insert(gap.end(), {9, 9, 9, 0, 9, 9, 9});
    EXPECT_EQ(chronic_run(five).weeks, 0u);
    EXPECT_EQ(chronic_run(gap).weeks, 0u);
}

}  // namespace
}  // namespace problemator
