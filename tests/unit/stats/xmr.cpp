#include "core/stats/xmr.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Values = std::vector<double>;

TEST(XmrChart, LimitsAndSignalsAreThoseOfTheDefinitions) {
    std::size_t outside = 0, runs = 0, near = 0;
    for (const auto& row : read_vectors("xmr.csv")) {
        const auto chart = xmr(numbers(row, "values"));
        ASSERT_TRUE(chart);
        EXPECT_NEAR(chart->mean, number(row, "mean"), 1e-12);
        EXPECT_NEAR(chart->mean_range, number(row, "range"), 1e-12);
        EXPECT_NEAR(chart->lower, number(row, "lower"), 1e-12);
        EXPECT_NEAR(chart->upper, number(row, "upper"), 1e-12);
        for (std::size_t i = 0; i < chart->signals.size(); ++i) {
            const XmrSignal& signal = chart->signals[i];
            EXPECT_EQ(signal.is_outside, numbers(row, "outside")[i] > 0) << word(row, "name") << " " << i;
            EXPECT_EQ(signal.is_run, numbers(row, "run")[i] > 0) << word(row, "name") << " " << i;
            EXPECT_EQ(signal.is_near_limit, numbers(row, "near")[i] > 0) << word(row, "name") << " " << i;
            outside += signal.is_outside;
            runs += signal.is_run;
            near += signal.is_near_limit;
        }
    }
    EXPECT_GT(outside, 0u);
    EXPECT_GT(runs, 15u);
    EXPECT_GT(near, 2u);
}

TEST(XmrChart, FewEqualOrInfiniteValuesAreWithheld) {
    EXPECT_EQ(xmr({}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(xmr(Values(kMinXmrPoints - 1, 3)).reason, Reason::TooFewPeriods);
    EXPECT_EQ(xmr(Values(20, 3)).reason, Reason::NoVariation);
    Values odd(20, 3);
    odd[5] = std::numeric_limits<double>::infinity();
    EXPECT_EQ(xmr(odd).reason, Reason::NotConverged);
}

}  // namespace
}  // namespace problemator
