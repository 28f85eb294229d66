// The heat map: its views, measures, orders and comparisons, and the way from a cell to one message.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/model/counts/message_clusters.hpp"
#include "core/model/frame/filter_bar.hpp"
#include "core/model/heat/kept_order.hpp"
#include "core/model/messages/messages_page.hpp"
#include "core/model/scope.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;
using testing_tables::random_snapshot;

HeatmapPage page_at(const Snapshot& snapshot, const std::string& hash) { return heatmap_page({oktyabrskoe(), snapshot, ""}, from_hash(hash)); }

std::vector<std::string> row_ids(const HeatmapPage& page) {
    std::vector<std::string> out;
    for (const auto& row : page.matrix.rows) out.push_back(row.id);
    return out;
}

std::size_t listed(const Snapshot& snapshot, const std::string& href) { return count_rows(snapshot.table, filter_of(from_hash(href), snapshot.table, snapshot.info.week)); }

/// Four people write the same about one village, three others about something else there.
Snapshot told_alike() {
    Maker maker;
    const char* const alike[] = {"В доме третий день нет отопления, батареи холодные", "Нет отопления третий день, батареи в доме холодные", "Холодные батареи в доме, отопления нет уже третий день",
                                 "Третий день холодные батареи, нет отопления в доме"};
    const char* const apart[] = {"Начислили лишнее за воду в квитанции", "Во дворе сломана скамейка", "Дворник не убирает подъезд"};
    for (const char* text : alike) {
        auto m = maker.message(0, 0, 1, 3);
        m.text = text;
        maker.builder.add(m);
    }
    for (const char* text : apart) {
        auto m = maker.message(0, 1, 1, 3);
        m.text = text;
        maker.builder.add(m);
    }
    return std::move(maker).finish();
}

TEST(Heatmap, EveryViewCountsTheSameMessages) {
    const auto snapshot = testing_tables::random_snapshot(21, 4000);
    const auto by_names = page_at(snapshot, "#/teplo");
    const auto by_departments = page_at(snapshot, "#/teplo?view=department-topic");
    EXPECT_EQ(by_names.matrix.total.n, by_departments.matrix.total.n);
    const auto by_weeks = page_at(snapshot, "#/teplo?view=territory-week");
    ASSERT_FALSE(by_weeks.matrix.columns.empty());
    EXPECT_EQ(by_weeks.matrix.columns.back().total.n, by_names.matrix.total.n) << "the last column is this week";
    EXPECT_EQ(by_weeks.matrix.row_axis_name, "Территория");
}

TEST(Heatmap, MarginsAreTheSumsOfTheirCells) {
    const auto snapshot = testing_tables::random_snapshot(22, 5000);
    for (const char* view : {"", "?view=week-block", "?view=territory-week", "?view=weekday-hour"}) {
        const Matrix matrix = page_at(snapshot, std::string{"#/teplo"} + view).matrix;
        for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
            std::uint32_t sum = 0;
            for (std::size_t c = 0; c < matrix.columns.size(); ++c) sum += matrix.at(r, c).figure.n;
            EXPECT_EQ(matrix.rows[r].total.n, sum) << view << " " << matrix.rows[r].id;
        }
    }
}

TEST(Heatmap, RatesDivideByTheResidentsAndSayNothingWithoutThem) {
    const auto snapshot = testing_tables::random_snapshot(23, 4000);
    const auto page = page_at(snapshot, "#/teplo?measure=per_thousand");
    const auto counts = page_at(snapshot, "#/teplo");
    ASSERT_EQ(row_ids(page), row_ids(counts));
    for (std::size_t r = 0; r < page.matrix.rows.size(); ++r) {
        const auto& territories = oktyabrskoe().territories;
        const auto found = std::find_if(territories.begin(), territories.end(), [&](const Territory& t) { return t.id == page.matrix.rows[r].id; });
        const double people = found == territories.end() ? 0 : found->population.value_or(0);
        const Figure& rate = page.matrix.rows[r].total;
        if (people > 0) EXPECT_DOUBLE_EQ(rate.value.value_or(-1), 1000.0 * counts.matrix.rows[r].total.n / people) << page.matrix.rows[r].id;
        else EXPECT_FALSE(rate.value.has_value()) << page.matrix.rows[r].id;
        EXPECT_EQ(rate.n, counts.matrix.rows[r].total.n) << "the rows behind a rate are its messages";
    }
    const auto by_department = page_at(snapshot, "#/teplo?view=department-topic&measure=per_thousand");
    EXPECT_EQ(by_department.matrix.total.text, counts.matrix.total.text) << "departments have no residents: the count is shown";
}

