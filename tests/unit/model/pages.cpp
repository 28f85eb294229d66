#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/model/frame/header_model.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/model/messages/messages_page.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/rating/rating_page.hpp"
#include "core/model/state.hpp"
#include "core/model/world.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;

// Two quiet messages a week for 30 weeks in Andra, twelve on heating in the last one: three of them overdue, two repeated.
Snapshot one_surge() {
    Maker maker;
    for (int week = 1; week < 30; ++week)
        for (int i = 0; i < 2; ++i) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, week * 7 + 3 + i), 2));
    for (int i = 0; i < 12; ++i) {
        auto m = maker.message(0, 0, 1, 2 + i % 4);
        if (i < 3) m.due = m.received + 60;
        if (i < 2) m.repeat = Answer::Yes;
        maker.builder.add(m);
    }
    return std::move(maker).finish();
}

TEST(Overview, SurgeIsNamedWithItsPlaceReasonsAndUnit) {
    const auto snapshot = one_surge();
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, {});
    ASSERT_EQ(page.problems.size(), 1u);
    const Problem& p = page.problems[0];
    EXPECT_EQ(p.title, "Температура в квартирах");
    EXPECT_EQ(p.place, "Андра");
    EXPECT_EQ(p.count.text, "12");
    EXPECT_EQ(p.was, "было 2");
    ASSERT_EQ(p.reasons.size(), 3u);
    EXPECT_EQ(p.reasons[0].first, "12 вместо обычных 0–4");
    EXPECT_EQ(p.reasons[0].second, Tone::Bad);
    EXPECT_EQ(p.reasons[1].first, "3\u00A0просрочено");
    EXPECT_EQ(p.reasons[2].first, "2\u00A0повторных");
    EXPECT_TRUE(p.is_surge);
    EXPECT_EQ(p.trend.values.size(), 26u);
    EXPECT_EQ(page.verdict_tail, "Тревога одна: Температура в квартирах, Андра.");
}

TEST(Overview, SmallBaseIsToldInNumbersNotInPercent) {
    const auto snapshot = one_surge();
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, {});
    EXPECT_EQ(page.verdict, "12\u00A0сообщений за неделю, на прошлой было 2.");
    EXPECT_EQ(page.tiles.at(0).change.text, "было 2, стало 12");
    EXPECT_EQ(page.tiles.at(0).change.tone, Tone::Plain);
    EXPECT_EQ(page.verdict.find('%'), std::string::npos);
}

TEST(Overview, TilesCountEachOnItsOwnBasis) {
    const auto snapshot = one_surge();
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, {});
    ASSERT_EQ(page.tiles.size(), 5u);
    EXPECT_EQ(page.tiles[1].figure.text, "3");          // overdue now
    EXPECT_EQ(page.tiles[1].change.text, "было 0, стало 3");
    EXPECT_EQ(page.tiles[1].change.tone, Tone::Bad);
    EXPECT_EQ(page.tiles[2].aside, "из 3");             // missed this week; nothing answered in it
    EXPECT_TRUE(page.tiles[2].figure.is_few);
    EXPECT_EQ(page.tiles[3].figure.text, "–");          // nobody rated
    EXPECT_EQ(page.tiles[4].figure.n, 2u);              // repeats
}

TEST(Overview, UnfinishedWeekIsShownWithoutComparisonAndWithoutAlarms) {
    const auto snapshot = testing_tables::random_snapshot(3, 2000);
    State state;
    state.week = testing_tables::home_week() + 1;
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, state);
    EXPECT_EQ(page.verdict, "0\u00A0сообщений за неделю, неделя идёт: 0 из 7 дней.");
    EXPECT_TRUE(page.problems.empty());
    for (const auto& tile : page.tiles) {
        EXPECT_EQ(tile.change.text, "неделя идёт, 0 из 7 дней") << tile.id;
        EXPECT_EQ(tile.change.direction, 0) << tile.id;
        EXPECT_TRUE(tile.year_ago.empty()) << tile.id;
    }
}

