// The import report in a snapshot: read as it was written, refused when it cannot be, without persons when published.
#include "core/snapshot/quality.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/snapshot/layout.hpp"
#include "core/snapshot/privacy_check.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {
namespace {

QualityReport report() {
    QualityTable table{.name = "Обращение Иванова Ивана Ивановича.xlsx", .sheet = "Sheet0", .format = "XLSX", .encoding = {}, .channel = "pos", .register_id = {}, .confidence = 0.97,
                       .rows_read = 20, .rows_kept = 14, .rows_rejected = 5, .rows_skipped = 1, .rows_updated = 3, .rows_duplicate = 2, .failure = {},
                       .refused = {{"bad_date", "Дата", 5, {2, 3, 4}}}, .remarks = {{"bad_number", "Оценка", 7, {11}}}, .guesses = {{"date_order", "dmy", "mdy", 0.7}},
                       .words = {{"Исполнитель", "Сидоров Пётр Ильич", "", "", 2}}, .missing_columns = {"Фаст-трек"}};
    QualityReport out;
    out.tables = {table};
    out.unmapped = {{Dimension::Department, "Петрова Анна Сергеевна", "", 9}, {Dimension::Topic, "Снег", "Уборка снега", 6}, {Dimension::Department, "Кузнецов Олег Иванович", "", 4}};
    out.coverage = {{2964, "im", 5}, {2965, "pos", 8}};
    out.clocks = {{"received_in_future", 2, {{"Обращение Иванова Ивана Ивановича.xlsx", 7}}}};
    out.rules = {{"snow", "Снег", "Snow", 6, 4, 1}};
    out.privacy = {{"phone", 11, 12}};
    out.change = {true, 5, 3, 6, 1};
    out.places = {9, 7, 5, 3, 1};
    out.messages = 13, out.linked_by_key = 2, out.linked_by_text = 1, out.appeals = 4, out.gratitudes = 3, out.consultations = 10;
    return out;
}

Snapshot sample() {
    Snapshot snapshot;
    TableBuilder builder;
    snapshot.table = std::move(builder).finish(minute_from_day(20'772), {});
    snapshot.info = {.profile_json = R"({"topics":["Снег"]})", .profile_id = "x", .week = week_from_day(20'760), .as_of = minute_from_day(20'772), .built_by = "test", .is_published = false, .inputs = {}};
    snapshot.quality = report();
    return snapshot;
}

TEST(SnapshotQuality, IsReadAsItWasWritten) {
    const auto bytes = write_snapshot(sample());
    const auto read = read_snapshot(bytes, "неделя.pms");
    ASSERT_TRUE(read) << describe(read.error(), Lang::En);
    EXPECT_EQ(read->quality, report());
    EXPECT_EQ(write_snapshot(*read), bytes);
}

TEST(SnapshotQuality, AnOlderFileHasNone) {
    Snapshot old = sample();
    old.quality.reset();
    const auto read = read_snapshot(write_snapshot(old), "w");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->quality.has_value());
}

TEST(SnapshotQuality, AMemberOfANewerProgramIsPassedOverAndAMissingOneHasItsDefault) {
    const auto read = read_quality(R"({"messages":3,"moods":[1,2],"tables":[{"name":"a.csv"}]})", "w");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->messages, 3u);
    EXPECT_EQ(read->tables.at(0).name, "a.csv");
    EXPECT_EQ(read->tables.at(0).rows_read, 0u);
}

TEST(SnapshotQuality, WhatCannotBeIsRefusedWithItsPath) {
    struct Case { const char* json; const char* path; };
    const Case cases[] = {
        {"[]", ""},
        {R"({"messages":-1})", "messages"},
        {R"({"messages":4294967296})", "messages"},
        {R"({"messages":18446744073709551615})", "messages"},
        {R"({"messages":1.5})", "messages"},
        {R"({"tables":{}})", "tables"},
        {R"({"tables":[7]})", "tables[0]"},
        {R"({"tables":[{"name":7}]})", "tables[0].name"},
        {R"({"tables":[{},{"confidence":1.01}]})", "tables[1].confidence"},
        {R"({"tables":[{"refused":[{"rows":[1,"2"]}]}]})", "tables[0].refused[0].rows[1]"},
        {R"({"coverage":[{"week":2147483647}]})", "coverage[0].week"},
        {R"({"unmapped":[{"dimension":"mood"}]})", "unmapped[0].dimension"},
        {R"({"change":{"has_previous":1}})", "change.has_previous"},
    };
    for (const Case& c : cases) {
        const auto read = read_quality(c.json, "w.pms");
        ASSERT_FALSE(read) << c.json;
        EXPECT_EQ(read.error().place.file, "w.pms") << c.json;
        EXPECT_EQ(read.error().place.column, c.path) << c.json;
    }
    EXPECT_FALSE(read_quality(R"({"messages":)", "w"));
    EXPECT_FALSE(read_quality("", "w"));
}

TEST(SnapshotQuality, EveryShorterTextIsAnErrorAndNeverACrash) {
    const std::string json = quality_json(report());
    for (std::size_t size = 0; size < json.size(); ++size) EXPECT_FALSE(read_quality(std::string_view{json}.substr(0, size), "w")) << size;
}

TEST(SnapshotQuality, PublishedItNamesNobodyAndKeepsItsCounts) {
    Snapshot snapshot = sample();
    drop_personal_data(snapshot);
    const QualityReport& kept = *snapshot.quality;
    EXPECT_EQ(quality_json(kept).find("Иванов"), std::string::npos) << quality_json(kept);
    EXPECT_EQ(quality_json(kept).find("Петрова"), std::string::npos);
    EXPECT_EQ(quality_json(kept).find("Сидоров"), std::string::npos);
    EXPECT_EQ(kept.unmapped, (std::vector<QualityName>{{Dimension::Department, "", "", 13}, {Dimension::Topic, "Снег", "Уборка снега", 6}}));
    EXPECT_EQ(kept.tables[0].words[0].value, "имя скрыто");
    EXPECT_EQ(kept.tables[0].words[0].count, 2u);
    EXPECT_EQ(kept.tables[0].refused, report().tables[0].refused);
    EXPECT_EQ(kept.coverage, report().coverage);
}

std::size_t found_in_quality(const Snapshot& snapshot) {
    const AllowList nobody;
    PrivacyScan scan{nobody};
    scan.read_snapshot_of(snapshot, "w.pms");
    return static_cast<std::size_t>(std::count_if(scan.report.findings.begin(), scan.report.findings.end(), [](const auto& finding) { return finding.section == "quality"; }));
}

TEST(SnapshotQuality, ThePrivacyCheckReadsItsNames) {
    Snapshot snapshot = sample();
    EXPECT_GE(found_in_quality(snapshot), 4u);
    drop_personal_data(snapshot);
    EXPECT_EQ(found_in_quality(snapshot), 0u);
}

}  // namespace
}  // namespace problemator
