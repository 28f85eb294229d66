#include "core/import/dates.hpp"

#include <gtest/gtest.h>

#include "core/base/format.hpp"

namespace problemator {
namespace {

std::string shown(const std::optional<ReadTime>& time) {
    if (!time) return "-";
    std::string text = time->has_time ? format_iso_minute(time->minute) : format_iso_day(day_from_minute(time->minute));
    return time->utc_offset_minutes ? text + " " + std::to_string(*time->utc_offset_minutes) : text;
}

TEST(Dates, FormsOfExportsAreRead) {
    struct Case { const char* pattern; const char* text; const char* expected; };
    const Case cases[] = {
        {"dd.mm.yyyy[ HH:MM[:SS]]", "06.01.2026", "2026-01-06"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "06.01.2026 09:05", "2026-01-06T09:05"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "06.01.2026 9:05:59", "2026-01-06T09:05"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "32.13.2026", "-"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "29.02.2025", "-"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "29.02.2024", "2024-02-29"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "06.01.2026 24:00", "-"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "06.01.2026 ", "-"},
        {"dd.mm.yyyy[ HH:MM[:SS]]", "6.1.2026", "-"},
        {"d.m.yy[ HH:MM]", "6.1.26", "2026-01-06"},
        {"d.m.yy[ HH:MM]", "6.1.2026", "-"},
        {"d.m.yy[ HH:MM]", "16.11.26 7:30", "2026-11-16T07:30"},
        {"iso", "2026-11-16", "2026-11-16"},
        {"iso", "2026-11-16T08:30", "2026-11-16T08:30"},
        {"iso", "2026-11-16 08:30:59", "2026-11-16T08:30"},
        {"iso", "2026-11-16T08:30:00.123Z", "2026-11-16T08:30 0"},
        {"iso", "2026-11-16T08:30:00+05:00", "2026-11-16T08:30 300"},
        {"iso", "2026-11-16T08:30-0330", "2026-11-16T08:30 -210"},
        {"iso", "2026-11-16T08:30+15:00", "-"},
        {"iso", "2026-11-16T", "-"},
        {"iso", "20261116", "-"},
        {"mm/dd/yyyy hh:MM:SS am", "01/06/2018 10:18:29 AM", "2018-01-06T10:18"},
        {"mm/dd/yyyy hh:MM:SS am", "01/06/2018 12:00:00 AM", "2018-01-06T00:00"},
        {"mm/dd/yyyy hh:MM:SS am", "12/31/2018 12:55:30 PM", "2018-12-31T12:55"},
        {"mm/dd/yyyy hh:MM:SS am", "12/31/2018 13:55:30 PM", "-"},
        {"m/d/yy H:MM", "1/1/20 0:05", "2020-01-01T00:05"},
        {"yyyy-mm-dd HH:MM:SS.f", "2009-01-05 00:00:00.0", "2009-01-05T00:00"},
    };
    for (const Case& c : cases) {
        const auto form = DateForm::compile(c.pattern);
        ASSERT_TRUE(form) << c.pattern;
        EXPECT_EQ(shown(form->read(c.text)), c.expected) << c.pattern << " | " << c.text;
    }
}

TEST(Dates, APatternMustNameADayAMonthAndAYear) {
    for (const char* pattern : {"", "dd.mm", "HH:MM", "dd.mm.yyyy[ HH:MM", "dd.mm.yyyy]", "yyyy"}) EXPECT_FALSE(DateForm::compile(pattern)) << pattern;
}

TEST(Dates, WithoutPatternsTheUsualFormsAreTried) {
    const std::pair<const char*, const char*> cases[] = {
        {"16.11.2026", "2026-11-16"}, {"16.11.2026 08:30", "2026-11-16T08:30"}, {"6.1.26", "2026-01-06"}, {"2026-11-16", "2026-11-16"},
        {"11/16/2026 08:30:00 PM", "2026-11-16T20:30"}, {"вчера", "-"}, {"", "-"},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(shown(read_date(text, usual_date_forms())), expected) << text;
}

TEST(Dates, DurationsAreReadInEveryFormOfTheExports) {
    const std::pair<const char*, int> cases[] = {
        {"02:30:00", 150}, {"26:33:00", 26 * 60 + 33}, {"0:45", 45}, {"1 day, 02:33:00", 1593}, {"2 days, 3:04:05", 3064},
        {"2 д. 3 ч.", 3060}, {"2 д 3 ч 15 мин", 3075}, {"3 дня", 4320}, {"45 мин", 45}, {"1,5", 2160}, {"0.25", 360}, {"90 сек", 1}, {"1 сут. 2 ч", 1560},
    };
    for (const auto& [text, minutes] : cases) EXPECT_EQ(read_duration(text), minutes) << text;
    for (const char* text : {"", "-1:00", "abc", "1:75", "2 кг", "1:2:3:4", "99999999999", "д. 3", "1e9"}) EXPECT_FALSE(read_duration(text)) << text;
}

}  // namespace
}  // namespace problemator