TEST(Overview, WithoutComparisonNoChangeIsSaid) {
    const auto snapshot = testing_tables::random_snapshot(3, 2000);
    State state;
    state.compare = Compare::None;
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, state);
    for (const auto& tile : page.tiles) EXPECT_TRUE(tile.change.text.empty()) << tile.id;
    for (const auto& row : page.matrix.rows) EXPECT_TRUE(row.change.empty()) << row.id;
}

TEST(Overview, ThanksAreCountedButNeverAlarm) {
    Maker maker;
    for (int week = 1; week < 30; ++week) maker.builder.add(maker.message(0, 0, 1, week * 7 + 3));
    for (int i = 0; i < 20; ++i) {
        auto m = maker.message(0, 0, 1, 3);
        m.gratitude = true;
        maker.builder.add(m);
    }
    const auto snapshot = std::move(maker).finish();
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, {});
    EXPECT_EQ(page.tiles.at(0).figure.text, "20");
    EXPECT_TRUE(page.problems.empty());
    EXPECT_EQ(page.no_problems, "Отклонений нет");
}

TEST(Overview, EveryNumberExplainsItself) {
    const auto snapshot = testing_tables::random_snapshot(3, 4000);
    const auto page = overview_page({oktyabrskoe(), snapshot, ""}, {});
    for (const auto& tile : page.tiles) {
        ASSERT_GE(tile.figure.why.size(), 3u) << tile.id;
        for (const auto& [label, text] : tile.figure.why) EXPECT_FALSE(text.empty()) << tile.id << " " << label;
    }
}

TEST(Heatmap, SurgeIsExactlyTheCountAtItsThreshold) {
    for (const std::uint64_t seed : {1u, 4u, 9u}) {
        const auto snapshot = testing_tables::random_snapshot(seed, 6000);
        for (const char* hash : {"#/teplo", "#/teplo?w=2026-W30", "#/teplo?view=week-block"}) {
            for (const auto& cell : heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash(hash)).matrix.cells)
                if (cell.threshold) { EXPECT_EQ(cell.is_surge, cell.figure.n >= *cell.threshold) << hash << " " << cell.tooltip_title; }
        }
    }
}

TEST(Heatmap, MarginsAreTheSumsOfTheirCells) {
    const auto snapshot = testing_tables::random_snapshot(2, 5000);
    const auto matrix = heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash("#/teplo?p=all")).matrix;
    double total = 0;
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        double row = 0;
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) row += matrix.at(r, c).figure.n;
        EXPECT_EQ(row, matrix.rows[r].total.n) << matrix.rows[r].name;
        total += row;
    }
    EXPECT_EQ(total, matrix.total.n);
    EXPECT_EQ(matrix.total.n, snapshot.table.rows());
}

TEST(Heatmap, OrderOfRowsStaysWhileSteppingThroughWeeks) {
    const auto snapshot = testing_tables::random_snapshot(2, 5000);
    const auto names = [&](const char* hash) {
        std::vector<std::string> out;
        for (const auto& row : heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash(hash)).matrix.rows) out.push_back(row.id);
        return out;
    };
    EXPECT_EQ(names("#/teplo"), names("#/teplo?w=2026-W45"));
    EXPECT_EQ(names("#/teplo").back(), "none");
}

TEST(Heatmap, DrawerNamesTheTopicThatGrew) {
    const auto snapshot = one_surge();
    const auto page = heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash("#/teplo?cell=andra,utilities"));
    ASSERT_TRUE(page.drawer.has_value());
    EXPECT_EQ(page.drawer->title, "Андра × ЖКХ и энергетика");
    EXPECT_EQ(page.drawer->verdict_tone, Tone::Bad);
    EXPECT_EQ(page.drawer->figures.at(0).first.text, "12");
    EXPECT_EQ(page.drawer->figure_changes.at(0).text, "+10");
    EXPECT_EQ(page.drawer->newest.size(), 4u);
    EXPECT_EQ(page.drawer->weeks.back().value, 12);
    EXPECT_TRUE(page.drawer->weeks.back().is_alarm);
    EXPECT_EQ(page.drawer->weeks.size(), page.drawer->thresholds.size());
}

