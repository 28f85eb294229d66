#include "core/documents/csv.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

TEST(Csv, CellsOpenAsTheTextTheyAre) {
    const struct { std::string_view text, cell; } cases[] = {
        {"Речное", "Речное"},
        {"а;б", "\"а;б\""},
        {"он сказал «да» \"нет\"", "\"он сказал «да» \"\"нет\"\"\""},
        {"две\nстроки", "\"две\nстроки\""},
        {"=1+1", "'=1+1"},
        {"+7 900", "'+7 900"},
        {"-5", "'-5"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"=cmd;\"x\"", "\"'=cmd;\"\"x\"\"\""},
        {"\tтаб", "'\tтаб"},
        {"−5", "−5"},                       // the true minus starts no formula
        {"", ""},
        {std::string_view{"a\0b", 3}, "ab"},
    };
    for (const auto& it : cases) EXPECT_EQ(csv_cell(it.text), it.cell) << it.text;
}

TEST(Csv, LinesEndWithCrLfAndCellsWithSemicolons) { EXPECT_EQ(csv_line({"а", "", "б"}), "а;;б\r\n"); }

TEST(Csv, ByteOrderMarkIsUtf8) { EXPECT_EQ(kByteOrderMark, "\xEF\xBB\xBF"); }

}  // namespace
}  // namespace problemator
