// Reference: tests/reference/mann_kendall.R (cor.test of R); the trend of 360 is pyMannKendall's own test.
#include "core/stats/mann_kendall.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

TEST(MannKendall, AgreesWithR) {
    for (const auto& row : read_vectors("mann_kendall.csv")) {
        const auto trend = mann_kendall(numbers(row, "series"));
        ASSERT_TRUE(trend);
        EXPECT_DOUBLE_EQ(trend->s, number(row, "s"));
        EXPECT_NEAR(trend->z, number(row, "z"), 1e-9);
        EXPECT_NEAR(trend->p, number(row, "p"), 1e-9);
    }
}

TEST(MannKendall, FiveInARow) {
    const auto trend = mann_kendall(std::vector<double>{1, 2, 3, 4, 5});
    EXPECT_DOUBLE_EQ(trend->s, 10);
    EXPECT_NEAR(trend->variance, 50.0 / 3, 1e-12);
    EXPECT_NEAR(trend->z, 2.204541, 1e-6);
    EXPECT_NEAR(trend->p, 0.027486, 1e-6);
}

TEST(MannKendall, EveryPairOfALongTrendRises) {
    std::vector<double> days(360);
    std::iota(days.begin(), days.end(), 1.0);
    EXPECT_DOUBLE_EQ(mann_kendall(days)->s, 64620);
    std::vector<double> million(1'000'000);
    std::iota(million.rbegin(), million.rend(), 1.0);
    EXPECT_DOUBLE_EQ(mann_kendall(million)->s, -1e6 * (1e6 - 1) / 2);
}

TEST(MannKendall, ShortOrFlatSeriesHaveNoTrend) {
    EXPECT_EQ(mann_kendall({}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(mann_kendall(std::vector<double>{1, 2, 3}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(mann_kendall(std::vector<double>(20, 7)).reason, Reason::NoVariation);
}

}  // namespace
}  // namespace problemator
