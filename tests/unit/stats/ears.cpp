#include "core/stats/ears.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Weeks = std::vector<double>;

Ears method_of(const VectorRow& row) { return word(row, "method") == "C1" ? Ears::C1 : word(row, "method") == "C2" ? Ears::C2 : Ears::C3; }

TEST(EarsMethods, BoundsAndAlarmsAreThoseOfSurveillance) {
    std::size_t alarms = 0;
    for (const auto& row : read_vectors("ears.csv")) {
        const EarsOptions options{static_cast<std::size_t>(number(row, "baseline")), number(row, "min_sigma"), number(row, "alpha")};
        const auto point = ears(method_of(row), numbers(row, "series"), options);
        ASSERT_TRUE(point);
        EXPECT_NEAR(point->upper, number(row, "upper"), 1e-6 * (1 + point->upper)) << word(row, "name") << " " << word(row, "method");
        EXPECT_EQ(point->is_alarm, number(row, "alarm") > 0);
        alarms += point->is_alarm;
    }
    EXPECT_GT(alarms, 10u);
}

TEST(EarsMethods, OneMessageAfterEmptyWeeksIsNoAlarm) {
    Weeks weeks(11, 0);
    weeks.push_back(1);
    for (const Ears method : {Ears::C1, Ears::C2}) EXPECT_FALSE(ears(method, weeks, ears_options(method))->is_alarm);
    EXPECT_TRUE(ears(Ears::C1, weeks, {.baseline = 7, .min_sigma = 0.1, .alpha = 0.001})->is_alarm);
}

TEST(EarsMethods, ShortOrSenselessHistoryIsWithheldWithItsReason) {
    const double huge = std::numeric_limits<double>::infinity();
    EXPECT_EQ(ears(Ears::C1, Weeks{}, {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(ears(Ears::C1, Weeks(7, 3), {}).reason, Reason::TooFewPeriods);
    EXPECT_TRUE(ears(Ears::C1, Weeks(8, 3), {}));
    EXPECT_EQ(ears(Ears::C2, Weeks(9, 3), {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(ears(Ears::C3, Weeks(11, 3), {}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(ears(Ears::C1, Weeks(20, 3), {.baseline = 2}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(ears(Ears::C1, Weeks(20, 3), {.baseline = 7, .min_sigma = 0}).reason, Reason::NoVariation);
    EXPECT_EQ(ears(Ears::C1, Weeks(20, huge), {}).reason, Reason::NotConverged);
    EXPECT_EQ(ears(Ears::C1, Weeks(20, huge - huge), {}).reason, Reason::NotConverged);
}

}  // namespace
}  // namespace problemator
