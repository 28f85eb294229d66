#include "core/base/time.hpp"

#include <gtest/gtest.h>

#include "core/base/format.hpp"

namespace problemator {
namespace {

TEST(CivilTime, EveryDayOfThreeCenturiesSurvivesTheRoundTrip) {
    for (Day day = day_from_date({.year = 1900, .month = 1, .day = 1}); date_from_day(day).year < 2200; ++day) {
        const Date date = date_from_day(day);
        ASSERT_TRUE(is_valid(date)) << day;
        ASSERT_EQ(day_from_date(date), day);
    }
}

TEST(CivilTime, KnowsDaysThatDoNotExist) {
    const Date wrong[] = {{.year = 2025, .month = 2, .day = 29}, {.year = 2026, .month = 13, .day = 1}, {.year = 2026, .month = 4, .day = 31}, {.year = 1899, .month = 1, .day = 1}, {.year = 2100, .month = 2, .day = 29}};
    for (const Date& date : wrong) EXPECT_FALSE(is_valid(date)) << date.year << '-' << date.month << '-' << date.day;
    EXPECT_TRUE(is_valid({.year = 2024, .month = 2, .day = 29}));
}

TEST(IsoWeeks, BelongToTheYearOfTheirThursday) {
    const struct { const char* day; const char* week; } cases[] = {
        {"2026-11-16", "2026-W47"}, {"2026-11-15", "2026-W46"}, {"2027-01-01", "2026-W53"}, {"2024-12-30", "2025-W01"}, {"2023-01-01", "2022-W52"}, {"1970-01-05", "1970-W02"}};
    for (const auto& c : cases) EXPECT_EQ(format_week_key(week_from_minute(*parse_iso_minute(c.day))), c.week) << c.day;
    EXPECT_EQ(week_from_day(day_from_date({.year = 1970, .month = 1, .day = 5})), 0);
}

TEST(IsoWeeks, ParseOnlyWeeksThatExist) {
    EXPECT_EQ(format_week_key(*parse_week("2026-W53")), "2026-W53");
    for (const char* wrong : {"2025-W53", "2026-W00", "2026-W54", "2026W46", "2026-W4", "", "2026-W460", "20x6-W46"}) EXPECT_FALSE(parse_week(wrong)) << wrong;
}

TEST(CivilTime, WeekdaysAndHoursHoldBeforeTheEpochToo) {
    EXPECT_EQ(weekday_from_day(0), 3);   // 1970-01-01 was a Thursday
    EXPECT_EQ(weekday_from_day(-4), 6);
    EXPECT_EQ(weekday_from_day(4), 0);
    EXPECT_EQ(hour_from_minute(-1), 23);
    EXPECT_EQ(day_from_minute(-1), -1);
}

TEST(IsoMinutes, AreStrict) {
    EXPECT_EQ(format_iso_minute(*parse_iso_minute("2026-11-16T08:30")), "2026-11-16T08:30");
    for (const char* wrong : {"2026-11-16T24:00", "2026-11-16 08:30", "2026-11-16T8:30", "2026-02-30", "2026-11-16T08:30Z"}) EXPECT_FALSE(parse_iso_minute(wrong)) << wrong;
}

}  // namespace
}  // namespace problemator
