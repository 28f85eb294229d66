#include "core/schema/season.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

Day day(int year, unsigned month, unsigned of_month) { return day_from_date({year, month, of_month}); }

TEST(Season, ItsUsualDaysGoOverNewYear) {
    const Season heating{.id = "heating", .name = {}, .from_month_day = 915, .until_month_day = 525, .exact = {}, .source = {}};
    EXPECT_FALSE(is_in_season(heating, day(2025, 9, 14)));
    EXPECT_TRUE(is_in_season(heating, day(2025, 9, 15)));
    EXPECT_TRUE(is_in_season(heating, day(2026, 1, 1)));
    EXPECT_TRUE(is_in_season(heating, day(2026, 5, 25)));
    EXPECT_FALSE(is_in_season(heating, day(2026, 5, 26)));
}

TEST(Season, WhatWasOrderedReplacesTheUsualDaysOfThatYearOnly) {
    const Season heating{.id = "heating", .name = {}, .from_month_day = 915, .until_month_day = 525, .exact = {{day(2025, 9, 3), day(2026, 6, 2)}}, .source = {}};
    EXPECT_TRUE(is_in_season(heating, day(2025, 9, 3)));
    EXPECT_TRUE(is_in_season(heating, day(2026, 6, 2)));
    EXPECT_FALSE(is_in_season(heating, day(2024, 9, 3))) << "the year before has its usual days";
    EXPECT_TRUE(is_in_season(heating, day(2024, 9, 15)));
}

TEST(Season, ALeapDayEndsOnTheLastDayOfFebruary) {
    const Season winter{.id = "winter", .name = {}, .from_month_day = 1201, .until_month_day = 229, .exact = {}, .source = {}};
    EXPECT_TRUE(is_in_season(winter, day(2025, 2, 28)));
    EXPECT_FALSE(is_in_season(winter, day(2025, 3, 1)));
    EXPECT_TRUE(is_in_season(winter, day(2024, 2, 29)));
}

}  // namespace
}  // namespace problemator
