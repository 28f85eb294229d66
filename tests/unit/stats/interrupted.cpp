#include "core/stats/interrupted.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/stats/vectors.hpp"

namespace problemator {
namespace {

using Weeks = std::vector<double>;

TEST(InterruptedSeries, LevelAndSlopeWithIntervalsAreThoseOfR) {
    for (const auto& row : read_vectors("interrupted.csv")) {
        const auto effect = interrupted(numbers(row, "counts"), static_cast<std::size_t>(number(row, "start")), {.harmonics = static_cast<std::size_t>(number(row, "harmonics"))});
        ASSERT_TRUE(effect) << word(row, "name");
        const struct { double got; const char* key; } cases[] = {
            {effect->level.value, "level"}, {effect->level.low, "level_low"}, {effect->level.high, "level_high"}, {effect->level_p, "level_p"},
            {effect->slope.value, "slope"}, {effect->slope.low, "slope_low"}, {effect->slope.high, "slope_high"}, {effect->slope_p, "slope_p"},
            {effect->slope_before.value, "before"}, {effect->dispersion, "dispersion"}};
        for (const auto& c : cases) EXPECT_NEAR(c.got, number(row, c.key), 1e-6 * (1 + std::abs(c.got))) << word(row, "name") << " " << c.key;
    }
}

TEST(InterruptedSeries, APlantedHalvingIsFoundAndNothingWhereNothingWas) {
    Weeks counts;
    for (int week = 0; week < 80; ++week) counts.push_back((week < 40 ? 20 : 10) + week * 7 % 5 - 2);
    const auto effect = interrupted(counts, 40);
    EXPECT_LT(effect->level.low, 0.5);
    EXPECT_GT(effect->level.high, 0.5);
    EXPECT_LT(effect->level.high, 0.8);
    const auto none = interrupted(Weeks(counts.begin(), counts.begin() + 40), 20);
    EXPECT_LT(none->level.low, 1);
    EXPECT_GT(none->level.high, 1);
}

TEST(InterruptedSeries, TwelveWeeksOnEitherSideAreNeeded) {
    const Weeks counts(40, 5);
    EXPECT_EQ(interrupted(counts, 11).reason, Reason::TooFewPeriods);
    EXPECT_EQ(interrupted(counts, 29).reason, Reason::TooFewPeriods);
    EXPECT_EQ(interrupted(counts, 500).reason, Reason::TooFewPeriods);
    EXPECT_TRUE(interrupted(counts, 12));
    EXPECT_TRUE(interrupted(counts, 28));
}

TEST(InterruptedSeries, EmptySidesTwinColumnsAndNonsenseAreWithheld) {
    Weeks counts(40, 5), after(40, 0), nonsense(40, 5);
    std::fill(counts.begin() + 20, counts.end(), 0);
    for (std::size_t i = 20; i < 40; ++i) after[i] = 1;
    nonsense[3] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(interrupted(counts, 20).reason, Reason::TooFewCounts);
    EXPECT_FALSE(interrupted(nonsense, 20));
    EXPECT_TRUE(interrupted(Weeks(40, 5), 20, {}, std::vector<Weeks>{after}));   // the twin of the level is dropped, not the level
    EXPECT_EQ(interrupted(Weeks(40, 5), 20, {}, std::vector<Weeks>{Weeks(39, 0)}).reason, Reason::TooFewPeriods);
}

}  // namespace
}  // namespace problemator
