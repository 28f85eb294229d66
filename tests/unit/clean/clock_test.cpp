#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/base/format.hpp"
#include "core/clean/clean.hpp"
#include "core/clean/clock.hpp"
#include "core/schema/embedded.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

TEST(Clocks, SetTheDeadlineByTheFirstThatApplies) {
    const Profile profile = small_profile();
    const WorkCalendar calendar;   // weekends only
    struct Case { const char* what; const char *channel, *received, *registered; Answer fast; const char *clock, *due; bool end_of_day, by_answer; };
    const Case cases[] = {
        {"fast track counts ten calendar days", "pos", "2026-01-06", "", Answer::Yes, "fast", "2026-01-17T00:00", true, false},
        {"ordinary message", "pos", "2026-01-06", "", Answer::No, "pos", "2026-02-01T00:00", true, false},
        {"unknown is not fast track", "pos", "2026-01-06T15:40", "", Answer::Unknown, "pos", "2026-02-01T00:00", true, false},
        {"hours run to the minute", "im", "2026-11-16T22:15", "", Answer::Unknown, "im", "2026-11-17T01:15", false, true},
        {"appeals start at registration", "fz59", "2026-01-10", "2026-01-12", Answer::Unknown, "fz59", "2026-02-12T00:00", true, false},
        {"without registration, at receipt", "fz59", "2026-01-10", "", Answer::Unknown, "fz59", "2026-02-10T00:00", true, false},
        {"working days pass over the weekend", "other", "2026-11-19", "", Answer::Unknown, "other", "2026-11-27T00:00", true, false},
    };
    for (const Case& c : cases) {
        Message m = message(c.channel, "1", c.received);
        if (*c.registered) m.registered = at(c.registered);
        m.fast_track = c.fast;
        const Clock* clock = apply_clock(m, profile, calendar);
        ASSERT_TRUE(clock) << c.what;
        EXPECT_EQ(clock->id, c.clock) << c.what;
        EXPECT_EQ(format_iso_minute(m.due), c.due) << c.what;
        EXPECT_EQ(m.due_is_end_of_day, c.end_of_day) << c.what;
        EXPECT_EQ(m.due_by_answer, c.by_answer) << c.what;
    }
}

TEST(Clocks, ADeadlineOfTheSourceIsNeverReplaced) {
    Message m = message("pos", "1", "2026-01-06");
    m.due = at("2026-01-20");
    EXPECT_TRUE(apply_clock(m, small_profile(), WorkCalendar{}));
    EXPECT_EQ(m.due, at("2026-01-20"));
}

TEST(Clocks, AnExtensionMovesTheDeadlineOnlyAsFarAsTheClockAllows) {
    const std::pair<const char*, const char*> cases[] = {   // extended to (exclusive) → due
        {"2026-02-21", "2026-02-21T00:00"}, {"2026-06-01", "2026-03-14T00:00"}, {"2026-02-01", "2026-02-12T00:00"}};
    for (const auto& [extended, due] : cases) {
        Message m = message("fz59", "1", "2026-01-12");
        m.registered = m.received;
        m.extended_to = at(extended);
        apply_clock(m, small_profile(), WorkCalendar{});
        EXPECT_EQ(format_iso_minute(m.due), due) << extended;
    }
}

TEST(Clocks, HoursAreNotInventedForAMessageWithoutAnHour) {
    Message m = message("im", "1", "2026-11-16");
    EXPECT_TRUE(apply_clock(m, small_profile(), WorkCalendar{}));
    EXPECT_EQ(m.due, kNoTime);
}

TEST(Clocks, ApplyOnlyWhileTheyAreInForce) {
    Profile profile = small_profile();
    profile.clocks[1].valid_from = day_from_date({2026, 1, 1});
    profile.clocks[1].valid_until = day_from_date({2026, 12, 31});
    for (const auto& [received, is_found] : {std::pair{"2025-12-31", false}, {"2026-01-01", true}, {"2026-12-31", true}, {"2027-01-01", false}}) {
        Message m = message("pos", "1", received);
        EXPECT_EQ(apply_clock(m, profile, WorkCalendar{}) != nullptr, is_found) << received;
    }
    Message unknown = message("mail", "1", "2026-01-06");
    EXPECT_FALSE(apply_clock(unknown, profile, WorkCalendar{}));
}

TEST(SideClocks, SayLateWithoutTouchingTheDeadline) {
    const Profile profile = *builtin_profile("oktyabrskoe");
    const WorkCalendar calendar = *builtin_calendar();
    struct Case { const char *what, *received, *registered, *forwarded; bool late_registered, late_forwarded; };
    const Case cases[] = {
        {"the third day", "2026-11-09", "2026-11-12", "", false, false},
        {"the fourth day", "2026-11-09", "2026-11-13", "", true, false},
        {"the third day is a Sunday: Monday will do", "2026-11-12", "2026-11-16", "", false, false},
        {"Tuesday will not", "2026-11-12", "2026-11-17", "", true, false},
        {"through the New Year holidays", "2025-12-30", "2026-01-12", "", false, false},
        {"the seventh day after registration", "2026-11-09", "2026-11-10", "2026-11-17", false, false},
        {"the eighth day after registration", "2026-11-09", "2026-11-10", "2026-11-18", false, true},
        {"not registered, not forwarded: nobody knows", "2026-11-09", "", "", false, false},
    };
    for (const Case& c : cases) {
        Message m = message("fz59", "1", c.received);
        if (*c.registered) m.registered = at(c.registered);
        if (*c.forwarded) m.forwarded = at(c.forwarded);
        apply_side_clocks(m, profile, calendar);
        EXPECT_EQ(m.late_registered, c.late_registered) << c.what;
        EXPECT_EQ(m.late_forwarded, c.late_forwarded) << c.what;
        EXPECT_EQ(m.due, kNoTime) << c.what;
        EXPECT_EQ(apply_clock(m, profile, calendar)->id, "fz59") << "a side clock sets no deadline";
    }
    Message other = message("pos", "1", "2026-11-09");
    other.registered = at("2026-11-19");
    apply_side_clocks(other, profile, calendar);
    EXPECT_FALSE(other.late_registered) << "the law speaks of appeals";
}

