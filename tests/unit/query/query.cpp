#include <gtest/gtest.h>

#include "core/query/cross_filter.hpp"

namespace problemator {
namespace {

constexpr Day kMonday = 20598;   // 2026-05-25

struct Row { const char* id; int day, hour; const char* topic; const char* territory; int rating; int closed_day; };

// Two weeks; the week between them has no messages.
constexpr Row kRows[] = {
    {"1", 0, 9, "roads", "north", 5, 2},   {"2", 0, 23, "water", "north", 0, -1}, {"3", 1, 9, "roads", "south", 4, 1},
    {"4", 6, 0, "heat", "south", 2, 20},   {"5", 14, 9, "roads", "north", 0, -1}, {"6", 15, 10, "roads", "south", 3, 16},
};

Table small_table() {
    TableBuilder builder;
    for (const auto& row : kRows) {
        Message m;
        m.id = row.id;
        m.channel = "pos";
        m.received = minute_from_day(kMonday + row.day) + row.hour * 60;
        m.received_has_time = row.hour != 0;
        m.due = minute_from_day(kMonday + row.day + 3);
        if (row.closed_day >= 0) m.closed = minute_from_day(kMonday + row.closed_day) + 12 * 60;
        m.topic = row.topic;
        m.territory = row.territory;
        m.rating = row.rating;
        builder.add(m);
    }
    return std::move(builder).finish(minute_from_day(kMonday + 21), {});
}

Period week_of(int first_day, int days = 7) { return {minute_from_day(kMonday + first_day), minute_from_day(kMonday + first_day + days)}; }

std::vector<std::uint32_t> counts(const Grouped& grouped) {
    std::vector<std::uint32_t> n;
    for (const auto& tally : grouped.tallies) n.push_back(tally.n);
    return n;
}

Code topic(const Table& table, std::string_view name) { return table.dictionary(Dimension::Topic).find(name); }

TEST(Filter, APeriodIsHalfOpenOnEveryBasis) {
    const Table table = small_table();
    Filter filter;
    filter.period = week_of(0, 1);
    EXPECT_EQ(matching_rows(table, filter), (std::vector<std::uint32_t>{0, 1}));
    filter.basis = Basis::Closed;
    filter.period = week_of(1, 2);
    EXPECT_EQ(matching_rows(table, filter), (std::vector<std::uint32_t>{0, 2}));
    filter.basis = Basis::Decided;   // row 1 was due, and still open, when day 3 began
    filter.period = week_of(3, 1);
    EXPECT_EQ(matching_rows(table, filter), (std::vector<std::uint32_t>{1}));
}

TEST(Filter, OpenAtAMomentMeansReceivedByItAndClosedAfterIt) {
    const Table table = small_table();
    Filter filter;
    filter.open_at = minute_from_day(kMonday + 2);   // row 2 is closed by then, row 0 is not
    EXPECT_EQ(matching_rows(table, filter), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Filter, ContradictingMarksKeepNothing) {
    const Table table = small_table();
    Filter filter;
    filter.with = filter.without = bit(Mark::Closed);
    EXPECT_EQ(count_rows(table, filter), 0u);
    CrossFilter cross{table};
    cross.set(filter);
    EXPECT_EQ(cross.kept(), 0u);
}

TEST(Group, AWeekWithoutMessagesIsAZero) {
    const Table table = small_table();
    const Grouped weeks = group(table, {}, Axis::Week);
    EXPECT_EQ(weeks.keys, (std::vector<std::int32_t>{week_from_day(kMonday), week_from_day(kMonday) + 1, week_from_day(kMonday) + 2}));
    EXPECT_EQ(counts(weeks), (std::vector<std::uint32_t>{4, 0, 2}));
}

TEST(Group, DaysOfABoundedPeriodAreAllThere) {
    const Table table = small_table();
    Filter filter;
    filter.period = week_of(-2, 5);
    EXPECT_EQ(counts(group(table, filter, Axis::Day)), (std::vector<std::uint32_t>{0, 0, 2, 1, 0}));
}

TEST(Group, HoursLeaveOutMessagesWithoutTime) {
    const Table table = small_table();
    const Grouped hours = group(table, {}, Axis::Hour);
    ASSERT_EQ(hours.keys.size(), 24u);
    EXPECT_EQ(hours.tallies[0].n, 0u);   // row 3 has only a day
    EXPECT_EQ(hours.tallies[9].n, 3u);
    EXPECT_EQ(hours.tallies[23].n, 1u);
    EXPECT_EQ(counts(group(table, {}, Axis::Weekday)), (std::vector<std::uint32_t>{3, 2, 0, 0, 0, 0, 1}));
}

TEST(Group, AnEmptyTableHasNoGroups) {
    const Table table = std::move(TableBuilder{}).finish(0, {});
    EXPECT_TRUE(group(table, {}, Axis::Week).keys.empty());
    EXPECT_TRUE(group(table, {}, Axis::Topic).keys.empty());
    EXPECT_EQ(group(table, {}, Axis::Weekday).keys.size(), 7u);
    EXPECT_EQ(total(table, {}), Tally{});
}

TEST(Pivot, TooManyCellsGiveNoneInsteadOfAllTheMemory) {
    TableBuilder builder;
    for (int i = 0; i < 1100; ++i) {
        Message m;
        m.id = m.topic = m.subtopic = std::to_string(i);
        m.channel = "pos";
        m.received = minute_from_day(kMonday);
        builder.add(m);
    }
    const Table table = std::move(builder).finish(minute_from_day(kMonday + 1), {});
    EXPECT_TRUE(pivot(table, {}, Axis::Topic, Axis::Subtopic).rows.empty());
    EXPECT_EQ(pivot(table, {}, Axis::Topic, Axis::Channel).rows.size(), 1100u);
}

TEST(CrossFilter, ViewIgnoresItsOwnFilter) {
    const Table table = small_table();
    CrossFilter cross{table};
    Filter filter;
    filter.keep[index(Dimension::Topic)] = {topic(table, "roads")};
    cross.set(filter);
    EXPECT_EQ(counts(cross.by(Axis::Topic)), (std::vector<std::uint32_t>{4, 1, 1}));
    EXPECT_EQ(counts(cross.by(Axis::Topic, false)), (std::vector<std::uint32_t>{4}));
    EXPECT_EQ(counts(cross.by(Axis::Territory)), (std::vector<std::uint32_t>{2, 2}));
}

TEST(CrossFilter, TimeViewIgnoresThePeriod) {
    const Table table = small_table();
    CrossFilter cross{table};
    Filter filter;
    filter.period = week_of(0);
    cross.set(filter);
    EXPECT_EQ(counts(cross.by(Axis::Week)), (std::vector<std::uint32_t>{4, 0, 2}));
    EXPECT_EQ(cross.kept(), 4u);
}

TEST(CrossFilter, ClearingAFilterBringsEveryRowBack) {
    const Table table = small_table();
    CrossFilter cross{table};
    Filter filter;
    filter.keep[index(Dimension::Topic)] = {topic(table, "heat")};
    filter.with = bit(Mark::Closed);
    filter.open_at = minute_from_day(kMonday + 7);
    filter.basis = Basis::Decided;
    filter.period = week_of(0);
    cross.set(filter);
    cross.set({});
    EXPECT_EQ(cross.kept(), table.rows());
}

TEST(CrossFilter, ANameGivenTwiceIsKeptOnce) {
    const Table table = small_table();
    CrossFilter cross{table};
    Filter filter;
    auto& keep = filter.keep[index(Dimension::Topic)];
    const Code roads = topic(table, "roads");
    for (const auto& codes : {std::vector<Code>{roads}, {roads, roads}, {roads, 9999}, {roads}}) {
        keep = codes;
        cross.set(filter);
        EXPECT_EQ(cross.kept(), 4u);
        EXPECT_EQ(count_rows(table, filter), 4u);
    }
}

TEST(CrossFilter, TopIsByCountThenByName) {
    const Table table = small_table();
    CrossFilter cross{table};
    const Grouped top = cross.top(Dimension::Topic, 2);
    EXPECT_EQ(top.keys, (std::vector<std::int32_t>{topic(table, "roads"), topic(table, "heat")}));   // "heat" before "water"
    EXPECT_EQ(counts(top), (std::vector<std::uint32_t>{4, 1}));
}

TEST(ReplyMinutes, AreOfClosedRowsOnly) {
    const Table table = small_table();
    auto minutes = reply_minutes(table, {});
    std::sort(minutes.begin(), minutes.end());
    EXPECT_EQ(minutes, (std::vector<Minute>{180, 1560, 3060, 14 * 1440 + 720}));
    const GroupedMinutes by_topic = reply_minutes_by(table, {}, Axis::Topic);
    ASSERT_EQ(by_topic.keys.size(), 3u);
    EXPECT_EQ(by_topic.minutes[0].size(), 3u);   // roads
    EXPECT_TRUE(by_topic.minutes[1].empty());    // water
}

TEST(Measure, SharesHaveNoValueWithoutADenominator) {
    Tally t;
    for (const auto m : {Measure::InTimeShare, Measure::OverdueShare, Measure::Satisfaction, Measure::HighRatingShare, Measure::RepeatShare,
                         Measure::FastTrackShare, Measure::MedianReply, Measure::PerThousand}) {
        EXPECT_FALSE(value(t, m).has_value()) << measure_id(m);
    }
    t.n = 10, t.decided = 8, t.in_time = 6, t.rated = 4, t.rated_high = 1, t.rating_sum = 11, t.repeats = 3, t.fast_eligible = 5, t.fast_in_time = 2;
    EXPECT_DOUBLE_EQ(*value(t, Measure::InTimeShare), 0.75);
    EXPECT_DOUBLE_EQ(*value(t, Measure::OverdueShare), 0.25);
    EXPECT_DOUBLE_EQ(*value(t, Measure::Satisfaction), 2.75);
    EXPECT_DOUBLE_EQ(*value(t, Measure::HighRatingShare), 0.25);
    EXPECT_DOUBLE_EQ(*value(t, Measure::RepeatShare), 0.3);
    EXPECT_DOUBLE_EQ(*value(t, Measure::FastTrackShare), 0.4);
}

TEST(Names, OfAxesAndMeasuresReadBack) {
    for (int i = 0; i <= static_cast<int>(Axis::Hour); ++i) EXPECT_EQ(parse_axis(axis_id(static_cast<Axis>(i))), static_cast<Axis>(i));
    for (int i = 0; i <= static_cast<int>(Measure::PerThousand); ++i) {
        EXPECT_EQ(parse_measure(measure_id(static_cast<Measure>(i))), static_cast<Measure>(i));
        EXPECT_FALSE(measure_name(static_cast<Measure>(i)).ru.empty());
    }
    EXPECT_FALSE(parse_axis("years").has_value());
    EXPECT_FALSE(parse_measure("").has_value());
}

}  // namespace
}  // namespace problemator