TEST(Heatmap, MessagesWithoutAnHourAreLeftOutAndSaid) {
    Maker maker;
    auto known = maker.message(0, 0, 1, 3), unknown = maker.message(0, 0, 1, 3);
    unknown.received_has_time = false;
    maker.builder.add(known);
    maker.builder.add(unknown);
    const auto snapshot = std::move(maker).finish();
    const auto page = heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash("#/teplo?view=weekday-hour"));
    EXPECT_EQ(page.matrix.total.n, 1u);
    EXPECT_NE(page.matrix.note.find("не показаны: 1\u00A0сообщение"), std::string::npos) << page.matrix.note;
    EXPECT_EQ(page.matrix.cells.size(), 7u * 24);
}

TEST(Rating, FewAnswersGetNoPlace) {
    Maker maker;
    for (int i = 0; i < 40; ++i) maker.builder.add(Maker::closed_after(maker.message(0, 0, 1, 5 + i % 14), i % 5 ? 2 : 15));
    for (int i = 0; i < 29; ++i) maker.builder.add(Maker::closed_after(maker.message(1, 0, 1, 5 + i % 14), 1));
    const auto snapshot = std::move(maker).finish();
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting"));
    ASSERT_EQ(page.few.size(), 1u);
    EXPECT_TRUE(page.few[0].place.empty());
    EXPECT_EQ(page.few[0].score.text, "–");
    EXPECT_EQ(page.few[0].tone, Tone::Plain);
}

TEST(Rating, PlaceLiesWithinItsRangeAndScoreFollowsTheWeights) {
    const auto snapshot = testing_tables::random_snapshot(8, 8000);
    const auto page = rating_page({oktyabrskoe(), snapshot, ""}, from_hash("#/rejting?span=quarter"));
    ASSERT_GE(page.rows.size(), 5u);
    double before = 101;
    for (const auto& row : page.rows) {
        EXPECT_LE(*row.score.value, before);
        before = *row.score.value;
        if (!row.place.empty()) { EXPECT_LE(std::stoi(row.place_range), std::stoi(row.place)) << row.name; }
        EXPECT_GT(*row.high, *row.low);
    }
    double weights = 0;
    for (const double w : page.weight_values) weights += w;
    EXPECT_NEAR(weights, 1, 1e-12);
}

TEST(Indicators, OnlyWhatTheExportHoldsIsCounted) {
    const auto snapshot = testing_tables::random_snapshot(8, 8000);
    const auto page = indicators_page({oktyabrskoe(), snapshot, ""}, {});
    ASSERT_EQ(page.cards.size(), 8u) << "seven of the decree and one of our own";
    EXPECT_TRUE(page.cards[0].missing.empty());
    EXPECT_TRUE(page.cards[0].fact.value.has_value());
    for (std::size_t i = 1; i < 7; ++i) {
        EXPECT_FALSE(page.cards[i].missing.empty()) << i;
        EXPECT_FALSE(page.cards[i].fact.value.has_value()) << i;
    }
    EXPECT_EQ(page.month, month_from_day(day_from_date({2026, 10, 1})));
}

TEST(Messages, NewestComeFirstAndColumnsSortBothWays) {
    const auto snapshot = testing_tables::random_snapshot(8, 800);
    const World world{oktyabrskoe(), snapshot, ""};
    const auto newest = messages_page(world, from_hash("#/soobshcheniya?p=all")).rows;
    EXPECT_TRUE(std::is_sorted(newest.rbegin(), newest.rend()));
    const auto by_place = messages_page(world, from_hash("#/soobshcheniya?p=all&sort=territory"));
    for (std::size_t i = 1; i < by_place.rows.size(); ++i) {
        const auto a = message_line(world, {}, by_place.rows[i - 1]).territory, b = message_line(world, {}, by_place.rows[i]).territory;
        EXPECT_LE(to_lower(a), to_lower(b));
    }
    const auto due = messages_page(world, from_hash("#/soobshcheniya?p=all&sort=-due")).rows;
    EXPECT_EQ(snapshot.table.due[due.back()], kNoTime);
    EXPECT_GE(snapshot.table.due[due[0]], snapshot.table.due[due[1]]);
}

