// A snapshot says what was written, or says that it is damaged; nothing in between.
#include <gtest/gtest.h>

#include "core/query/tally.hpp"
#include "core/snapshot/layout.hpp"
#include "core/snapshot/snapshot.hpp"
#include "tests/property/random_table.hpp"

namespace problemator::testing_parts {
namespace {

QualityReport random_report(Dice& dice) {
    const auto some = [&dice] { return static_cast<std::uint32_t>(dice.below(1000)); };
    QualityReport report;
    for (int i = dice.below(4); i > 0; --i) {
        QualityTable table;
        table.name = "ПОС «" + std::to_string(i) + "».csv";
        table.confidence = 1.0 / (1 + dice.below(9));
        table.rows_read = some(), table.rows_kept = some(), table.rows_rejected = some();
        table.refused = {{"bad_date", "Дата \"поступления\"", some(), {some(), some(), some()}}};
        table.guesses = {{"date_order", "dmy", "", 0.25}};
        report.tables.push_back(std::move(table));
    }
    for (int i = dice.below(9); i > 0; --i) report.unmapped.push_back({kAllDimensions[static_cast<std::size_t>(dice.below(kDimensions))], "имя\n" + std::to_string(i), "", some()});
    for (Week week = 2950; week < 2950 + dice.below(20); ++week) report.coverage.push_back({week, "pos", some()});
    report.change = {dice.chance(50), some(), some(), some(), some()};
    report.messages = some();
    return report;
}

Snapshot random_snapshot(std::uint32_t seed, int rows) {
    Dice dice{seed};
    Snapshot snapshot;
    snapshot.table = random_table(dice, rows);
    snapshot.info = {R"({"id":"sample"})", "sample", week_from_minute(kAsOf) - 1, kAsOf, "problemator test", false,
                     {{"ПОС.csv", "pos", "00ff", 12, 11, 1, 0}, {"ИМ.csv", "im", "", 5, 5, 0, 0}}};
    snapshot.quality = random_report(dice);
    return snapshot;
}

void expect_equal(const Table& a, const Table& b) {
    EXPECT_EQ(a.names, b.names);
    EXPECT_EQ(a.codes, b.codes);
    EXPECT_EQ(a.received, b.received);
    EXPECT_EQ(a.due, b.due);
    EXPECT_EQ(a.answered, b.answered);
    EXPECT_EQ(a.closed, b.closed);
    EXPECT_EQ(a.decided, b.decided);
    EXPECT_EQ(a.marks, b.marks);
    EXPECT_EQ(a.rating, b.rating);
    EXPECT_EQ(a.lat_e6, b.lat_e6);
    EXPECT_EQ(a.lon_e6, b.lon_e6);
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.source_row, b.source_row);
    EXPECT_EQ(a.source_file, b.source_file);
    EXPECT_EQ(a.author, b.author);
    EXPECT_EQ(a.as_of, b.as_of);
}

TEST(SnapshotProperty, WhatIsReadIsWhatWasWritten) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Snapshot written = random_snapshot(seed, static_cast<int>(seed * seed * 7) - 7);   // the first one is empty
        const auto bytes = write_snapshot(written);
        const auto read = read_snapshot(bytes, "неделя.pms");
        ASSERT_TRUE(read.ok()) << describe(read.error(), Lang::En);
        expect_equal(read->table, written.table);
        EXPECT_EQ(read->info.week, written.info.week);
        EXPECT_EQ(read->info.profile_json, written.info.profile_json);
        EXPECT_EQ(read->info.is_published, written.info.is_published);
        ASSERT_EQ(read->info.inputs.size(), 2u);
        EXPECT_EQ(read->info.inputs[0].name, "ПОС.csv");
        EXPECT_EQ(read->info.inputs[0].rows_kept, 11u);
        EXPECT_EQ(read->quality, written.quality);
        EXPECT_EQ(write_snapshot(*read), bytes);
    }
}

TEST(SnapshotProperty, EveryChangedByteIsReported) {
    const auto bytes = write_snapshot(random_snapshot(5, 60));
    Dice dice{1};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1 + dice.below(255)));
        const auto read = read_snapshot(damaged, "неделя.pms");
        ASSERT_FALSE(read.ok()) << "byte " << at;
        EXPECT_EQ(read.error().place.file, "неделя.pms");
    }
}

TEST(SnapshotProperty, EveryShorterFileIsReported) {
    const auto bytes = write_snapshot(random_snapshot(6, 40));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ASSERT_FALSE(read_snapshot(std::span{bytes}.first(size), "неделя.pms").ok()) << size << " bytes";
    }
}

TEST(SnapshotProperty, WhatAHostileProgramWritesWithRightChecksumsNeverCrashesAReader) {
    const auto good = write_snapshot(random_snapshot(8, 30));
    const auto directory = layout::read_directory(good, kSnapshotVersion, "");
    ASSERT_TRUE(directory.ok());
    Dice dice{2};
    int accepted = 0, refused = 0;
    for (int round = 0; round < 4000; ++round) {
        std::vector<layout::Section> sections;
        for (const auto& entry : directory->entries) {
            const auto from = good.begin() + static_cast<std::ptrdiff_t>(entry.offset);
            sections.push_back({entry.name, {from, from + static_cast<std::ptrdiff_t>(entry.size)}});
        }
        auto& bytes = sections[static_cast<std::size_t>(dice.below(static_cast<int>(sections.size())))].bytes;
        const int changes = 1 + dice.below(3);
        for (int i = 0; i < changes && !bytes.empty(); ++i) {
            bytes[static_cast<std::size_t>(dice.below(static_cast<int>(bytes.size())))] = static_cast<std::uint8_t>(dice.below(256));
        }
        if (dice.chance(10)) bytes.resize(static_cast<std::size_t>(dice.below(static_cast<int>(bytes.size()) + 8)));
        const auto rows = directory->rows + static_cast<std::uint32_t>(dice.chance(5) ? dice.below(1 << 30) : 0);
        const auto read = read_snapshot(layout::assemble(kSnapshotVersion, rows, sections), "w");
        read.ok() ? ++accepted : ++refused;
        if (!read.ok()) continue;
        for (const auto a : {Axis::Topic, Axis::Territory, Axis::Week, Axis::Hour}) {   // whatever was let in can be counted
            std::uint32_t sum = 0;
            for (const auto& tally : group(read->table, {}, a).tallies) sum += tally.n;
            ASSERT_LE(sum, read->table.rows());
        }
    }
    EXPECT_GT(accepted, 100);   // a changed letter of a text is a good file
    EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace problemator::testing_parts
