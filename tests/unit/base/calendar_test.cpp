// The working calendar: facts of data/calendar/ru.json, arithmetic against a day-by-day count, refusals.
#include "core/base/calendar.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace problemator {
namespace {

Day day(std::string_view iso) { return day_from_minute(*parse_iso_minute(iso)); }

WorkCalendar russian_calendar() {
    std::ifstream file(PROBLEMATOR_SOURCE_DIR "/data/calendar/ru.json");
    std::ostringstream text;
    text << file.rdbuf();
    auto calendar = WorkCalendar::read(text.str(), "ru.json");
    EXPECT_TRUE(calendar.ok()) << (calendar ? "" : describe(calendar.error(), Lang::En));
    return calendar ? *std::move(calendar) : WorkCalendar{};
}

TEST(WorkCalendar, KnowsTransferredDaysOfRussia) {
    const struct { std::string_view day; bool is_working; const char* why; } table[] = {
        {"2024-04-27", true, "a Saturday worked for Monday the 29th"},
        {"2024-04-29", false, "the Monday it was worked for"},
        {"2024-11-02", true, "a short Saturday is worked"},
        {"2021-02-20", true, "a short Saturday is worked"},
        {"2024-12-28", true, "a Saturday worked for the 30th"},
        {"2026-01-09", false, "moved from 3 January"},
        {"2026-01-12", true, "an ordinary Monday"},
        {"2026-03-09", false, "moved from 8 March"},
        {"2026-05-11", false, "moved from 9 May"},
        {"2026-11-03", true, "short, but worked"},
        {"2026-11-04", false, "a holiday on a Wednesday"},
        {"2026-11-14", false, "an ordinary Saturday"},
        {"2026-12-31", false, "moved from 4 January"},
        {"2020-04-07", false, "non-working days of spring 2020"},
        {"2013-01-08", false, "the first year of the data"},
    };
    const auto calendar = russian_calendar();
    for (const auto& row : table) EXPECT_EQ(calendar.is_working(day(row.day)), row.is_working) << row.day << ": " << row.why;
}

TEST(WorkCalendar, FallsBackToWeekendsOutsideItsYears) {
    const auto calendar = russian_calendar();
    EXPECT_TRUE(calendar.covers(day("2013-01-01")));
    EXPECT_TRUE(calendar.covers(day("2027-12-31")));
    EXPECT_FALSE(calendar.covers(day("2028-01-01")));
    EXPECT_FALSE(calendar.covers(day("2012-12-31")));
    EXPECT_TRUE(calendar.is_working(day("2028-01-03"))) << "a Monday: only weekends are known";
    EXPECT_FALSE(calendar.is_working(day("2028-01-02")));
    EXPECT_FALSE(WorkCalendar{}.covers(0)) << "an empty calendar knows no year";
}

TEST(WorkCalendar, CountsWorkingDaysLikeADayByDayWalk) {
    const auto calendar = russian_calendar();
    const Day first = day("2012-12-20");
    for (Day from = first; from < first + 5'300; from += 37) {
        for (const int span : {0, 1, 3, 9, 31, 400}) {
            int walked = 0;
            for (Day at = from + 1; at <= from + span; ++at) walked += calendar.is_working(at) ? 1 : 0;
            ASSERT_EQ(calendar.working_days_between(from, from + span), walked) << from << " + " << span;
        }
    }
    EXPECT_EQ(calendar.working_days_between(first, first - 10), 0) << "backwards is nothing";
    EXPECT_EQ(calendar.working_days_between(-400, -365), 25) << "five weeks before 1970";
}

TEST(WorkCalendar, AddsWorkingDaysAcrossHolidays) {
    const auto calendar = russian_calendar();
    EXPECT_EQ(calendar.add_working_days(day("2025-12-30"), 1), day("2026-01-12")) << "31 December 2025 to 11 January 2026 are off";
    EXPECT_EQ(calendar.add_working_days(day("2024-04-26"), 1), day("2024-04-27")) << "the worked Saturday";
    EXPECT_EQ(calendar.add_working_days(day("2026-11-14"), 0), day("2026-11-14")) << "zero stays, even on a Saturday";
    EXPECT_EQ(calendar.add_working_days(day("2026-11-03"), 8), day("2026-11-16"));
}

TEST(WorkCalendar, RefusesWhatItCannotReadAndSaysWhere) {
    const struct { const char* json; Fault fault; const char* path; const char* expected; } table[] = {
        {R"({"2026": {"off": ["13-01"]}})", Fault::BadDate, "2026.off", "11-04"},
        {R"({"2026": {"off": ["02-29"]}})", Fault::BadDate, "2026.off", "11-04"},
        {R"({"2026": {"of": []}})", Fault::UnknownKey, "2026", "off"},
        {R"({"2026": {"moved": {"01-09": 3}}})", Fault::WrongType, "2026.moved.01-09", "\"…\""},
        {R"({"2024": {}, "2026": {}})", Fault::MissingKey, "2026", "2025"},
        {R"({"year": {}})", Fault::UnknownKey, "year", "2026"},
        {R"([])", Fault::WrongType, "", "{…}"},
        {R"({"2026": )", Fault::BadJson, "", ""},
    };
    for (const auto& row : table) {
        const auto calendar = WorkCalendar::read(row.json, "my.json");
        ASSERT_FALSE(calendar.ok()) << row.json;
        EXPECT_EQ(calendar.error().fault, row.fault) << row.json;
        EXPECT_EQ(calendar.error().place.file, "my.json");
        EXPECT_EQ(calendar.error().place.column, row.path) << row.json;
        EXPECT_EQ(calendar.error().expected, row.expected) << row.json;
    }
}

}  // namespace
}  // namespace problemator
