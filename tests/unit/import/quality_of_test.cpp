// What goes into a snapshot: every number of the report and not one cell of a file.
#include "core/import/quality_of.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

Error bad_date(std::uint32_t row, const char* piece) { return {.fault = Fault::BadDate, .place = {.file = "ПОС.csv", .row = row, .column = "Дата"}, .piece = piece, .expected = "DD.MM.YYYY"}; }

ImportReport sample() {
    FileReport pos;
    pos.name = "ПОС.csv";
    pos.sheet = "Лист1";
    pos.format = "CSV";
    pos.encoding = "windows-1251";
    pos.channel_id = "pos";
    pos.confidence = 0.97;
    pos.rows_read = 20, pos.rows_kept = 14, pos.rows_rejected = 5, pos.rows_skipped = 1, pos.rows_updated = 3, pos.rows_duplicate = 2;
    pos.guesses = {{"encoding", "windows-1251", 0.99, false, "koi8-r"}, {"date_order", "dmy", 0.7, false, "mdy"}, {"header_row", "3", 0.5, true, ""}};
    for (std::uint32_t row = 2; row < 6; ++row) count_fault(pos.error_counts, bad_date(row, "Иванов Иван, +7 900 000-00-00"));
    count_fault(pos.error_counts, {.fault = Fault::MissingValue, .place = {.file = "ПОС.csv", .row = 9, .column = "Номер"}});
    count_fault(pos.warning_counts, {.fault = Fault::BadNumber, .place = {.file = "ПОС.csv", .row = 11, .column = "Оценка"}, .piece = "пять"});
    pos.unknown_words = {{"Статус", "Почти готово", Phrase{"в работе", "in work"}, 4}};
    pos.rejects_csv = "Иванов Иван;+7 900 000-00-00\n";
    FileReport broken;
    broken.name = "ИМ.xls";
    broken.failure = Error{.fault = Fault::Encrypted, .place = {.file = "ИМ.xls"}};
    ImportReport report;
    report.files = {pos, broken};
    report.unmapped = {{Dimension::Topic, "Снег", 6, "Уборка снега"}};
    report.messages = 13;
    report.links = {2, 1};
    report.change = {5, 3, 6, 1, true};
    report.anomalies = {{ClockFault::ReceivedInFuture, 2, {{"ПОС.csv", 7, ""}, {"ПОС.csv", 8, ""}}}};
    report.coverage = {{2964, "im", 5}, {2965, "pos", 8}};
    report.rules = {{"snow", "Снег", "Snow", 6, 4, 1}};
    report.places = {9, 7, 5, 3, 1};
    report.privacy = {{"phone", 11, 12}};
    report.appeals = 4, report.gratitudes = 2, report.consultations = 1, report.beyond_calendar = 6;
    return report;
}

TEST(QualityOf, KeepsTheNumbersOfEveryTable) {
    const QualityReport report = quality_of(sample());
    ASSERT_EQ(report.tables.size(), 2u);
    const QualityTable& pos = report.tables[0];
    EXPECT_EQ(pos.rows_read, pos.rows_kept + pos.rows_rejected + pos.rows_skipped);
    EXPECT_EQ(pos.rows_updated, 3u);
    EXPECT_EQ(pos.rows_duplicate, 2u);
    EXPECT_EQ(pos.channel, "pos");
    EXPECT_EQ(pos.encoding, "windows-1251");
    EXPECT_EQ(report.tables[1].failure, "encrypted");
    EXPECT_EQ(pos.words, (std::vector<QualityWord>{{"Статус", "Почти готово", "в работе", "in work", 4}}));
}

TEST(QualityOf, ReasonsAddUpToTheRefusedRows) {
    const QualityTable pos = quality_of(sample()).tables[0];
    EXPECT_EQ(pos.refused, (std::vector<QualityFault>{{"bad_date", "Дата", 4, {2, 3, 4}}, {"missing_value", "Номер", 1, {9}}}));
    EXPECT_EQ(pos.remarks, (std::vector<QualityFault>{{"bad_number", "Оценка", 1, {11}}}));
    std::uint32_t sum = 0;
    for (const QualityFault& fault : pos.refused) sum += fault.count;
    EXPECT_EQ(sum, pos.rows_rejected);
}

TEST(QualityOf, KeepsOnlyGuessesThatAreWorthALook) {
    EXPECT_EQ(quality_of(sample()).tables[0].guesses, (std::vector<QualityGuess>{{"date_order", "dmy", "mdy", 0.7}}));
}

TEST(QualityOf, KeepsWhatHoldsForTheWholeSet) {
    const QualityReport report = quality_of(sample());
    EXPECT_EQ(report.unmapped, (std::vector<QualityName>{{Dimension::Topic, "Снег", "Уборка снега", 6}}));
    EXPECT_EQ(report.clocks, (std::vector<QualityClock>{{"received_in_future", 2, {{"ПОС.csv", 7}, {"ПОС.csv", 8}}}}));
    EXPECT_EQ(report.coverage, (std::vector<QualityWeek>{{2964, "im", 5}, {2965, "pos", 8}}));
    EXPECT_EQ(report.rules, (std::vector<QualityRule>{{"snow", "Снег", "Snow", 6, 4, 1}}));
    EXPECT_EQ(report.privacy, (std::vector<QualityPrivacy>{{"phone", 11, 12}}));
    EXPECT_EQ(report.change, (QualityChange{true, 5, 3, 6, 1}));
    EXPECT_EQ(report.places, (QualityPlaces{9, 7, 5, 3, 1}));
    EXPECT_EQ(report.messages, 13u);
    EXPECT_EQ(report.beyond_calendar, 6u);
    EXPECT_EQ(report.linked_by_key + report.linked_by_text, 3u);
    EXPECT_EQ(report.appeals + report.gratitudes + report.consultations, 7u);
}

}  // namespace
}  // namespace problemator
