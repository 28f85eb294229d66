#include "core/stats/cusum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

TEST(Cusum, SumsBoundsAndAlarmsAreThoseOfSurveillance) {
    for (const auto& row : read_vectors("cusum.csv")) {
        const double mean = number(row, "m");
        const bool is_rossi = word(row, "trans") == "rossi";
        const auto reset = word(row, "reset") == "never" ? CusumReset::Never : CusumReset::AfterAlarm;
        const auto points = cusum(numbers(row, "counts"), {.mean = mean, .scale = is_rossi ? CusumScale::Rossi : CusumScale::Standard, .reset = reset});
        ASSERT_TRUE(points);
        const auto sums = numbers(row, "sum"), uppers = numbers(row, "upper"), alarms = numbers(row, "alarm");
        ASSERT_EQ(points->size(), sums.size());
        double before = 0;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const auto& point = (*points)[i];
            EXPECT_NEAR(point.sum, sums[i], 1e-9 * (1 + sums[i]));
            EXPECT_EQ(point.is_alarm, alarms[i] > 0);
            // The package squares a root that may be negative (an empty week would alarm already): its bound rises again where ours is 0.
            const double z = 2.26 + 1.04 - before;
            const bool has_bound = !is_rossi || 4 * mean + 2 * z * std::sqrt(mean) > mean;
            const double expected = has_bound ? uppers[i] : 0;
            EXPECT_NEAR(is_rossi ? point.upper : std::ceil(point.upper), expected, 1e-6 * (1 + expected)) << word(row, "trans") << " " << mean << " " << i;
            before = point.is_alarm && reset == CusumReset::AfterAlarm ? 0 : point.sum;
        }
    }
}

TEST(Cusum, SlowGrowthThatNoWeekShowsAddsUp) {
    const std::vector<double> weeks = {4, 5, 7, 6, 7, 8, 7, 8};
    const auto points = cusum(weeks, {.mean = 4, .k = 0.5});
    EXPECT_FALSE(points->at(2).is_alarm);
    EXPECT_TRUE(points->back().is_alarm);
}

TEST(Cusum, NothingAndNonsenseAreWithheld) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(cusum({}, {.mean = 3}).reason, Reason::TooFewPeriods);
    EXPECT_EQ(cusum(std::vector<double>{1}, {.mean = 0}).reason, Reason::TooFewCounts);
    EXPECT_EQ(cusum(std::vector<double>{1}, {.mean = nan}).reason, Reason::TooFewCounts);
    EXPECT_EQ(cusum(std::vector<double>{1, -1}, {.mean = 3}).reason, Reason::NotConverged);
    EXPECT_EQ(cusum(std::vector<double>{nan}, {.mean = 3}).reason, Reason::NotConverged);
    const auto wild = cusum(std::vector<double>(50, 1e99), {.mean = 1e-3});
    for (const auto& point : *wild) EXPECT_TRUE(std::isfinite(point.sum) && std::isfinite(point.upper));
}

}  // namespace
}  // namespace problemator
