// What the reader does with the rating: order, comparison, places of a year; and that a published page does not tell what it hides.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/pages.hpp"
#include "core/model/words.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;

/// 60 weeks of three departments: `late` of the first one's answers of the last four weeks were late.
Snapshot made(int late, bool is_published = false) {
    Maker maker;
    for (int week = 0; week < 60; ++week)
        for (std::size_t block = 0; block < 3; ++block)
            for (int i = 0; i < 10 + static_cast<int>(block); ++i) {
                const bool is_late = block == 0 ? week < 4 && late-- > 0 : i < static_cast<int>(2 * block);
                maker.builder.add(Maker::closed_after(maker.message(block, 0, 1, week * 7 + (is_late ? 12 : 3) + i % 5), is_late ? 11 : 2));
            }
    return std::move(maker).finish(is_published);
}

RatingPage page_of(const Snapshot& snapshot, const std::string& hash) { return rating_page({oktyabrskoe(), snapshot, "test"}, from_hash(hash)); }

std::vector<double> counts_of(const RatingPage& page) {
    std::vector<double> out;
    for (const RatingRow& row : page.rows) out.push_back(row.count.value.value_or(-1));
    return out;
}

TEST(RatingDesk, ColumnsOrderTheTableAndTurnItsOrder) {
    const Snapshot snapshot = made(1);
    const RatingPage down = page_of(snapshot, "#/rejting?sort=-count"), up = page_of(snapshot, "#/rejting?sort=count");
    ASSERT_EQ(down.rows.size(), 3u);
    const auto falling = counts_of(down), growing = counts_of(up);
    EXPECT_TRUE(std::is_sorted(falling.begin(), falling.end(), std::greater<>{}));
    EXPECT_TRUE(std::is_sorted(growing.begin(), growing.end()));
    const auto column = [](const RatingPage& page, std::string_view id) { return *std::find_if(page.columns.begin(), page.columns.end(), [id](const auto& one) { return one.id == id; }); };
    EXPECT_TRUE(column(down, "count").is_descending);
    EXPECT_EQ(column(down, "count").href, "#/rejting?sort=count");
    EXPECT_EQ(column(up, "count").href, "#/rejting?sort=-count");
    const RatingPage plain = page_of(snapshot, "#/rejting");
    EXPECT_TRUE(column(plain, "score").is_sorted && column(plain, "score").is_descending);
    EXPECT_EQ(page_of(snapshot, "#/rejting?sort=beauty").rows.front().id, plain.rows.front().id);
}

TEST(RatingDesk, TwoDepartmentsAreComparedSideBySide) {
    const Snapshot snapshot = made(1);
    const RatingPage one = page_of(snapshot, "#/rejting");
    const std::string first = one.rows[0].id, second = one.rows[1].id;
    EXPECT_EQ(from_hash(one.rows[0].versus_href).versus, std::vector<std::string>{first});
    EXPECT_EQ(page_of(snapshot, "#/rejting?vs=" + first).versus_note, "Отметьте ещё одну строку, чтобы сравнить");
    const RatingPage both = page_of(snapshot, "#/rejting?vs=" + first + "," + second);
    const auto listing = std::find_if(both.listings.begin(), both.listings.end(), [](const Listing& l) { return l.id == "versus"; });
    ASSERT_NE(listing, both.listings.end());
    EXPECT_EQ(listing->columns.size(), 3u);
    for (const auto& row : listing->rows) EXPECT_EQ(row.size(), 3u);
    EXPECT_TRUE(both.rows[0].is_compared);
    EXPECT_EQ(from_hash(both.rows[0].versus_href).versus, std::vector<std::string>{second});
}

