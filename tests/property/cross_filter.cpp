// Whatever is filtered: CrossFilter, the stateless functions and a loop that anyone can read give the same numbers.
#include "core/query/cross_filter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/property/random_table.hpp"

namespace problemator::testing_parts {
namespace {

constexpr Axis kAxes[] = {Axis::Channel, Axis::Topic, Axis::Subtopic, Axis::Territory, Axis::Status, Axis::Network, Axis::Day,
                          Axis::Week, Axis::Month, Axis::Weekday, Axis::Hour};

Minute time_on(const Table& t, std::size_t row, Basis basis) {
    if (basis == Basis::Received) return t.received[row];
    if (basis == Basis::Decided) return t.decided[row];
    if (basis == Basis::Due) return t.due[row];
    return (t.marks[row] & bit(Mark::Closed)) != 0 ? t.closed[row] : kNoTime;
}

bool passes(const Table& t, std::size_t row, const Filter& f) {
    const Minute time = time_on(t, row, f.basis);
    if (time == kNoTime || time < f.period.from || time >= f.period.until) return false;
    for (const auto d : kAllDimensions) {
        const auto& keep = f.keep[index(d)];
        if (!keep.empty() && std::find(keep.begin(), keep.end(), t.column(d)[row]) == keep.end()) return false;
    }
    if ((t.marks[row] & f.with) != f.with || (t.marks[row] & f.without) != 0) return false;
    if (f.open_at == kNoTime) return true;
    if (t.received[row] > f.open_at) return false;
    return t.closed[row] != kNoTime ? t.closed[row] > f.open_at : (t.marks[row] & bit(Mark::Open)) != 0;
}

void count(Tally& sum, const Table& t, std::size_t row) {
    const auto is = [&](Mark m) { return (t.marks[row] & bit(m)) != 0 ? 1u : 0u; };
    sum.n += 1;
    sum.open += is(Mark::Open);
    sum.overdue_now += is(Mark::OverdueNow);
    sum.due_soon += is(Mark::DueSoon);
    sum.decided += is(Mark::Decided);
    sum.in_time += is(Mark::InTime);
    sum.closed += is(Mark::Closed);
    sum.repeats += is(Mark::Repeat);
    sum.fast_track += is(Mark::FastTrack);
    sum.fast_eligible += is(Mark::FastEligible);
    sum.fast_in_time += is(Mark::FastTrack) & is(Mark::InTime);
    sum.auto_routed += is(Mark::AutoRouted);
    sum.auto_control += is(Mark::AutoControl);
    sum.rated += is(Mark::Rated);
    sum.rated_high += is(Mark::RatedHigh);
    sum.rating_sum += t.rating[row];
    sum.gratitude += is(Mark::Gratitude);
    sum.consultation += is(Mark::Consultation);
}

int key_of(const Table& t, std::size_t row, Axis axis, Basis basis) {
    const Minute time = time_on(t, row, basis);
    switch (axis) {
        case Axis::Day: return day_from_minute(time);
        case Axis::Week: return week_from_minute(time);
        case Axis::Month: return month_from_day(day_from_minute(time));
        case Axis::Weekday: return weekday_from_day(day_from_minute(time));
        case Axis::Hour: return hour_from_minute(time);
        default: return t.column(static_cast<Dimension>(axis))[row];
    }
}

bool counts_on(const Table& t, std::size_t row, Axis axis) { return axis != Axis::Hour || (t.marks[row] & bit(Mark::HasTime)) != 0; }

Filter without_own(Filter filter, Axis axis) {
    if (is_dimension(axis)) filter.keep[static_cast<std::size_t>(axis)].clear();
    else filter.period = Period{};
    return filter;
}

/// Groups that are not empty.
std::map<int, Tally> naive_groups(const Table& t, const Filter& f, Axis axis) {
    std::map<int, Tally> groups;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        if (passes(t, row, f) && counts_on(t, row, axis)) count(groups[key_of(t, row, axis, f.basis)], t, row);
    }
    return groups;
}

std::map<int, Tally> filled(const Grouped& grouped) {
    std::map<int, Tally> groups;
    for (std::size_t i = 0; i < grouped.keys.size(); ++i) {
        if (grouped.tallies[i].n > 0) groups[grouped.keys[i]] = grouped.tallies[i];
    }
    return groups;
}

std::map<std::pair<int, int>, Tally> naive_cells(const Table& t, const Filter& f, Axis rows, Axis columns) {
    std::map<std::pair<int, int>, Tally> cells;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        if (!passes(t, row, f) || !counts_on(t, row, rows) || !counts_on(t, row, columns)) continue;
        count(cells[{key_of(t, row, rows, f.basis), key_of(t, row, columns, f.basis)}], t, row);
    }
    return cells;
}

std::map<std::pair<int, int>, Tally> filled(const Pivot& pivot) {
    std::map<std::pair<int, int>, Tally> cells;
    for (std::size_t r = 0; r < pivot.rows.size(); ++r) {
        for (std::size_t c = 0; c < pivot.columns.size(); ++c) {
            if (pivot.at(r, c).n > 0) cells[{pivot.rows[r], pivot.columns[c]}] = pivot.at(r, c);
        }
    }
    return cells;
}

std::size_t naive_count(const Table& t, const Filter& f) {
    std::size_t n = 0;
    for (std::size_t row = 0; row < t.rows(); ++row) n += passes(t, row, f) ? 1u : 0u;
    return n;
}

