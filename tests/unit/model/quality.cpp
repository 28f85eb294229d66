// «Качество данных»: its numbers are those of the report, its links list exactly their rows, and what is wrong stands first.
#include <gtest/gtest.h>

#include "core/model/quality/quality_page.hpp"
#include "core/model/state.hpp"
#include "core/model/world.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;

/// Messages of 20 weeks: ПОС ten a week, ИМ eight a week but none three weeks ago; one of a topic that nobody knows.
Snapshot sample(bool is_published = false) {
    Maker maker;
    for (int week = 0; week < 20; ++week) {
        for (int i = 0; i < 10; ++i) {
            Message m = maker.message(0, 0, 1, 1 + week * 7 + i % 7);
            m.channel = "pos";
            if (week == 0 && i < 4) m.topic = "Летающие тарелки";
            if (week == 0 && i == 9) m.territory.clear();
            maker.builder.add(m);
        }
        for (int i = 0; i < 8 && week != 3; ++i) {
            Message m = maker.message(1, 0, 2, 1 + week * 7 + i % 7);
            m.channel = "im";
            maker.builder.add(m);
        }
    }
    Snapshot snapshot = std::move(maker).finish(is_published);
    QualityReport report;
    report.messages = static_cast<std::uint32_t>(snapshot.table.rows());
    for (int week = 19; week >= 0; --week) {
        if (week != 3) report.coverage.push_back({testing_tables::home_week() - week, "im", 8});
        report.coverage.push_back({testing_tables::home_week() - week, "pos", 10});
    }
    QualityTable pos, im;
    pos.name = "ПОС.xlsx", pos.sheet = "Sheet0", pos.channel = "pos", pos.format = "XLSX", pos.confidence = 1;
    pos.rows_read = 1246, pos.rows_kept = 1234, pos.rows_rejected = 12, pos.rows_updated = 40;
    pos.refused = {{"bad_date", "Дата поступления", 11, {2, 3, 4}}, {"missing_value", "Номер", 1, {77}}};
    im.name = "ИМ.csv", im.channel = "im", im.format = "CSV", im.encoding = "windows-1251", im.confidence = 0.95;
    im.rows_read = 152, im.rows_kept = 152, im.rows_duplicate = 8;
    im.guesses = {{"date_order", "dmy", "mdy", 0.7}};
    report.tables = {pos, im};
    report.unmapped = {{Dimension::Topic, "Летающие тарелки", "Тарифы", 4}, {Dimension::Department, "", "", 3}};
    report.linked_by_key = 5, report.linked_by_text = 2;
    snapshot.quality = std::move(report);
    return snapshot;
}

QualityPage page_of_sample(const Snapshot& snapshot, const char* hash = "#/kachestvo") {
    return quality_page({testing_tables::oktyabrskoe(), snapshot, "test"}, from_hash(hash));
}

const Listing& listing(const QualityPage& page, std::string_view id) {
    static const Listing kNone;
    for (const Listing& one : page.listings)
        if (one.id == id) return one;
    ADD_FAILURE() << id;
    return kNone;
}

std::vector<std::string> texts(const std::vector<ListingCell>& row) {
    std::vector<std::string> out;
    for (const ListingCell& cell : row) out.push_back(cell.figure.text);
    return out;
}

TEST(QualityPage, SaysInOneSentenceWhatWasTakenIn) {
    Snapshot snapshot = sample();
    std::erase_if(snapshot.quality->coverage, [](const QualityWeek& week) { return week.channel == "im"; });
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict, "2\u00A0таблицы из 2\u00A0систем: принято 1\u00A0386\u00A0строк, отклонено 12 (0,9\u00A0%)");
    EXPECT_EQ(page.verdict_tail, "");
    EXPECT_EQ(page_of_sample(snapshot, "#/kachestvo?lang=en").verdict, "2\u00A0tables of 2\u00A0systems: kept 1,386\u00A0rows, refused 12 (0.9%)");
}

TEST(QualityPage, AMissingExportStandsBeforeTheNumbers) {
    const QualityPage page = page_of_sample(sample());
    EXPECT_EQ(page.verdict, "Нет выгрузок: Соцсети — неделя 43.");
    EXPECT_EQ(page.verdict_tail.find("2\u00A0таблицы из 2\u00A0систем"), 0u) << page.verdict_tail;
}

TEST(QualityPage, AFileThatWasNotReadStandsFirstOfAll) {
    Snapshot snapshot = sample();
    QualityTable broken;
    broken.name = "старый.xls";
    broken.failure = "encrypted";
    snapshot.quality->tables.push_back(broken);
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict, "1\u00A0файл не прочитан: старый.xls.");
    EXPECT_EQ(page.note, "Нет выгрузок: Соцсети — неделя 43");
    const auto& first = listing(page, "files").rows.front();
    EXPECT_EQ(first.front().figure.text, "старый.xls");
    EXPECT_EQ(first.back().tone, Tone::Bad);
    EXPECT_NE(first.back().figure.text.find("не прочитан: файл защищён паролем"), std::string::npos) << first.back().figure.text;
}

TEST(QualityPage, TilesAreTheSumsOfTheReport) {
    const QualityPage page = page_of_sample(sample());
    std::vector<std::string> shown;
    for (const Tile& tile : page.tiles) shown.push_back(tile.figure.text);
    EXPECT_EQ(shown, (std::vector<std::string>{"1\u00A0386", "12", "48", "7", "7", "1"}));
    EXPECT_EQ(page.tiles[0].change.text, "из 1\u00A0398");
    EXPECT_EQ(page.tiles.back().figure.href, "#/soobshcheniya?p=all&t=none");
}