TEST(Heatmap, DeviationIsTheDistanceFromTheNorm) {
    const auto snapshot = testing_tables::random_snapshot(24, 6000);
    const auto counts = page_at(snapshot, "#/teplo").matrix;
    const auto away = page_at(snapshot, "#/teplo?deviation=1").matrix;
    EXPECT_TRUE(away.is_diverging);
    ASSERT_EQ(counts.cells.size(), away.cells.size());
    std::size_t known = 0;
    for (std::size_t i = 0; i < counts.cells.size(); ++i) {
        if (!counts.cells[i].expected) continue;
        ++known;
        const double difference = counts.cells[i].figure.n - *counts.cells[i].expected;
        EXPECT_EQ(away.cells[i].value > 0, difference > 0) << i;
        if (counts.cells[i].is_surge) { EXPECT_GE(away.cells[i].color_class, 4) << i; }
        EXPECT_EQ(away.cells[i].figure.n, counts.cells[i].figure.n) << "it opens the same rows";
    }
    EXPECT_GT(known, 10u);
}

// A hidden count has the middle shade where shades have two sides: it is neither better nor worse.
TEST(Heatmap, HiddenCellsOfChangeAndDeviationAreNeutral) {
    const Snapshot snapshot = random_snapshot(5, 400, 70, true);
    for (const auto& [hash, neutral] : {std::pair{"#/teplo", 1}, std::pair{"#/teplo?change=1", 3}, std::pair{"#/teplo?deviation=1", 3}}) {
        int hidden = 0;
        for (const Cell& cell : page_at(snapshot, hash).matrix.cells) {
            if (!cell.is_hidden) continue;
            ++hidden;
            EXPECT_EQ(cell.color_class, neutral) << hash << ' ' << cell.row_id << ' ' << cell.column_id;
        }
        EXPECT_GT(hidden, 0) << hash;
    }
}

TEST(Heatmap, UnfinishedWeekComparesNothingAnywhere) {
    const auto snapshot = testing_tables::random_snapshot(25, 4000);
    for (const char* hash : {"#/teplo?w=2026-W47&change=1", "#/teplo?w=2026-W47&deviation=1"}) {
        const auto page = page_at(snapshot, hash);
        for (const auto& cell : page.matrix.cells) EXPECT_TRUE(cell.color_class == -1 || cell.figure.text.empty()) << hash << " " << cell.figure.text;
        for (const auto& row : page.matrix.rows) EXPECT_TRUE(row.change.empty());
        EXPECT_NE(page.matrix.note.find("Неделя идёт"), std::string::npos) << page.matrix.note;
    }
    const auto header = header_model({oktyabrskoe(), snapshot, ""}, from_hash("#/teplo?w=2026-W47"));
    EXPECT_EQ(header.compare_text, "Неделя идёт, 0 из 7 дней");
    const auto weeks = page_at(snapshot, "#/teplo?w=2026-W47&view=week-block&change=1").matrix;
    EXPECT_EQ(weeks.at(0, weeks.columns.size() - 1).color_class, -1) << "the running week";
    EXPECT_NE(weeks.at(0, weeks.columns.size() - 2).color_class, -1) << "the weeks before it are over";
}