TEST(CrossFilterProperty, EveryViewEqualsTheStatelessOneAndThePlainLoop) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        Dice dice{seed};
        const Table table = random_table(dice, dice.below(seed % 8 == 0 ? 3000 : 400));
        CrossFilter cross{table};
        for (int step = 0; step < 6; ++step) {
            const Filter filter = random_filter(dice, table);
            cross.set(filter);
            ASSERT_EQ(cross.kept_rows(), matching_rows(table, filter)) << "seed " << seed << ", step " << step;
            ASSERT_EQ(cross.kept(), naive_count(table, filter));
            ASSERT_EQ(cross.kept(), count_rows(table, filter));
            ASSERT_EQ(cross.total(), total(table, filter));
            const Axis axis = kAxes[dice.below(11)];
            const Filter others = without_own(filter, axis);
            const Grouped view = cross.by(axis), stateless = group(table, others, axis);
            ASSERT_EQ(view.keys, stateless.keys) << "seed " << seed << ", axis " << axis_id(axis);
            ASSERT_EQ(view.tallies, stateless.tallies);
            ASSERT_EQ(filled(view), naive_groups(table, others, axis)) << "seed " << seed << ", axis " << axis_id(axis);
            ASSERT_EQ(filled(cross.by(axis, false)), naive_groups(table, filter, axis));
        }
    }
}

// Blocks of rows without any hit are skipped: a period of hours on a table of many blocks, and periods that begin or end nowhere.
TEST(CrossFilterProperty, ShortPeriodsOfEveryBasisKeepTheRowsOfThePlainLoop) {
    Dice dice{11};
    const Table table = random_table(dice, 6000);
    for (int step = 0; step < 120; ++step) {
        Filter filter;
        filter.basis = static_cast<Basis>(dice.below(4));
        const Minute from = kStart + dice.below(kDays * kMinutesPerDay);
        filter.period = {from, from + dice.below(2 * kMinutesPerDay)};
        if (step % 10 == 0) filter.period.from = INT32_MIN;
        if (step % 15 == 0) filter.period.until = INT32_MAX;
        if (step % 3 == 0) filter.with = bit(Mark::Late);
        if (step % 7 == 0) filter.without = bit(step % 14 == 0 ? Mark::Late : Mark::Repeat);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < table.rows(); ++row)
            if (passes(table, row, filter)) expected.push_back(row);
        ASSERT_EQ(matching_rows(table, filter), expected) << "step " << step;
    }
}

TEST(CrossFilterProperty, EveryPivotEqualsTheStatelessOneAndThePlainLoop) {
    for (std::uint32_t seed = 100; seed < 130; ++seed) {
        Dice dice{seed};
        const Table table = random_table(dice, 600);
        CrossFilter cross{table};
        for (int step = 0; step < 4; ++step) {
            const Filter filter = random_filter(dice, table);
            cross.set(filter);
            const Axis rows = kAxes[dice.below(11)], columns = kAxes[dice.below(11)];
            const Filter others = without_own(without_own(filter, rows), columns);
            const Pivot view = cross.cross(rows, columns), stateless = pivot(table, others, rows, columns);
            ASSERT_EQ(view.rows, stateless.rows) << "seed " << seed;
            ASSERT_EQ(view.columns, stateless.columns);
            ASSERT_EQ(view.tallies, stateless.tallies);
            ASSERT_EQ(filled(view), naive_cells(table, others, rows, columns));
            const Pivot all = cross.cross(rows, columns, false);
            const CountPivot counts = cross.count(rows, columns);
            ASSERT_EQ(counts.rows, all.rows);
            ASSERT_EQ(counts.counts.size(), all.tallies.size());
            for (std::size_t i = 0; i < counts.counts.size(); ++i) ASSERT_EQ(counts.counts[i], all.tallies[i].n);
        }
    }
}

TEST(CrossFilterProperty, CountsOpenAtAMomentEqualAFilterThatAsksForIt) {
    Dice dice{7};
    const Table table = random_table(dice, 2000);
    CrossFilter cross{table};
    for (int step = 0; step < 20; ++step) {
        Filter filter = random_filter(dice, table);
        filter.open_at = kNoTime;
        cross.set(filter);
        const Minute moment = kStart + dice.below(kDays * kMinutesPerDay);
        const CountPivot counts = cross.count(Axis::Territory, Axis::Topic, moment);
        filter.open_at = moment;
        const Pivot asked = pivot(table, filter, Axis::Territory, Axis::Topic);
        ASSERT_EQ(counts.rows, asked.rows);
        ASSERT_EQ(counts.columns, asked.columns);
        for (std::size_t i = 0; i < counts.counts.size(); ++i) ASSERT_EQ(counts.counts[i], asked.tallies[i].n);
    }
}

TEST(QueryProperty, GroupsAddUpToTheTotal) {
    for (std::uint32_t seed = 200; seed < 220; ++seed) {
        Dice dice{seed};
        const Table table = random_table(dice, 800);
        Filter filter = random_filter(dice, table);
        for (const auto axis : kAxes) {
            if (axis == Axis::Hour) filter.with |= bit(Mark::HasTime);
            Tally sum;
            for (const auto& tally : group(table, filter, axis).tallies) sum += tally;
            ASSERT_EQ(sum, total(table, filter)) << "seed " << seed << ", axis " << axis_id(axis);
            std::size_t minutes = 0;
            for (const auto& of_group : reply_minutes_by(table, filter, axis).minutes) minutes += of_group.size();
            ASSERT_EQ(minutes, reply_minutes(table, filter).size());
            ASSERT_EQ(minutes, sum.closed);
        }
    }
}

}  // namespace
}  // namespace problemator::testing_parts
