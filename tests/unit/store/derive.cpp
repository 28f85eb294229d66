#include <gtest/gtest.h>

#include "core/store/table.hpp"

namespace problemator {
namespace {

constexpr Minute kDay = kMinutesPerDay;
constexpr Minute kMonday = 20601 * kDay;
constexpr Minute kAsOf = kMonday + 14 * kDay;
constexpr Marks kJudged = bit(Mark::Open) | bit(Mark::OverdueNow) | bit(Mark::Decided) | bit(Mark::InTime) | bit(Mark::Late) |
                          bit(Mark::DueSoon) | bit(Mark::Closed);

struct Case {
    const char* what;
    MessageStatus status;
    Minute due, answered, closed;
    bool due_by_answer;
    Marks marks;
    Minute decided;
};

Table table_of(const Case& c, Minute as_of) {
    Message m;
    m.id = "1";
    m.channel = "pos";
    m.received = kMonday + 600;
    m.status = c.status;
    m.due = c.due;
    m.answered = c.answered;
    m.closed = c.closed;
    m.due_by_answer = c.due_by_answer;
    TableBuilder builder;
    builder.add(m);
    return std::move(builder).finish(as_of, {});
}

TEST(Derive, StatesFollowFromTimesAndStatus) {
    using S = MessageStatus;
    const Marks met = bit(Mark::Decided) | bit(Mark::InTime), missed = bit(Mark::Decided) | bit(Mark::Late);
    const Marks overdue = missed | bit(Mark::Open) | bit(Mark::OverdueNow);
    const Minute noon = kMonday + 3 * kDay + 720, midnight = kMonday + 4 * kDay;
    const Case cases[] = {
        {"open, no clock", S::InWork, kNoTime, kNoTime, kNoTime, false, bit(Mark::Open), kNoTime},
        {"open, due later", S::InWork, kAsOf + 9 * kDay, kNoTime, kNoTime, false, bit(Mark::Open), kNoTime},
        {"open, due on the third day", S::New, kAsOf + 3 * kDay, kNoTime, kNoTime, false, bit(Mark::Open) | bit(Mark::DueSoon), kNoTime},
        {"open, due at this very moment", S::New, kAsOf, kNoTime, kNoTime, false, bit(Mark::Open) | bit(Mark::DueSoon), kNoTime},
        {"open, overdue", S::Postponed, noon, kNoTime, kNoTime, false, overdue, noon},
        {"closed, no clock", S::Unknown, kNoTime, kNoTime, noon, false, bit(Mark::Closed), kNoTime},
        {"closed at the minute", S::Answered, noon, kNoTime, noon, false, met | bit(Mark::Closed), noon},
        {"closed a minute late", S::Answered, noon, kNoTime, noon + 1, false, missed | bit(Mark::Closed), noon + 1},
        {"due by the end of the day, closed on that day", S::Answered, midnight, kNoTime, midnight - kDay, false, met | bit(Mark::Closed), midnight - kDay},
        {"due by the end of the day, closed on the next", S::Answered, midnight, kNoTime, midnight, false, missed | bit(Mark::Closed), midnight},
        {"final status without a date", S::Answered, noon, kNoTime, kNoTime, false, 0, kNoTime},
        {"redirected without a date", S::Redirected, noon, kNoTime, kNoTime, false, 0, kNoTime},
        {"closed after the moment", S::Answered, kAsOf + kDay, kNoTime, kAsOf + 5, false, bit(Mark::Open) | bit(Mark::DueSoon), kNoTime},
        {"the clock stops at the answer", S::InWork, noon, noon - 5, kNoTime, true, met | bit(Mark::Open), noon - 5},
        {"answered late, closed later", S::Answered, noon, noon + 5, noon + 50, true, missed | bit(Mark::Closed), noon + 5},
        {"the clock does not stop at the answer", S::InWork, noon, noon - 5, kNoTime, false, overdue, noon},
        {"no answer known: the closing counts", S::Answered, noon, kNoTime, noon - 1, true, met | bit(Mark::Closed), noon - 1},
    };
    for (const auto& c : cases) {
        const Table table = table_of(c, kAsOf);
        EXPECT_EQ(table.marks[0] & kJudged, c.marks) << c.what;
        EXPECT_EQ(table.decided[0], c.decided) << c.what;
    }
}

TEST(Derive, AnEarlierMomentKnowsNothingOfLaterEvents) {
    const Minute due = kMonday + 5 * kDay, closed = kMonday + 8 * kDay;
    Table table = table_of({"", MessageStatus::Answered, due, kNoTime, closed, false, 0, 0}, kAsOf);
    struct { Minute as_of; Marks marks; } moments[] = {
        {kMonday, 0},
        {kMonday + kDay, bit(Mark::Open)},
        {kMonday + 3 * kDay, bit(Mark::Open) | bit(Mark::DueSoon)},
        {kMonday + 6 * kDay, bit(Mark::Open) | bit(Mark::OverdueNow) | bit(Mark::Decided) | bit(Mark::Late)},
        {kMonday + 9 * kDay, bit(Mark::Closed) | bit(Mark::Decided) | bit(Mark::Late)},
    };
    for (const auto& moment : moments) {
        derive(table, moment.as_of);
        EXPECT_EQ(table.marks[0] & kJudged, moment.marks) << moment.as_of;
    }
}

TEST(Derive, RatingsOfFourAndFiveAreHigh) {
    for (int rating = 0; rating <= 5; ++rating) {
        Message m;
        m.id = "1";
        m.channel = "pos";
        m.received = kMonday;
        m.rating = rating;
        TableBuilder builder;
        builder.add(m);
        const Table table = std::move(builder).finish(kAsOf, {});
        EXPECT_EQ(has(table.marks[0], Mark::Rated), rating > 0);
        EXPECT_EQ(has(table.marks[0], Mark::RatedHigh), rating >= 4);
    }
}

}  // namespace
}  // namespace problemator
