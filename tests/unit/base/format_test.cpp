#include "core/base/format.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace problemator {
namespace {

constexpr Counted kMessages{"сообщение", "сообщения", "сообщений", "message", "messages"};

Day day(const char* iso) { return day_from_minute(*parse_iso_minute(iso)); }

TEST(Format, GroupsThousandsByTheRulesOfTheLanguage) {
    EXPECT_EQ(format_count(1234, Lang::Ru), "1\u00A0234");
    EXPECT_EQ(format_count(1234567, Lang::En), "1,234,567");
    EXPECT_EQ(format_count(-1000, Lang::Ru), "\u22121\u00A0000");
    EXPECT_EQ(format_count(999, Lang::Ru), "999");
}

TEST(Format, RoundsHalfAwayFromZeroAndNeverWritesMinusZero) {
    const struct { double value; int digits; const char* ru; } cases[] = {
        {3.85, 1, "3,9"}, {0.05, 1, "0,1"}, {-0.04, 1, "0,0"}, {-3.6, 1, "\u22123,6"}, {1234.5, 0, "1\u00A0235"}, {0, 2, "0,00"}, {99.95, 1, "100,0"}};
    for (const auto& c : cases) EXPECT_EQ(format_decimal(c.value, c.digits, Lang::Ru), c.ru) << c.value;
    EXPECT_EQ(format_decimal(3.85, 1, Lang::En), "3.9");
}

TEST(Format, WhatIsNoNumberIsADash) {
    for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}) {
        EXPECT_NE(format_decimal(value, 1, Lang::Ru).find("–"), std::string::npos);
        EXPECT_EQ(format_signed(value, 0, Lang::Ru), "–");
    }
}

TEST(Format, ChangesCarryTheirSign) {
    EXPECT_EQ(format_signed(77, 0, Lang::Ru), "+77");
    EXPECT_EQ(format_signed(-0.01, 1, Lang::Ru), "0");
    EXPECT_EQ(format_points(-0.036, 1, Lang::Ru), "\u22123,6\u00A0п.\u00A0п.");
    EXPECT_EQ(format_percent(0.874, 1, Lang::Ru), "87,4\u00A0%");
    EXPECT_EQ(format_percent(0.874, 1, Lang::En), "87.4%");
    EXPECT_EQ(format_times(2.8, Lang::Ru), "×2,8");
}

TEST(Format, CountsAgree) {
    const struct { int n; const char* ru; } cases[] = {{1, "1\u00A0сообщение"}, {2, "2\u00A0сообщения"}, {5, "5\u00A0сообщений"}, {11, "11\u00A0сообщений"}, {12, "12\u00A0сообщений"}, {21, "21\u00A0сообщение"}, {112, "112\u00A0сообщений"}, {0, "0\u00A0сообщений"}};
    for (const auto& c : cases) EXPECT_EQ(format_counted(c.n, kMessages, Lang::Ru), c.ru);
    EXPECT_EQ(format_counted(1, kMessages, Lang::En), "1\u00A0message");
}

TEST(Format, RangesNameTheMonthOnceWhenTheyCan) {
    EXPECT_EQ(format_date_range(day("2026-11-09"), day("2026-11-15"), Lang::Ru), "9–15 ноября 2026");
    EXPECT_EQ(format_date_range(day("2026-10-26"), day("2026-11-01"), Lang::Ru), "26 октября – 1 ноября 2026");
    EXPECT_EQ(format_date_range(day("2025-12-29"), day("2026-01-04"), Lang::Ru), "29 декабря 2025 – 4 января 2026");
    EXPECT_EQ(format_date_range(day("2026-11-09"), day("2026-11-09"), Lang::En), "9 November 2026");
}

TEST(Format, DatesAndDurations) {
    EXPECT_EQ(format_date(day("2026-03-05"), Lang::Ru), "05.03.2026");
    EXPECT_EQ(format_time(*parse_iso_minute("2026-11-14T08:05"), Lang::Ru), "14.11, 08:05");
    EXPECT_EQ(format_duration(35, Lang::Ru), "35\u00A0мин");
    EXPECT_EQ(format_duration(600, Lang::Ru), "10\u00A0ч");
    EXPECT_EQ(format_duration(3 * kMinutesPerDay, Lang::En), "3\u00A0d");
    EXPECT_EQ(format_month(month_from_day(day("2026-10-31")), Lang::Ru), "октябрь 2026");
}

}  // namespace
}  // namespace problemator