TEST(Heatmap, ChangeIsAgainstTheChosenWeek) {
    const auto snapshot = testing_tables::random_snapshot(26, 9000);
    const auto counts = page_at(snapshot, "#/teplo").matrix;
    for (const auto& [word, week] : {std::pair{"1", "2026-W45"}, std::pair{"year", "2025-W46"}}) {
        const auto change = page_at(snapshot, std::string{"#/teplo?change=1&compare="} + word).matrix;
        for (std::size_t i = 0; i < counts.cells.size(); ++i) {
            State base = from_hash(counts.cells[i].figure.href);
            base.week = parse_week(week);
            EXPECT_EQ(change.cells[i].value, static_cast<double>(counts.cells[i].figure.n) - static_cast<double>(listed(snapshot, to_hash(base)))) << word << i;
        }
    }
    for (const auto& cell : page_at(snapshot, "#/teplo?change=1&compare=0").matrix.cells) EXPECT_EQ(cell.color_class, -1);
}

TEST(Heatmap, OrderStaysWhileWeeksAreSteppedThrough) {
    const auto snapshot = testing_tables::random_snapshot(27, 5000);
    for (const char* order : {"sum", "likeness", "name", "profile"}) {
        const std::string with = std::string{"#/teplo?order="} + order;
        const auto home = page_at(snapshot, with), before = page_at(snapshot, with + "&w=2026-W40");
        std::vector<std::string> both;
        for (const auto& id : row_ids(home))
            if (const auto ids = row_ids(before); std::find(ids.begin(), ids.end(), id) != ids.end()) both.push_back(id);
        std::vector<std::string> shown;
        for (const auto& id : row_ids(before))
            if (std::find(both.begin(), both.end(), id) != both.end()) shown.push_back(id);
        EXPECT_EQ(shown, both) << order;
        EXPECT_TRUE(home.reorder.text.empty());
        EXPECT_EQ(before.reorder.text, "Обновить порядок");
        EXPECT_EQ(from_hash(before.reorder.href).order_week, parse_week("2026-W40"));
    }
    const auto own = page_at(snapshot, "#/teplo?w=2026-W40&ow=2026-W40").matrix;
    const auto is_sum = [](const MatrixHead& a, const MatrixHead& b) { return a.total.n > b.total.n; };
    const auto named = std::find_if(own.rows.begin(), own.rows.end(), [](const MatrixHead& row) { return row.id == "none"; });
    EXPECT_TRUE(std::is_sorted(own.rows.begin(), named, is_sum));
}

TEST(Heatmap, AnOrderKeptByNamesHoldsInTheFileOfAnotherWeek) {
    const auto here = testing_tables::random_snapshot(27, 5000), there = testing_tables::random_snapshot(41, 4000);
    for (const char* link : {"#/teplo", "#/teplo?view=week-block", "#/teplo?order=likeness"}) {
        const State state = from_hash(link);
        const auto page = page_at(here, link);
        HeaderModel header = header_model({oktyabrskoe(), here, ""}, state);
        keep_order(header, page, state);
        ASSERT_EQ(from_hash(header.previous_href).row_order, row_ids(page)) << link;
        EXPECT_LE(header.previous_href.size(), 600u);
        const auto ids = row_ids(page), found = row_ids(page_at(there, header.previous_href));
        const auto place = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
        EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [&](const std::string& a, const std::string& b) { return place(a) < place(b); })) << link;
    }
    const auto kept = page_at(here, "#/teplo?rows=kamenka,nobody");
    EXPECT_EQ(kept.reorder.href, "#/teplo");
    EXPECT_NE(kept.note.find("Порядок строк закреплён"), std::string::npos) << kept.note;
    for (const Choice& view : kept.views) EXPECT_TRUE(from_hash(view.href).row_order.empty());
    HeaderModel plain = header_model({oktyabrskoe(), here, ""}, from_hash("#/teplo?order=name"));
    const std::string before = plain.previous_href;
    keep_order(plain, page_at(here, "#/teplo?order=name"), from_hash("#/teplo?order=name"));
    EXPECT_EQ(plain.previous_href, before);
}