TEST(RatingDesk, TerritoriesAreRatedByTheSameStatistics) {
    const auto snapshot = testing_tables::random_snapshot(31, 12000);
    const RatingPage page = page_of(snapshot, "#/rejting?of=territories&span=year");
    EXPECT_EQ(page.unit_title, "Территория");
    EXPECT_EQ(page.caption, "Рейтинг территорий");
    ASSERT_FALSE(page.rows.empty());
    const Dictionary& names = snapshot.table.dictionary(Dimension::Territory);
    for (const auto* rows : {&page.rows, &page.few})
        for (const RatingRow& row : *rows) {
            EXPECT_NE(names.find_id(row.id), kNotGiven) << row.id;
            const State list = from_hash(row.count.href);
            EXPECT_EQ(list.keep[index(Dimension::Territory)], std::vector<std::string>{row.id});
            EXPECT_EQ(count_rows(snapshot.table, filter_of(list, snapshot.table, snapshot.info.week)), row.count.n);
            EXPECT_EQ(from_hash(row.href).department, row.id);
        }
    const RatingPage opened = page_of(snapshot, page.rows[0].href);
    EXPECT_TRUE(std::any_of(opened.listings.begin(), opened.listings.end(), [&](const Listing& l) { return l.id == "card-topics" && l.title.starts_with(page.rows[0].name); }));
}

TEST(RatingDesk, WhoIsRatedIsChosenAndThePaperFollows) {
    const Snapshot snapshot = made(1);
    const RatingPage page = page_of(snapshot, "#/rejting?dep=zhkh&raw=1&span=quarter&vs=a,b");
    ASSERT_EQ(page.subjects.size(), 2u);
    EXPECT_TRUE(page.subjects[0].is_selected);
    EXPECT_EQ(page.subjects[1].href, "#/rejting?of=territories&raw=1&span=quarter");   // what was opened and compared is no territory
    const RatingPage other = page_of(snapshot, page.subjects[1].href);
    EXPECT_EQ(other.report.text, "Таблица для отчёта");
    EXPECT_EQ(other.report.href, "#/otchyoty?of=territories&paper=rejting&raw=1&span=quarter");
    const ReportsPage paper = reports_page({oktyabrskoe(), snapshot, "test"}, from_hash(other.report.href));
    EXPECT_EQ(paper.paper.title, "Рейтинг территорий");
    EXPECT_EQ(paper.paper.parts.front().title, "Сроки и качество ответов по территориям");
    EXPECT_EQ(from_hash(paper.paper.parts.front().at.link).rated, Rated::Territories);
    const ReportsPage note = reports_page({oktyabrskoe(), snapshot, "test"}, from_hash("#/otchyoty?of=territories&raw=1"));
    for (const PaperPart& part : note.paper.parts) EXPECT_EQ(from_hash(part.at.link).rated, Rated::Departments) << part.id;
}

TEST(RatingDesk, TheHistoryEndsWithThePlacesOfToday) {
    const RatingPage page = page_of(made(1), "#/rejting");
    ASSERT_EQ(page.history_periods.size(), 13u);
    for (const RatingRow& row : page.rows) {
        ASSERT_EQ(row.history.size(), 13u);
        ASSERT_TRUE(row.history.back());
        const auto& last = *row.history.back();
        EXPECT_EQ(row.place_range, last.low == last.high ? std::to_string(last.low) : std::to_string(last.low) + "–" + std::to_string(last.high));
        EXPECT_TRUE(row.history.front());
    }
}

TEST(RatingDesk, APublishedPageDoesNotTellOneLateAnswerFromTwo) {
    const Snapshot one = made(1, true), two = made(2, true);
    const auto row = [](const Snapshot& snapshot) {
        const RatingPage page = page_of(snapshot, "#/rejting");
        for (const RatingRow& found : page.rows)
            if (found.id == oktyabrskoe().departments[0].id) return found;
        ADD_FAILURE();
        return RatingRow{};
    };
    const RatingRow a = row(one), b = row(two);
    EXPECT_TRUE(a.in_time.text.starts_with(">")) << a.in_time.text;
    EXPECT_EQ(a.in_time.text, b.in_time.text);
    EXPECT_FALSE(a.in_time.value);
    EXPECT_EQ(a.share, b.share);
    EXPECT_EQ(a.low, b.low);
    for (const auto& [label, said] : a.score.why) EXPECT_NE(label, "Ответы в срок") << said;
}

}  // namespace
}  // namespace problemator