TEST(QualityPage, FilesShowTheirNumbersAndOnlyColumnsThatSaySomething) {
    const QualityPage page = page_of_sample(sample());
    const Listing& files = listing(page, "files");
    EXPECT_EQ(files.columns.size(), 9u);   // nothing was passed over
    EXPECT_EQ(texts(files.rows[0]), (std::vector<std::string>{"ПОС.xlsx · Sheet0", "Платформа обратной связи", "XLSX", "1\u00A0246", "1\u00A0234", "12", "40", "0", "уверенно"}));
    EXPECT_EQ(files.rows[1].back().figure.text, "порядок дат «dmy» (70\u00A0%, иначе «mdy»)");
}

TEST(QualityPage, ReasonsNameTheColumnTheRowsAndWhatToDo) {
    const QualityPage page = page_of_sample(sample());
    const Listing& refused = listing(page, "refused");
    ASSERT_EQ(refused.rows.size(), 2u);
    EXPECT_EQ(texts(refused.rows[0]), (std::vector<std::string>{"не дата; исправьте дату в исходной системе", "Дата поступления", "строка отклонена", "11", "ПОС.xlsx · Sheet0, строки 2, 3, 4…"}));
    EXPECT_EQ(refused.rows[1].back().figure.text, "ПОС.xlsx · Sheet0, строка 77");
}

TEST(QualityPage, AWeekWithoutAnExportIsAGapAndTheOthersOpenTheirMessages) {
    const QualityPage page = page_of_sample(sample());
    const Listing& weeks = listing(page, "coverage");
    ASSERT_EQ(weeks.columns.size(), 13u);
    ASSERT_EQ(weeks.rows.size(), 2u);
    EXPECT_EQ(weeks.rows[0].back().figure.text, "10");
    EXPECT_EQ(weeks.rows[0].back().figure.href, "#/soobshcheniya?ch=pos");
    EXPECT_EQ(weeks.rows[0][1].figure.href, "#/soobshcheniya?ch=pos&w=2026-W35");
    EXPECT_EQ(weeks.rows[0].back().figure.n, 10u);
    const ListingCell& gap = weeks.rows[1][12 - 3];
    EXPECT_TRUE(gap.is_gap);
    EXPECT_EQ(gap.figure.text, "нет");
    EXPECT_EQ(gap.tone, Tone::Warn);
    EXPECT_NE(weeks.more.find("ни одного сообщения"), std::string::npos);
}

TEST(QualityPage, AQuietChannelIsNotAccusedOfMissingExports) {
    Snapshot snapshot = sample();
    for (QualityWeek& week : snapshot.quality->coverage)
        if (week.channel == "im") week.messages = 2;
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict.find("2\u00A0таблицы"), 0u) << page.verdict;
    EXPECT_EQ(listing(page, "coverage").rows[1][12 - 3].figure.text, "0");
}

TEST(QualityPage, ANameThatTheProfileLacksOpensItsMessages) {
    const QualityPage page = page_of_sample(sample());
    const Listing& names = listing(page, "unmapped");
    EXPECT_EQ(texts(names.rows[0]), (std::vector<std::string>{"Тема", "Летающие тарелки", "4", "Тарифы"}));
    EXPECT_EQ(names.rows[0][2].figure.n, 4u);
    EXPECT_NE(names.rows[0][2].figure.href.find("tp="), std::string::npos);
    EXPECT_EQ(names.rows[1][1].figure.text, "имя скрыто");
    EXPECT_EQ(names.rows[1][2].figure.href, "");
}

TEST(QualityPage, ANumberThatTheTableDoesNotShareHasNoLink) {
    Snapshot snapshot = sample();
    for (QualityWeek& week : snapshot.quality->coverage) ++week.messages;
    const QualityPage page = page_of_sample(snapshot);
    for (const auto& row : listing(page, "coverage").rows)
        for (std::size_t c = 1; c < row.size(); ++c) EXPECT_EQ(row[c].figure.href, "");
}

TEST(QualityPage, LongListsAreCutAndSayBySoMuch) {
    Snapshot snapshot = sample();
    for (int i = 0; i < 60; ++i) snapshot.quality->unmapped.push_back({Dimension::Territory, "Посёлок " + std::to_string(i), "", 1});
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(listing(page, "unmapped").rows.size(), 40u);
    EXPECT_EQ(listing(page, "unmapped").more, "… и ещё 22");
}

TEST(QualityPage, APublishedSnapshotHidesSmallNumbers) {
    const Snapshot snapshot = sample(true);
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.tiles.back().figure.text, "<\u00A0" "3");
    EXPECT_EQ(page.tiles.back().figure.href, "");
    EXPECT_EQ(page.tiles.back().change.text, "");
}

TEST(QualityPage, AnOlderSnapshotSaysSoAndShowsItsFiles) {
    Snapshot snapshot = sample();
    snapshot.quality.reset();
    snapshot.info.inputs = {{"pos.csv", "pos", "", 1000, 990, 10, 3}};
    const QualityPage page = page_of_sample(snapshot);
    EXPECT_EQ(page.verdict.find("В этом снимке нет отчёта об импорте"), 0u);
    EXPECT_TRUE(page.tiles.empty());
    ASSERT_EQ(page.listings.size(), 1u);
    const auto row = texts(page.listings[0].rows.at(0));
    EXPECT_EQ(row.size(), page.listings[0].columns.size());
    EXPECT_EQ(row, (std::vector<std::string>{"pos.csv", "Платформа обратной связи", "", "1\u00A0000", "990", "10", "3"}));
}

}  // namespace
}  // namespace problemator
