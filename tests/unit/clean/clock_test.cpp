#include <gtest/gtest.h>

#include "core/base/format.hpp"
#include "core/clean/clean.hpp"
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

}  // namespace
}  // namespace problemator