TEST(Heatmap, LikenessBringsRowsOfOneShapeTogether) {
    Maker maker;
    for (int week = 0; week < 10; ++week)
        for (const std::size_t place : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3}})
            for (int n = 0; n < 4 + static_cast<int>(place); ++n) maker.builder.add(maker.message(place % 2 == 0 ? 0 : 3, 0, place, 2 + 7 * week));
    const auto snapshot = std::move(maker).finish();
    const auto ids = row_ids(page_at(snapshot, "#/teplo?order=likeness"));
    ASSERT_EQ(ids.size(), 4u);
    const auto& territories = oktyabrskoe().territories;
    const auto parity = [&](const std::string& id) { return (std::find_if(territories.begin(), territories.end(), [&](const Territory& t) { return t.id == id; }) - territories.begin()) % 2; };
    EXPECT_EQ(parity(ids[0]), parity(ids[1]));
    EXPECT_EQ(parity(ids[2]), parity(ids[3]));
    EXPECT_NE(parity(ids[0]), parity(ids[2]));
}

TEST(Drill, FromTheCellThroughItsClusterToTheMessageAndItsNeighbours) {
    const auto snapshot = told_alike();
    const World world{oktyabrskoe(), snapshot, ""};
    const auto matrix = page_at(snapshot, "#/teplo").matrix;
    ASSERT_EQ(matrix.cells.size(), 1u);
    const auto page = heatmap_page(world, from_hash(matrix.cells[0].href));
    ASSERT_TRUE(page.drawer);
    ASSERT_EQ(page.drawer->clusters.size(), 1u);
    const auto& cluster = page.drawer->clusters[0];
    EXPECT_EQ(cluster.count.n, 4u);
    EXPECT_EQ(listed(snapshot, cluster.count.href), 4u);

    const auto narrowed = heatmap_page(world, from_hash(cluster.href));
    EXPECT_EQ(narrowed.matrix.total.n, 4u) << "a cluster is a filter of the map";
    ASSERT_TRUE(narrowed.drawer);
    ASSERT_EQ(narrowed.drawer->clusters.size(), 1u);
    EXPECT_TRUE(narrowed.drawer->clusters[0].is_selected);
    EXPECT_EQ(from_hash(narrowed.drawer->clusters[0].href).cluster, std::nullopt) << "once more takes it off";

    const auto list = messages_page(world, from_hash(cluster.count.href));
    ASSERT_EQ(list.rows.size(), 4u);
    const auto card = messages_page(world, from_hash(message_line(world, from_hash(cluster.count.href), list.rows[0]).href)).card;
    ASSERT_TRUE(card);
    EXPECT_EQ(card->history.front().what, "Поступило");
    EXPECT_EQ(std::count_if(card->neighbours.begin(), card->neighbours.end(), [](const auto& n) { return n.why == "похожий текст"; }), 3);
    EXPECT_EQ(listed(snapshot, card->neighbours_href), 4u);
}

TEST(Drill, OtherFiltersNarrowAClusterAndNeverChangeIt) {
    const auto snapshot = told_alike();
    const auto clusters = clusters_of(snapshot.table, snapshot.table.column(Dimension::Block)[0], week_period(testing_tables::home_week()));
    ASSERT_EQ(clusters.size(), 1u);
    EXPECT_EQ(clusters[0].rows.size(), 4u);
    State state;
    state.screen = Screen::Messages;
    state.cluster = clusters[0].key;
    const std::string link = to_hash(state);
    EXPECT_EQ(from_hash(link).cluster, clusters[0].key);
    std::size_t by_channel = 0;
    for (const char* channel : {"&ch=pos", "&ch=im", "&ch=fz59", "&ch=social"}) by_channel += listed(snapshot, link + channel);
    const auto page = messages_page({oktyabrskoe(), snapshot, ""}, state);
    std::uint32_t told = 0;
    for (const auto& value : page.rail.facets[0].values) told += value.count.n;
    EXPECT_EQ(told, 4u);
    EXPECT_LE(by_channel, 4u);
    EXPECT_EQ(listed(snapshot, "#/soobshcheniya?cl=no-such,2026-W46"), 0u);
}

