#include "core/model/counts/overdue_weeks.hpp"

#include <gtest/gtest.h>

#include "tests/unit/model/make_table.hpp"

namespace problemator::testing_tables {
namespace {

// At the moment of a week: late rows of the filter that were due before it and had no answer by then.
std::uint32_t plain_count(const Scope& scope, Week week) {
    const Table& table = scope.table;
    const Minute moment = week >= scope.home ? table.as_of : std::min(table.as_of, first_minute_of_week(week + 1));
    Filter filter = scope.filter;
    filter.period = {};
    std::uint32_t n = 0;
    for (const auto row : matching_rows(table, filter)) {
        const bool is_over = std::max(table.due[row], table.received[row]) < moment;
        n += has(table.marks[row], Mark::Late) && is_over && (has(table.marks[row], Mark::OverdueNow) || table.decided[row] >= moment) ? 1u : 0u;
    }
    return n;
}

TEST(OverdueWeeks, EveryWeekIsThatOfAPlainLoop) {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const Snapshot snapshot = random_snapshot(seed, 1500, 90);
        const World world{oktyabrskoe(), snapshot, ""};
        for (const char* hash : {"#/svodka", "#/svodka?b=utilities", "#/svodka?b=utilities,roads"}) {
            const State state = from_hash(hash);
            const Scope scope = scope_of(world, state);
            for (const Week last : {home_week() + 1, home_week(), home_week() - 30}) {
                const auto weeks = overdue_by_week(scope, last - 52, last);
                ASSERT_EQ(weeks.size(), 53u);
                for (Week back = 0; back < 53; ++back) EXPECT_EQ(weeks[52 - static_cast<std::size_t>(back)], plain_count(scope, last - back)) << hash << ", " << back << " weeks back";
            }
        }
    }
}

TEST(OverdueWeeks, MarksThatTheReaderAsksForStayAsked) {
    const Snapshot snapshot = random_snapshot(4, 1500, 90);
    const World world{oktyabrskoe(), snapshot, ""};
    for (const Mark mark : {Mark::OverdueNow, Mark::Late, Mark::Repeat, Mark::Open}) {
        for (const bool is_wanted : {true, false}) {
            State state;
            (is_wanted ? state.with : state.without) = bit(mark);
            const Scope scope = scope_of(world, state);
            const auto weeks = overdue_by_week(scope, home_week() - 12, home_week());
            for (Week back = 0; back < 13; ++back) EXPECT_EQ(weeks[12 - static_cast<std::size_t>(back)], plain_count(scope, home_week() - back)) << back << " weeks back";
        }
    }
}

}  // namespace
}  // namespace problemator::testing_tables
