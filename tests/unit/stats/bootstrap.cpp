// The bootstrap against scipy (tests/reference/bootstrap.py), and satisfaction.
#include "core/stats/bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/satisfaction.hpp"
#include "core/stats/wilson.hpp"
#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

TEST(Bootstrap, LimitsAreThoseOfScipyWithinMonteCarloError) {
    for (const auto& row : read_vectors("bootstrap.csv")) {
        const auto values = numbers(row, "values");
        const auto statistic = word(row, "statistic") == "mean" ? Statistic::Mean : Statistic::Median;
        const auto kind = word(row, "method") == "bca" ? BootstrapKind::Bca : BootstrapKind::Percentile;
        const auto found = bootstrap(values, statistic, {.kind = kind});
        ASSERT_TRUE(found);
        const std::string what = word(row, "series") + " " + word(row, "statistic") + " " + word(row, "method");
        EXPECT_NEAR(found->value, number(row, "value"), 1e-9) << what;
        // 2,000 draws: three of scipy's own errors, and a step between neighbouring values for the median.
        const double step = statistic == Statistic::Median ? 0.04 * std::abs(found->value) : 0;
        EXPECT_NEAR(found->low, number(row, "low"), 3 * number(row, "error_low") + step) << what;
        EXPECT_NEAR(found->high, number(row, "high"), 3 * number(row, "error_high") + step) << what;
    }
}

TEST(Bootstrap, SameSeedSameIntervalAnotherSeedNearlyTheSame) {
    const std::vector<double> values = {3.1, 9.26, 4.4, 12.83, 7.02, 7.7, 1.95, 20.6, 6.3};
    const auto a = bootstrap(values, Statistic::Mean), b = bootstrap(values, Statistic::Mean), c = bootstrap(values, Statistic::Mean, {.seed = 5});
    EXPECT_EQ(a->low, b->low);
    EXPECT_NE(a->low, c->low);
    EXPECT_NEAR(a->low, c->low, 0.5);
}

TEST(Bootstrap, SaysWhyItSaysNothing) {
    const std::vector<double> few = {1, 2, 3, std::nan(""), HUGE_VAL, 4}, equal(9, 5.0);
    EXPECT_EQ(bootstrap(few, Statistic::Mean).reason, Reason::TooFewCounts);
    EXPECT_EQ(bootstrap(few, Statistic::Mean).n, 4u);
    EXPECT_EQ(bootstrap(equal, Statistic::Median).reason, Reason::NoVariation);
    EXPECT_EQ(bootstrap({}, Statistic::Median).reason, Reason::TooFewCounts);
    const std::vector<double> huge = {1e308, 1e308, 1e308, 1e308, 1e307};
    EXPECT_EQ(bootstrap(huge, Statistic::Mean).reason, Reason::TooLarge);
}

TEST(Satisfaction, SharesAndMeanOfAKnownSet) {
    const std::vector<double> answers = {5, 5, 4, 1, 3, 5, 5, 5, 4, 2};
    const auto found = satisfaction(answers, 40);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->mean.value, 3.9, 1e-12);
    EXPECT_EQ(found->good.value, 0.7);
    EXPECT_EQ(found->good.low, wilson(7, 10).low);
    EXPECT_EQ(found->response.value, 0.25);
    EXPECT_EQ(found->shares[4], 0.5);
    EXPECT_LT(found->mean.low, 3.4);
    EXPECT_GT(found->mean.high, 4.3);
}

TEST(Satisfaction, FiveFivesAreNoProofOfFive) {
    const std::vector<double> fives(5, 5.0);
    const auto found = satisfaction(fives, 0);
    EXPECT_EQ(found->mean.value, 5);
    EXPECT_EQ(found->mean.high, 5);
    EXPECT_LT(found->mean.low, 4.7);
    EXPECT_EQ(found->response.high, 1);   // nobody said how many were asked
}

TEST(Satisfaction, AnswersOffTheScaleAreNone) {
    const std::vector<double> odd = {0, 6, std::nan(""), -1, 5, 5, 5, 5};
    EXPECT_EQ(satisfaction(odd, 3).reason, Reason::TooFewCounts);
    EXPECT_EQ(satisfaction(odd, 3).n, 4u);
    EXPECT_EQ(satisfaction({}, 0).n, 0u);
}

TEST(Satisfaction, TheLowestComeFirstAndInTheirOrder) {
    const std::vector<double> answers = {5, 2, 1, std::nan(""), 3, 1, 2, 0};
    EXPECT_EQ(lowest_rated(answers, 3), (std::vector<std::size_t>{2, 5, 1}));
    EXPECT_EQ(lowest_rated(answers, 99, 3), (std::vector<std::size_t>{2, 5, 1, 6, 4}));
    EXPECT_TRUE(lowest_rated({}, 5).empty());
}

}  // namespace
}  // namespace problemator
