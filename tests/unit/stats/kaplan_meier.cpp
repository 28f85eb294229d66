#include "core/stats/kaplan_meier.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/stats/random.hpp"

namespace problemator {
namespace {

// R survival::aml: "+" is open.
const std::vector<Duration> kMaintained = {{9, true}, {13, true}, {13, false}, {18, true}, {23, true}, {28, false}, {31, true}, {34, true}, {45, false}, {48, true}, {161, false}};
const std::vector<Duration> kNonmaintained = {{5, true}, {5, true}, {8, true}, {8, true}, {12, true}, {16, false}, {23, true}, {27, true}, {30, true}, {33, true}, {43, true}, {45, true}};

TEST(KaplanMeier, MediansOfAmlAreThoseOfR) {
    EXPECT_EQ(median_minutes(kMaintained), 31);
    EXPECT_EQ(median_minutes(kNonmaintained), 23);
}

// lifelines, datasets/g3.csv, arm "not RIT": six patients, two of them alive; open ones lie after the last step or between.
TEST(KaplanMeier, StepsAndLogLogIntervalAgreeWithLifelines) {
    const auto steps = kaplan_meier({{9, true}, {19, true}, {32, true}, {34, true}, {40, false}, {50, false}});
    struct { std::int32_t t; double s, low, high; } const expected[] = {{9, .8333, .2731, .9747}, {19, .6667, .1946, .9044}, {32, .5, .1109, .8037}, {34, .3333, .0461, .6756}};
    ASSERT_EQ(steps.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(steps[i].minutes, expected[i].t);
        EXPECT_NEAR(steps[i].open_share, expected[i].s, 5e-5);
        EXPECT_NEAR(steps[i].low, expected[i].low, 5e-5);
        EXPECT_NEAR(steps[i].high, expected[i].high, 5e-5);
    }
}

TEST(KaplanMeier, GrowingBacklogMovesTheMedianThatClosedCasesHide) {
    std::vector<Duration> durations = {{1, true}, {2, true}, {3, true}};
    EXPECT_EQ(median_minutes(durations), 2);
    durations.insert(durations.end(), 4, Duration{10, false});
    EXPECT_EQ(median_minutes(durations), std::nullopt);   // more than half are open still
}

// Many durations are sorted by digits: also those far apart, and those that a wrong date makes negative.
TEST(KaplanMeier, ManyDurationsGiveTheStepsOfAPlainCountByTime) {
    struct { std::size_t n; double spread; } const tables[] = {{2047, 500}, {2048, 1}, {5000, 500}, {5000, 3e6}, {20000, 4e9}};
    Random random{5};
    for (const auto& [n, spread] : tables) {
        std::vector<Duration> durations;
        std::map<std::int32_t, std::pair<double, double>> closed_and_all;
        for (std::size_t i = 0; i < n; ++i) {
            const auto minutes = static_cast<std::int32_t>((random.uniform() - 0.5) * spread);
            durations.push_back({minutes, random.uniform() < 0.8});
            auto& [closed, all] = closed_and_all[minutes];
            closed += durations.back().is_closed ? 1 : 0;
            all += 1;
        }
        const auto steps = kaplan_meier(durations);
        double open_share = 1, at_risk = static_cast<double>(n);
        std::size_t at = 0;
        for (const auto& [minutes, counts] : closed_and_all) {
            if (counts.first > 0) {
                ASSERT_LT(at, steps.size());
                open_share *= 1 - counts.first / at_risk;
                EXPECT_EQ(steps[at].minutes, minutes);
                EXPECT_EQ(steps[at].at_risk, at_risk);
                EXPECT_EQ(steps[at].closed, counts.first);
                EXPECT_EQ(steps[at].open_share, open_share);
                ++at;
            }
            at_risk -= counts.second;
        }
        EXPECT_EQ(at, steps.size());
    }
}

TEST(KaplanMeier, NothingGivesNoMedian) { EXPECT_EQ(median_minutes({}), std::nullopt); }

}  // namespace
}  // namespace problemator