TEST(Clocks, ALastDayThatIsNotWorkedMovesAsTheClockSays) {
    Profile profile = small_profile();
    const WorkCalendar calendar = *builtin_calendar();
    const std::pair<DayOff, const char*> cases[] = {   // 25 days after 7 December 2026 is the holiday of 1 January 2027
        {DayOff::Stays, "2027-01-02T00:00"}, {DayOff::Next, "2027-01-12T00:00"}, {DayOff::Previous, "2026-12-31T00:00"}};
    for (const auto& [day_off, due] : cases) {
        profile.clocks[1].day_off = day_off;
        Message m = message("pos", "1", "2026-12-07");
        apply_clock(m, profile, calendar);
        EXPECT_EQ(format_iso_minute(m.due), due);
    }
}

TEST(Clocks, SayWhereTheCalendarKnowsWeekendsOnly) {
    const WorkCalendar calendar = *builtin_calendar();
    Clock days, working;
    working.unit = ClockUnit::WorkingDays;
    EXPECT_FALSE(is_beyond_calendar(working, at("2028-01-01"), calendar)) << "the end of 31 December 2027";
    EXPECT_TRUE(is_beyond_calendar(working, at("2028-01-12"), calendar));
    EXPECT_FALSE(is_beyond_calendar(days, at("2028-01-12"), calendar)) << "calendar days need no calendar";
}

/// Decree of the Government of 17.09.2026 № 1187 and article 112 of the Labour Code.
TEST(Calendar, Knows2027) {
    const WorkCalendar calendar = *builtin_calendar();
    const std::pair<const char*, bool> days[] = {{"2027-01-08", false}, {"2027-01-11", true},  {"2027-02-20", true},  {"2027-02-22", false}, {"2027-03-08", false},
                                                 {"2027-05-03", false}, {"2027-05-10", false}, {"2027-06-14", false}, {"2027-11-05", false}, {"2027-12-31", false},
                                                 {"2027-05-04", true},  {"2027-11-03", true}};
    for (const auto& [day, is_working] : days) EXPECT_EQ(calendar.is_working(day_from_minute(at(day))), is_working) << day;
    EXPECT_EQ(calendar.working_days_between(day_from_minute(at("2026-12-31")), day_from_minute(at("2027-12-31"))), 247);
}

/// Days of `type` in a year of the production calendar, as <day d="01.09" t="1" …/>.
std::vector<Day> days_of(const std::string& xml, int year, char type) {
    std::vector<Day> days;
    for (std::size_t pos = xml.find("<day d=\""); pos != std::string::npos; pos = xml.find("<day d=\"", pos + 1)) {
        const std::string tag = xml.substr(pos, xml.find('>', pos) - pos);
        if (tag.find(std::string{"t=\""} + type) == std::string::npos) continue;
        days.push_back(day_from_date({year, static_cast<unsigned>(std::stoi(tag.substr(8, 2))), static_cast<unsigned>(std::stoi(tag.substr(11, 2)))}));
    }
    return days;
}

TEST(Calendar, EveryYearIsAsTheProductionCalendarHasIt) {
    const char* named = std::getenv("PROBLEMATOR_REAL_DATA");
    const std::filesystem::path folder = (named ? std::filesystem::path{named} : std::filesystem::path{PROBLEMATOR_SOURCE_DIR} / "../shared/data") / "calendar/ru";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no production calendar; set PROBLEMATOR_REAL_DATA to the folder of the public data";
    const WorkCalendar calendar = *builtin_calendar();
    for (int year = 2013; year <= 2026; ++year) {
        std::ifstream file{folder / std::to_string(year) / "calendar.xml"};
        std::stringstream text;
        text << file.rdbuf();
        const auto off = days_of(text.str(), year, '1'), shortened = days_of(text.str(), year, '2'), working = days_of(text.str(), year, '3');
        ASSERT_GE(off.size(), 14u) << year;
        for (const Day day : off) EXPECT_FALSE(calendar.is_working(day)) << format_iso_day(day);
        for (const auto* days : {&shortened, &working})
            for (const Day day : *days) EXPECT_TRUE(calendar.is_working(day)) << format_iso_day(day);
        for (Day day = day_from_date({year, 1, 1}); day < day_from_date({year + 1, 1, 1}); ++day) {
            const bool is_told = std::find(off.begin(), off.end(), day) != off.end() || std::find(shortened.begin(), shortened.end(), day) != shortened.end() ||
                                 std::find(working.begin(), working.end(), day) != working.end();
            EXPECT_TRUE(is_told || calendar.is_working(day) == (weekday_from_day(day) < 5)) << format_iso_day(day);
        }
    }
}

}  // namespace
}  // namespace problemator