TEST(Messages, EmptyListSaysWhichFilterToRemove) {
    const auto snapshot = one_surge();
    const auto page = messages_page({oktyabrskoe(), snapshot, ""}, from_hash("#/soobshcheniya?t=andra&st=answered"));
    EXPECT_TRUE(page.rows.empty());
    EXPECT_EQ(page.empty_text, "Ничего не найдено");
    ASSERT_FALSE(page.remedies.empty());
    for (const auto& remedy : page.remedies) {
        EXPECT_EQ(count_rows(snapshot.table, filter_of(from_hash(remedy.href), snapshot.table, snapshot.info.week)), remedy.count.n) << remedy.text;
        EXPECT_GT(remedy.count.n, 0u);
    }
    EXPECT_TRUE(std::is_sorted(page.remedies.rbegin(), page.remedies.rend(), [](const auto& a, const auto& b) { return a.count.n < b.count.n; }));
}

TEST(Messages, CardOpensByItsIdWithTheWayBack) {
    const auto snapshot = one_surge();
    const World world{oktyabrskoe(), snapshot, ""};
    const auto list = messages_page(world, from_hash("#/soobshcheniya"));
    const auto line = message_line(world, from_hash("#/soobshcheniya"), list.rows.at(1));
    const auto page = messages_page(world, from_hash(line.href));
    ASSERT_TRUE(page.card.has_value());
    EXPECT_EQ(page.card->line.id, line.id);
    EXPECT_EQ(page.card->close_href, "#/soobshcheniya");
    EXPECT_FALSE(page.card->previous_href.empty());
    EXPECT_FALSE(page.card->next_href.empty());
}

TEST(Header, WeeksRunFromTheNewestAndStepsEndAtTheEnds) {
    const auto snapshot = one_surge();
    const auto header = header_model({oktyabrskoe(), snapshot, "7f3a"}, {});
    EXPECT_EQ(header.municipality, "Октябрьский район");
    EXPECT_EQ(header.period, "Неделя 46 · 9–15 ноября 2026");
    EXPECT_EQ(header.as_of, "Срез на 16.11.2026, 00:00");
    EXPECT_EQ(header.weeks.size(), 30u);
    EXPECT_TRUE(header.weeks.front().is_selected);
    EXPECT_TRUE(header.next_href.empty());
    EXPECT_EQ(header.previous_href, "#/svodka?w=2026-W45");
    EXPECT_EQ(header.tabs.size(), 8u);   // «О данных» and empty «Разделы» have none
}

TEST(English, PagesSpeakNoRussianOfTheirOwn) {
    const auto snapshot = one_surge();
    const World world{oktyabrskoe(), snapshot, ""};
    State state;
    state.lang = Lang::En;
    const auto is_russian = [](const std::string& text) { return text.find("\xD0") != std::string::npos || text.find("\xD1") != std::string::npos; };
    const auto page = overview_page(world, state);
    EXPECT_FALSE(is_russian(page.verdict + page.verdict_tail)) << page.verdict << page.verdict_tail;
    for (const auto& tile : page.tiles) EXPECT_FALSE(is_russian(tile.label + tile.aside + tile.change.text + tile.year_ago + tile.trend.summary)) << tile.id;
    for (const auto& problem : page.problems) EXPECT_FALSE(is_russian(problem.title + problem.place + problem.unit + problem.block + problem.was));
    for (const auto& bullet : page.indicators) EXPECT_FALSE(is_russian(bullet.name + bullet.status)) << bullet.id;
}

}  // namespace
}  // namespace problemator
