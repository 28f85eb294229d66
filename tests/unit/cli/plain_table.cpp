#include "core/cli/plain_table.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>

namespace problemator::cli {
namespace {

using Numbers = std::vector<double>;

TEST(PlainTable, CommaAndSemicolonReadTheSame) {
    const auto comma = plain_table_of("week,count\n2026-W01,3.5\n2026-W02,12\n", "a.csv");
    const auto semicolon = plain_table_of("\xEF\xBB\xBFweek;count\r\n2026-W01;3,5\r\n2026-W02;12\r\n\r\n", "b.csv");
    ASSERT_TRUE(comma && semicolon);
    EXPECT_EQ(comma->header, semicolon->header);
    EXPECT_EQ(*number_column(*comma, "count"), (Numbers{3.5, 12}));
    EXPECT_EQ(*number_column(*semicolon, "count"), (Numbers{3.5, 12}));
    EXPECT_EQ(*text_column(*semicolon, "week"), (std::vector<std::string>{"2026-W01", "2026-W02"}));
}

TEST(PlainTable, QuotedCellsKeepTheirCommasQuotesAndLines) {
    const auto table = plain_table_of("cell,count\n\"Дороги, «ямы» и \"\"люки\"\"\",1\n\"two\nlines\",2\n", "q.csv");
    ASSERT_TRUE(table);
    EXPECT_EQ((*text_column(*table, "cell"))[0], "Дороги, «ямы» и \"люки\"");
    EXPECT_EQ((*text_column(*table, "cell"))[1], "two\nlines");
}

TEST(PlainTable, DamageIsToldWithItsRow) {
    const struct { std::string_view text; Fault fault; std::uint32_t row; } cases[] = {
        {"", Fault::EmptyFile, 0},
        {" \n\n", Fault::EmptyFile, 0},
        {"week,count\n2026-W01,3\n2026-W02\n", Fault::WrongCellCount, 3},
        {"week,count\n2026-W01,3,4\n", Fault::WrongCellCount, 2},
        {"week,count\n2026-W01,3\n\n2026-W02,4\n", Fault::WrongCellCount, 3},
        {"week,count\n\"2026-W01,3\n", Fault::UnclosedQuote, 2},
        {"week,count\n2026-W01,\xFF\n", Fault::BadEncoding, 2},
        {"week,week\n1,2\n", Fault::DuplicateColumn, 1},
        {"week,\n1,2\n", Fault::MissingColumn, 1},
    };
    for (const auto& c : cases) {
        const auto table = plain_table_of(c.text, "x.csv");
        ASSERT_FALSE(table) << c.text;
        EXPECT_EQ(table.error().fault, c.fault) << c.text;
        EXPECT_EQ(table.error().place.row, c.row) << c.text;
        EXPECT_EQ(table.error().place.file, "x.csv");
    }
}

TEST(PlainTable, WhatIsNoNumberIsRefusedByRowColumnAndPiece) {
    for (const std::string cell : {"inf", "nan", "0x10", "1e999", "12 шт", "1,5", "--1", ".", "1e", "3.1.2"}) {
        const auto table = plain_table_of("week,count\n1,4\n2,\"" + cell + "\"\n", "x.csv");
        ASSERT_TRUE(table) << cell;
        const auto numbers = number_column(*table, "count");
        ASSERT_FALSE(numbers) << cell;
        EXPECT_EQ(numbers.error().fault, Fault::BadNumber);
        EXPECT_EQ(numbers.error().place.row, 3u);
        EXPECT_EQ(numbers.error().place.column, "count");
        EXPECT_EQ(numbers.error().piece, cell);
    }
    EXPECT_EQ(number_column(*plain_table_of("a,b\n1,\n", "x.csv"), "b").error().fault, Fault::MissingValue);
}

TEST(PlainTable, AMissingColumnListsThoseThatExist) {
    const auto table = plain_table_of("week,count\n1,2\n", "x.csv");
    EXPECT_EQ(text_column(*table, "cell").error().piece, "week, count");
}

TEST(PlainTable, ManyBrokenFilesEndWell) {
    for (unsigned seed = 1; seed < 3000; ++seed) {
        std::string text = "a,b\n1,2\n\"x\",3\n";
        for (unsigned i = 0, state = seed; i < 4; ++i) {
            state = state * 1664525u + 1013904223u;
            text[(state >> 8) % text.size()] = ",;\"\n\r1e\xD0"[(state >> 24) % 8];
        }
        const auto table = plain_table_of(text, "x.csv");
        if (!table) continue;
        for (const auto& row : table->rows) EXPECT_EQ(row.size(), table->header.size());
    }
}

TEST(PlainTable, NumbersReadBackAsTheSame) {
    EXPECT_EQ(plain_number(0.1), "0.1");
    EXPECT_EQ(plain_number(-0.0), "0");
    EXPECT_EQ(plain_number(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(plain_number(std::numeric_limits<double>::infinity()), "");
    const std::string csv = plain_csv({"name", "value"}, {{"a,b", plain_number(2.0 / 3)}, {"\"c\"", plain_number(1e-300)}});
    const auto table = plain_table_of(csv, "x.csv");
    ASSERT_TRUE(table);
    EXPECT_EQ(*text_column(*table, "name"), (std::vector<std::string>{"a,b", "\"c\""}));
    EXPECT_EQ(*number_column(*table, "value"), (Numbers{2.0 / 3, 1e-300}));
}

TEST(PlainTable, AFileIsReadByItsNameAndAMissingOneIsToldSo) {
    const std::string path = testing::TempDir() + "plain_table.csv";
    std::ofstream{path, std::ios::binary} << "n\n1\n2\n";
    const auto table = read_plain_table(path);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->file, "plain_table.csv");
    EXPECT_EQ(*number_column(*table, "n"), (Numbers{1, 2}));
    EXPECT_EQ(read_plain_table(testing::TempDir() + "no such file.csv").error().fault, Fault::Io);
}

}  // namespace
}  // namespace problemator::cli
