#include "core/model/state.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/scope.hpp"
#include "core/stats/random.hpp"

namespace problemator {
namespace {

struct Case { const char* hash; State state; };

State week_of_block() {
    State s;
    s.screen = Screen::Heatmap;
    s.week = *week_from_iso({2026, 46});
    s.keep[index(Dimension::Block)] = {"zhkh"};
    return s;
}

State open_cell() {
    State s = week_of_block();
    s.keep[index(Dimension::Territory)] = {"a b", "жёлтое"};
    s.cell = {"rechnoe", "2026-W45"};
    s.with = bit(Mark::OverdueNow) | bit(Mark::Repeat);
    s.lang = Lang::En;
    s.compare = Compare::None;
    return s;
}

TEST(State, IsWrittenShortlyWithDefaultsLeftOut) {
    EXPECT_EQ(to_hash(State{}), "#/svodka");
    EXPECT_EQ(to_hash(week_of_block()), "#/teplo?b=zhkh&w=2026-W46");
    EXPECT_EQ(to_hash(open_cell()), "#/teplo?b=zhkh&cell=rechnoe,2026-W45&compare=0&lang=en&m=overdue,repeat&t=a%20b,%D0%B6%D1%91%D0%BB%D1%82%D0%BE%D0%B5&w=2026-W46");
}

TEST(State, PeriodOfWholeDaysNamesItsLastDay) {
    State s;
    s.period = Period{minute_from_day(day_from_date({2026, 11, 9})), minute_from_day(day_from_date({2026, 11, 12}))};
    EXPECT_EQ(to_hash(s), "#/svodka?p=2026-11-09..2026-11-11");
    s.period = Period{};
    EXPECT_EQ(to_hash(s), "#/svodka?p=all");
    s.period = Period{minute_from_day(day_from_date({2026, 11, 9})) + 14 * 60, minute_from_day(day_from_date({2026, 11, 9})) + 15 * 60};
    EXPECT_EQ(from_hash(to_hash(s)), s);
}

TEST(State, UnreadableValuesAreKeptAndDefaultsStand) {
    const State s = from_hash("#/teplo?w=yesterday&zoom=3&measure=beauty&b=zhkh");
    EXPECT_EQ(s.week, std::nullopt);
    EXPECT_EQ(s.measure, Measure::Count);
    EXPECT_EQ(s.keep[index(Dimension::Block)], std::vector<std::string>{"zhkh"});
    const std::vector<std::pair<std::string, std::string>> kept = {{"w", "yesterday"}, {"zoom", "3"}, {"measure", "beauty"}};
    EXPECT_EQ(s.unknown, kept);
    EXPECT_EQ(from_hash(to_hash(s)), s);
}

TEST(State, AnyBytesAreReadWithoutHarm) {
    Random random{7};
    const std::string_view alphabet = "#/?&=%,.-:0123456789abcwpmtTW\xD0\xB6\xFF\n ";
    for (int i = 0; i < 3000; ++i) {
        std::string hash;
        for (int n = static_cast<int>(random.uniform() * 80); n > 0; --n) hash += alphabet[static_cast<std::size_t>(random.uniform() * static_cast<double>(alphabet.size()))];
        const State once = from_hash(hash);
        EXPECT_EQ(from_hash(to_hash(once)), once) << hash;
    }
}

TEST(State, LongLinksAreCut) {
    const State s = from_hash("#/svodka?b=" + std::string(100'000, 'x'));
    EXPECT_LE(s.keep[index(Dimension::Block)].at(0).size(), 4096u);
}

State random_state(Random& random) {
    const auto below = [&](int n) { return static_cast<int>(random.uniform() * n); };
    State s;
    s.screen = static_cast<Screen>(below(5));
    s.lang = static_cast<Lang>(below(2));
    if (below(2)) s.week = *week_from_iso({2020 + below(10), 1 + below(52)});
    if (below(3) == 0) {
        const Minute from = minute_from_day(18'000 + below(3000)) + (below(2) ? below(1440) : 0);
        s.period = Period{from, from + below(100'000)};
    }
    s.basis = static_cast<Basis>(below(3));
    const std::string_view letters[] = {"a", "zhkh", "Ж", "a,b", "100%", "x&y=z", "a b", "#?/", "\xC2\xA0"};
    for (auto& ids : s.keep) {
        for (int n = below(4) == 0 ? below(4) : 0; n > 0; --n) ids.emplace_back(letters[below(9)]);
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    }
    s.with = static_cast<Marks>(below(1 << kMarks)) & static_cast<Marks>(below(1 << kMarks));
    s.without = below(3) ? 0 : static_cast<Marks>(below(1 << kMarks));
    s.view = static_cast<MatrixView>(below(6));
    s.measure = static_cast<Measure>(below(12));
    s.order = static_cast<Order>(below(4));
    s.span = static_cast<RatingSpan>(below(3));
    s.as_change = below(2);
    if (below(3) == 0) s.place = {{62, -66}, static_cast<std::uint32_t>(250 * (1 + below(8))), {{-3 - below(9), below(9)}, {4, below(20) - 10}}};
    s.map.as_tiles = below(2);
    s.map.hidden = static_cast<std::uint8_t>(below(1 << kMapLayers));
    if (below(2)) s.map = {s.map.as_tiles, s.map.hidden, 1 + below(kMaxMapZoom), below(180'000) - 90'000, below(360'000) - 180'000};
    s.compare = static_cast<Compare>(below(4));
    s.as_deviation = below(2);
    if (below(2)) s.order_week = *week_from_iso({2020 + below(10), 1 + below(52)});
    for (auto* ids : {&s.row_order, &s.column_order})
        for (int n = below(3) == 0 ? below(5) : 0; n > 0; --n)
            if (const std::string id{letters[below(9)]}; std::find(ids->begin(), ids->end(), id) == ids->end()) ids->push_back(id);   // kept as they stand, each once
    s.rated = static_cast<Rated>(below(2));
    s.is_unadjusted = below(2);
    if (below(3) == 0) s.cluster = ClusterKey{std::string{letters[below(9)]}, below(2) ? week_period(2900 + below(90)) : Period{minute_from_day(20'000), minute_from_day(20'000 + below(60))}};
    s.unfolded = static_cast<std::uint32_t>(below(1 << kDimensions));
    s.is_search_linked = below(2);
    if (s.is_search_linked) s.search = std::string{letters[below(9)]};
    if (below(2)) s.cell = {std::string{letters[below(9)]}, std::string{letters[below(9)]}};
    if (below(2)) s.message = "pos:327441806";
    if (below(2)) s.sort = "-due";
    if (below(2)) s.department = std::string{letters[below(9)]};
    if (below(2)) s.indicator = "fast_track";
    for (auto* ids : {&s.versus, &s.protocol}) {
        for (int n = below(4) == 0 ? below(4) : 0; n > 0; --n) ids->emplace_back(letters[below(9)]);
        std::sort(ids->begin(), ids->end());
        ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    }
    s.problem_view = static_cast<ProblemView>(below(3));
    s.problem_set = static_cast<ProblemSet>(below(6));
    s.overlay = static_cast<Overlay>(below(5));
    s.grain = static_cast<IndicatorGrain>(below(2));
    if (below(2)) s.problem = std::string{letters[below(9)]} + "~" + std::string{letters[below(9)]};
    if (below(2)) s.unknown = {{"later", std::string{letters[below(9)]}}};
    return s;
}

TEST(State, RandomStatesSurviveTheLink) {
    Random random{2026};
    for (int i = 0; i < 5000; ++i) {
        const State s = random_state(random);
        const auto hash = to_hash(s);
        ASSERT_LE(hash.size(), 4096u);
        ASSERT_EQ(from_hash(hash), s) << hash;
        for (const char c : hash) ASSERT_TRUE(c > ' ' && c < 127) << hash;
    }
}

TEST(State, PeriodOfTheRatingIsItsSpan) {
    State s;
    s.screen = Screen::Rating;
    const Week week = *week_from_iso({2026, 46});
    EXPECT_EQ(period_of(s, week).from, first_minute_of_week(week - 3));
    s.span = RatingSpan::YearToDate;
    EXPECT_EQ(period_of(s, week).from, minute_from_day(day_from_date({2026, 1, 1})));
    EXPECT_EQ(period_of(s, week).until, first_minute_of_week(week + 1));
}

TEST(State, WholeWeekIsWrittenAsAWeek) {
    const Week home = *week_from_iso({2026, 46});
    State s;
    set_period(s, week_period(home), home);
    EXPECT_EQ(to_hash(s), "#/svodka");
    set_period(s, week_period(home - 1), home);
    EXPECT_EQ(to_hash(s), "#/svodka?w=2026-W45");
}

TEST(State, NameThatTheTableNeverSawListsNothingAndIsReported) {
    Table table;
    table.names[index(Dimension::Block)].intern("ЖКХ", "zhkh");
    State s;
    s.keep[index(Dimension::Block)] = {"no-such"};
    std::vector<std::string> problems;
    table.received = {first_minute_of_week(100)};
    for (auto& column : table.codes) column = {kNotGiven};
    table.codes[index(Dimension::Block)] = {1};
    table.marks = {0};
    EXPECT_EQ(count_rows(table, filter_of(State{}, table, 100)), 1u);
    EXPECT_EQ(count_rows(table, filter_of(s, table, 100, &problems)), 0u);
    EXPECT_EQ(problems, std::vector<std::string>{"no-such"});
}

TEST(State, EveryMarkHasItsOwnWord) {
    for (std::size_t i = 0; i < kMarks; ++i) {
        const auto mark = static_cast<Mark>(1u << i);
        EXPECT_EQ(parse_mark(mark_id(mark)), mark) << i;
    }
}

}  // namespace
}  // namespace problemator