TEST(Drill, SubTopicsAreFiltersOfTheCell) {
    const auto snapshot = testing_tables::random_snapshot(28, 6000);
    const auto page = page_at(snapshot, "#/teplo?cell=andra,utilities");
    ASSERT_TRUE(page.drawer);
    ASSERT_FALSE(page.drawer->growth.empty());
    for (const auto& growth : page.drawer->growth) {
        const State state = from_hash(growth.href);
        EXPECT_EQ(state.cell, from_hash("#/teplo?cell=andra,utilities").cell) << growth.name;
        EXPECT_FALSE(state.keep[index(Dimension::Topic)].empty() && state.keep[index(Dimension::Subtopic)].empty());
    }
}

TEST(FilterBar, SaysEveryFilterOnEveryScreenAndWhatIsNotFollowed) {
    const auto snapshot = testing_tables::random_snapshot(29, 2000);
    const World world{oktyabrskoe(), snapshot, ""};
    for (const char* screen : {"svodka", "teplo", "problemy", "rejting", "pokazateli", "soobshcheniya", "kachestvo"}) {
        const auto bar = header_model(world, from_hash(std::string{"#/"} + screen + "?b=utilities&m=repeat&p=2026-10-01..2026-10-20")).filters;
        const std::string said = std::accumulate(bar.chips.begin(), bar.chips.end(), std::string{}, [](std::string out, const Chip& chip) { return std::move(out) + chip.text + "|"; });
        EXPECT_NE(said.find("ЖКХ"), std::string::npos) << screen << said;
        EXPECT_NE(said.find("Повторные"), std::string::npos) << screen << said;
        EXPECT_NE(said.find("октября"), std::string::npos) << screen << said;
        EXPECT_FALSE(bar.reset_href.empty());
        EXPECT_TRUE(header_model(world, from_hash(bar.reset_href)).filters.reset_href.empty()) << screen;
        const bool follows_all = std::string_view{screen} == "teplo" || std::string_view{screen} == "rejting" || std::string_view{screen} == "soobshcheniya";
        EXPECT_EQ(bar.ignored.empty(), follows_all) << screen << ": " << bar.ignored;
    }
}

TEST(FilterBar, AnEmptyResultNamesTheFilterThatEmptiesIt) {
    const auto snapshot = testing_tables::random_snapshot(30, 2000);
    for (const char* screen : {"svodka", "teplo", "rejting"}) {
        const auto bar = header_model({oktyabrskoe(), snapshot, ""}, from_hash(std::string{"#/"} + screen + "?b=no-such-block&t=andra")).filters;
        EXPECT_EQ(bar.nothing, "Ничего не найдено") << screen;
        ASSERT_EQ(bar.remedies.size(), 1u) << screen << ": only the block empties it";
        EXPECT_EQ(bar.remedies[0].text, "Без отбора «no-such-block»");
        EXPECT_EQ(listed(snapshot, bar.remedies[0].count.href), bar.remedies[0].count.n);
    }
}

TEST(Rail, FacetsUnfoldAndPeriodsAreOneClick) {
    const auto snapshot = testing_tables::random_snapshot(31, 5000);
    const auto folded = page_at(snapshot, "#/teplo").rail;
    const auto topic = std::find_if(folded.facets.begin(), folded.facets.end(), [](const Facet& facet) { return facet.dimension == Dimension::Topic; });
    ASSERT_NE(topic, folded.facets.end());
    ASSERT_GT(topic->hidden, 0u);
    const auto open = page_at(snapshot, topic->more_href).rail;
    const auto unfolded = std::find_if(open.facets.begin(), open.facets.end(), [](const Facet& facet) { return facet.dimension == Dimension::Topic; });
    EXPECT_EQ(unfolded->values.size(), topic->values.size() + topic->hidden);
    EXPECT_EQ(from_hash(unfolded->more_href).unfolded, 0u) << "once more folds it";
    ASSERT_EQ(folded.presets.size(), 5u);
    EXPECT_TRUE(folded.presets[0].is_selected);
    EXPECT_EQ(from_hash(folded.presets[4].href).period, Period{});
    EXPECT_EQ(period_of(from_hash(folded.presets[1].href), testing_tables::home_week()).from, first_minute_of_week(testing_tables::home_week() - 3));
}

}  // namespace
}  // namespace problemator
