#include "core/import/csv.hpp"

#include <gtest/gtest.h>

#include <random>

namespace problemator {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_all(std::string_view text, char delimiter, CsvLimits limits = {}) {
    CsvScanner scanner{text, delimiter, limits};
    CsvRow row;
    Rows rows;
    std::string scratch;
    while (scanner.next(row)) {
        auto& cells = rows.emplace_back();
        if (row.fault) { cells.push_back("!" + std::string{fault_id(*row.fault)}); continue; }
        for (const CsvCell& cell : row.cells) cells.emplace_back(unescape(cell, scratch));
    }
    return rows;
}

TEST(Csv, ReadsRfc4180AndItsUsualRelatives) {
    struct Case { const char* name; std::string_view text; char delimiter; Rows rows; };
    const Case cases[] = {
        {"lf", "a,b\n1,2\n", ',', {{"a", "b"}, {"1", "2"}}},
        {"crlf without the last line end", "a,b\r\n1,2", ',', {{"a", "b"}, {"1", "2"}}},
        {"bare cr", "a,b\r1,2\r", ',', {{"a", "b"}, {"1", "2"}}},
        {"semicolon", "a;b\n1,5;2\n", ';', {{"a", "b"}, {"1,5", "2"}}},
        {"tab", "a\tb\n", '\t', {{"a", "b"}}},
        {"bar", "a|b\n", '|', {{"a", "b"}}},
        {"quoted delimiter and line breaks", "a,\"b,\r\nc\",d\n", ',', {{"a", "b,\r\nc", "d"}}},
        {"doubled quotes", "\"\"\"a\"\" b\",\"\"\n", ',', {{"\"a\" b", ""}}},
        {"empty cells at both ends", ",a,\n", ',', {{"", "a", ""}}},
        {"delimiter at the end of the file", "a,", ',', {{"a", ""}}},
        {"blank lines are rows", "a\n\n\nb\n", ',', {{"a"}, {""}, {""}, {"b"}}},
        {"blanks around a quoted cell", "\"a\" , \"b, c\"\n", ',', {{"a", "b, c"}}},
        {"blanks are kept", "a, b ,c\n", ',', {{"a", " b ", "c"}}},
        {"stray quote in a plain cell", "37'8\"N,b\n", ',', {{"37'8\"N", "b"}}},
        {"stray quote in a quoted cell", "\"OOO \"Vega\" ltd\",b\nc,d\n", ',', {{"OOO \"Vega\" ltd", "b"}, {"c", "d"}}},
        {"stray quote does not pass its line", "\"a\" x,b\nc,d\n", ',', {{"a\" x,b"}, {"c", "d"}}},
        {"unclosed quote costs one line", "a,b\n1,\"x\n2,y\n", ',', {{"a", "b"}, {"!unclosed_quote"}, {"2", "y"}}},
        {"unclosed quote at the end", "a,b\n1,\"x", ',', {{"a", "b"}, {"!unclosed_quote"}}},
        {"nothing", "", ',', {}},
        {"utf-8", "имя;город\nЁ;😎\n", ';', {{"имя", "город"}, {"Ё", "😎"}}},
    };
    for (const Case& c : cases) EXPECT_EQ(read_all(c.text, c.delimiter), c.rows) << c.name;
}

TEST(Csv, StrayQuotesAreReported) {
    CsvScanner scanner{"a,\"b\" c\nd,e\n", ','};
    CsvRow row;
    ASSERT_TRUE(scanner.next(row));
    EXPECT_TRUE(row.has_stray_quote);
    ASSERT_TRUE(scanner.next(row));
    EXPECT_FALSE(row.has_stray_quote);
}

TEST(Csv, LongRowsAndCellsAreSkippedToTheNextLine) {
    const CsvLimits limits{.cell_bytes = 100, .row_bytes = 300, .cells = 50};
    const std::string cell(101, 'x');
    std::string wide_row, many_cells(60, ','), quoted = "\"" + cell + "\n" + cell + "\"";
    for (int i = 0; i < 5; ++i) wide_row += std::string(90, 'y') + ",";
    const Rows rows = read_all("a,b\n" + cell + ",1\n" + wide_row + "\n" + many_cells + "\n" + quoted + "\nc,d\n", ',', limits);
    ASSERT_GE(rows.size(), 6u);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(rows[1], std::vector<std::string>{"!cell_too_long"});
    EXPECT_EQ(rows[2], std::vector<std::string>{"!row_too_long"});
    EXPECT_EQ(rows[3], std::vector<std::string>{"!row_too_long"});
    EXPECT_EQ(rows[4], std::vector<std::string>{"!cell_too_long"});
    EXPECT_EQ(rows.back(), (std::vector<std::string>{"c", "d"}));
}

TEST(Csv, OneEndlessLineHoldsNoMemory) {
    const std::string endless(std::size_t{64} << 20, 'z');
    CsvScanner scanner{endless, ','};
    CsvRow row;
    ASSERT_TRUE(scanner.next(row));
    EXPECT_EQ(row.fault, Fault::CellTooLong);
    EXPECT_TRUE(row.cells.empty());
    EXPECT_FALSE(scanner.next(row));
}

TEST(Csv, RowsAreCountedAsASpreadsheetDoes) {
    CsvScanner scanner{"a\n\"b\nb\"\nc\n", ','};
    CsvRow row;
    std::vector<std::uint32_t> numbers;
    while (scanner.next(row)) numbers.push_back(row.number);
    EXPECT_EQ(numbers, (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(Csv, WhatIsWrittenIsReadBack) {
    std::mt19937 random{20261121};
    const std::string letters = "ab;\"\n\r, ";
    for (int round = 0; round < 500; ++round) {
        Rows rows(1 + random() % 4);
        std::string text;
        for (auto& cells : rows) {
            cells.resize(2 + random() % 4);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                for (auto n = random() % 90; n > 0; --n) cells[i] += letters[random() % letters.size()];
                if (!cells[i].empty() && cells[i].front() == ' ') cells[i].front() = 'x';   // a blank before a quote opens a quoted cell
                if (i > 0) text += ';';
                append_csv_cell(text, cells[i], ';');
            }
            text += "\r\n";
        }
        ASSERT_EQ(read_all(text, ';'), rows) << text;
    }
}

}  // namespace
}  // namespace problemator
