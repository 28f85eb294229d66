#include "core/import/xls.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/import/cfb.hpp"
#include "tests/unit/import/show_tables.hpp"
#include "tests/unit/import/xls_writer.hpp"

namespace problemator {
namespace {

using namespace xls_test;
using Rows = std::vector<TextRow>;

ShownFile read_book(std::string stream) { return show_tables(compound("Workbook", std::move(stream)), "a.xls"); }
Sheet sheet(std::string records, std::u16string_view name = u"Лист1", int state = 0) { return {text8(name, 1), std::move(records), state}; }
Rows rows_of(const std::string& globals, const std::string& records) {
    const ShownFile file = read_book(book(globals, {sheet(records)}));
    return file.parts.empty() ? Rows{{describe(*file.error, Lang::En)}} : file.parts[0].rows;
}

TEST(Xls, ReadsEveryKindOfCell) {
    const std::string rich = le(2, 2) + '\x0D' + le(1, 2) + le(3, 4) + wide(u"ёж") + le(0, 4) + "abc";   // rich text, with Far East data
    const std::string texts = strings(text8(u"Яма") + narrow8("plain") + rich);
    struct Case { const char* name; std::string globals, records; TextRow row; };
    const Case cases[] = {
        {"shared strings", texts, shared(0, 0, 0) + shared(0, 1, 1) + shared(0, 2, 2), {"Яма", "plain", "ёж"}},
        {"label", "", cell(biff::kLabel, 0, 0, text8(u"снег")), {"снег"}},
        {"rich label", "", cell(biff::kRString, 0, 0, narrow8("ice") + le(0, 2)), {"ice"}},
        {"latin-1 in one byte", "", cell(biff::kLabel, 0, 0, narrow8("caf\xE9")), {"café"}},
        {"number", "", number(0, 0, 327441806) + number(0, 1, -0.1), {"#327441806", "#-0.1"}},
        {"rk", "", cell(biff::kRk, 0, 0, le(5 << 2 | 2, 4)) + cell(biff::kRk, 0, 1, le(314u << 2 | 3, 4)) + cell(biff::kRk, 0, 2, le(0x3FF80000, 4)), {"#5", "#3.14", "#1.5"}},
        {"negative rk", "", cell(biff::kRk, 0, 0, le(static_cast<std::uint32_t>(-7) << 2 | 2, 4)), {"#-7"}},
        {"mulrk", "", record(biff::kMulRk, le(0, 2) + le(1, 2) + le(0, 2) + le(1 << 2 | 2, 4) + le(0, 2) + le(2 << 2 | 2, 4) + le(2, 2)), {"", "#1", "#2"}},
        {"yes and no", "", cell(biff::kBoolErr, 0, 0, "\x01\x00"s) + cell(biff::kBoolErr, 0, 1, "\x00\x00"s), {"?1", "?0"}},
        {"errors", "", cell(biff::kBoolErr, 0, 0, "\x2A\x01"s), {"#N/A"}},
        {"formula with a number", "", cell(biff::kFormula, 0, 0, real(2.5) + le(0, 8)), {"#2.5"}},
        {"formula with a text", "", cell(biff::kFormula, 0, 0, "\0\0\0\0\0\0\xFF\xFF"s + le(0, 8)) + record(0x4BC, "shared formula") + record(biff::kString, text8(u"итог")), {"итог"}},
        {"formula with yes", "", cell(biff::kFormula, 0, 0, "\1\0\1\0\0\0\xFF\xFF"s + le(0, 8)), {"?1"}},
        {"formula with an error", "", cell(biff::kFormula, 0, 0, "\2\0\7\0\0\0\xFF\xFF"s + le(0, 8)), {"#DIV/0!"}},
        {"formula with nothing", "", cell(biff::kFormula, 0, 0, "\3\0\0\0\0\0\xFF\xFF"s + le(0, 8)) + number(0, 1, 1), {"", "#1"}},
        {"blanks take no room", "", number(0, 2, 1) + cell(0x201, 0, 3, ""), {"", "", "#1"}},
        {"the later of two cells", "", number(0, 0, 1) + number(0, 0, 2), {"#2"}},
        {"not a number", "", number(0, 0, std::numeric_limits<double>::quiet_NaN()), {""}},
    };
    for (const Case& c : cases) EXPECT_EQ(rows_of(c.globals, c.records), Rows{c.row}) << c.name;
}

TEST(Xls, FormatsTellDatesAndDurations) {
    const std::string globals = format(164, "dd\\.mm\\.yyyy hh:mm") + format(165, "[h]:mm:ss") + style(0) + style(14) + style(164) + style(165) + style(20);
    const std::string records = number(0, 0, 46335, 1) + number(0, 1, 46335.34375, 2) + number(0, 2, 1.10625, 3) + number(0, 3, 0.375, 4) + number(0, 4, 46335, 0);
    EXPECT_EQ(rows_of(globals, records), (Rows{{"@2026-11-09", "@2026-11-09T08:15:00", "~26:33:00", "~09:00:00", "#46335"}}));
    EXPECT_EQ(rows_of(globals + record(biff::kDateMode, le(1, 2)), number(0, 0, 46335 - 1462, 1)), (Rows{{"@2026-11-09"}}));
}

TEST(Xls, SharedStringsGoOnInContinueRecords) {
    const std::string narrow_then_wide = record(biff::kSst, le(0, 8) + le(6, 2) + '\0' + "abc") + record(biff::kContinue, '\1' + wide(u"где"));
    const std::string wide_then_narrow = record(biff::kSst, le(0, 8) + le(5, 2) + '\1' + wide(u"ёж")) + record(biff::kContinue, "\0xyz"s);
    const std::string between = record(biff::kSst, le(0, 8) + narrow8("one")) + record(biff::kContinue, narrow8("two"));
    const std::string in_runs = record(biff::kSst, le(0, 8) + le(1, 2) + '\x08' + le(1, 2) + "q" + le(0, 2)) + record(biff::kContinue, le(0, 2) + narrow8("two"));
    struct Case { const char* name; std::string globals; unsigned index; const char* text; };
    const Case cases[] = {{"wider", narrow_then_wide, 0, "abcгде"}, {"narrower", wide_then_narrow, 0, "ёжxyz"}, {"between strings", between, 1, "two"}, {"in the runs", in_runs, 1, "two"}};
    for (const Case& c : cases) EXPECT_EQ(rows_of(c.globals, shared(0, 0, c.index)), (Rows{{c.text}})) << c.name;
}

TEST(Xls, CellsComeInReadingOrderAndMissingRowsAreMissing) {
    const ShownFile file = read_book(book("", {sheet(number(5, 0, 3) + number(1, 1, 2) + number(1, 0, 1))}));
    EXPECT_EQ(file.parts.at(0).rows, (Rows{{"#1", "#2"}, {"#3"}}));
    EXPECT_EQ(file.parts[0].numbers, (std::vector<std::uint32_t>{2, 6}));
}

TEST(Xls, MergedHeadersAreGivenToAllTheirCells) {
    const std::string label = cell(biff::kLabel, 0, 1, text8(u"Даты")) + cell(biff::kLabel, 1, 1, text8(u"с")) + cell(biff::kLabel, 1, 2, text8(u"по")) + cell(biff::kLabel, 0, 0, text8(u"№"));
    EXPECT_EQ(rows_of("", label + merges({{0, 0, 1, 2}, {0, 1, 0, 0}})), (Rows{{"№", "Даты", "Даты"}, {"№", "с", "по"}}));
}

TEST(Xls, EverySheetWithCellsIsAPartAndHiddenOnesSaySo) {
    const ShownFile file = read_book(book("", {sheet(number(0, 0, 1), u"ПОС"), sheet("", u"Пустой"), sheet(number(0, 0, 2), u"Тайный", 1)}));
    ASSERT_EQ(file.parts.size(), 2u);
    EXPECT_EQ(file.parts[0].sheet, "ПОС");
    EXPECT_EQ(file.parts[1].sheet, "Тайный");
    EXPECT_FALSE(file.parts[0].is_hidden);
    EXPECT_TRUE(file.parts[1].is_hidden);
}

TEST(Xls, ExcelFiveHasTextsOfACodePage) {
    const auto old_book = [](std::string globals) { return book(globals, {{"\x04\xCB\xE8\xF1\xF2", cell(biff::kLabel, 0, 0, le(3, 2) + "\xDF\xEC\xE0") + number(0, 1, 1.5)}}, 0x0500); };
    const ShownFile file = show_tables(compound("Book", old_book("")), "a.xls");
    EXPECT_EQ(file.parts.at(0).sheet, "Лист");
    EXPECT_EQ(file.parts[0].rows, (Rows{{"Яма", "#1.5"}}));
    const ShownFile dos = show_tables(compound("Book", book(record(biff::kCodePage, le(866, 2)), {{"\x01S", cell(biff::kLabel, 0, 0, le(3, 2) + "\x9F\xAC\xA0")}}, 0x0500)), "a.xls");
    EXPECT_EQ(dos.parts.at(0).rows, (Rows{{"Яма"}}));
    const ShownFile bare = show_tables(old_book(""), "a.xls");
    EXPECT_EQ(bare.parts.at(0).rows, (Rows{{"Яма", "#1.5"}}));
}

TEST(Xls, WhatCannotBeReadSaysWhy) {
    const std::string good = book("", {sheet(number(0, 0, 1))});
    struct Case { const char* name; std::string bytes; const char* fault; const char* piece; };
    const Case cases[] = {
        {"password", compound("Workbook", book(record(biff::kFilePass, le(1, 6)), {sheet("")})), "encrypted", "XLS"},
        {"password of a new workbook", compound("EncryptedPackage", "x"), "encrypted", "XLSX"},
        {"letter", compound("WordDocument", "x"), "not_a_table", "DOC"},
        {"slides", compound("PowerPoint Document", "x"), "not_a_table", "PPT"},
        {"installer", compound("Whatever", "x"), "not_a_table", "Office 97–2003"},
        {"excel 2", "\x09\x00\x04\x00\x02\x00\x10\x00"s, "not_this_format", "Excel 2.0–4.0"},
        {"excel 4", "\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"s, "not_this_format", "Excel 2.0–4.0"},
        {"no cells", compound("Workbook", book("", {sheet("")})), "not_a_table", "XLS"},
        {"cut header", compound("Workbook", good).substr(0, 300), "damaged", "Office 97–2003"},
        {"rubbish inside", compound("Workbook", std::string(600, 'x')), "damaged", "XLS"},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables(c.bytes, "a.xls");
        ASSERT_TRUE(file.error) << c.name;
        EXPECT_EQ(fault_id(file.error->fault), c.fault) << c.name;
        EXPECT_EQ(file.error->piece, c.piece) << c.name;
    }
}

TEST(Xls, AFileThatBreaksOffKeepsItsRows) {
    std::string records;
    for (unsigned row = 0; row < 2000; ++row) records += number(row, 0, row);
    const std::string whole = compound("Workbook", book("", {sheet(records)}));
    EXPECT_EQ(show_tables(whole, "a.xls").parts.at(0).rows.size(), 2000u);
    EXPECT_FALSE(show_tables(whole, "a.xls").parts[0].failure);
    const ShownFile cut = show_tables(whole.substr(0, whole.size() / 2), "a.xls");
    EXPECT_GT(cut.parts.at(0).rows.size(), 500u);
    ASSERT_TRUE(cut.parts[0].failure);
    EXPECT_EQ(cut.parts[0].failure->fault, Fault::Truncated);
}

TEST(Xls, AMissingSharedStringAndAFarColumnAreFaultsOfTheirRow) {
    EXPECT_EQ(rows_of(strings(narrow8("a")), shared(0, 0, 0) + shared(1, 0, 7) + number(2, 300, 1) + number(3, 0, 4)), (Rows{{"a"}, {"!damaged"}, {"!row_too_long"}, {"#4"}}));
}

TEST(CompoundFile, ChainsThatGoInCirclesEnd) {
    std::string file = compound("Workbook", std::string(5000, 'x'));
    file.replace(512 + 4 * 3, 4, le(3, 4));   // the stream's first sector follows itself
    const auto open = CompoundFile::open(file);
    ASSERT_TRUE(open.ok());
    EXPECT_EQ(open->read("workbook").bytes.size(), 5000u);   // as long as the directory says, never longer
    std::string huge = compound("Workbook", std::string(5000, 'x'));
    const std::size_t directory = 512 + 512;
    huge.replace(directory + 128 + 120, 4, le(0x7FFFFFFF, 4));
    const auto stream = CompoundFile::open(huge)->read("Workbook");
    EXPECT_LE(stream.bytes.size(), huge.size());
    EXPECT_TRUE(stream.is_cut);
}

TEST(CompoundFile, TheSectorTableMayPassItsHeader) {
    const std::string stream(8'000'000, 'q');   // 15,625 sectors: more than 109 sectors of table, and no more are named in the header
    std::string file = compound("Workbook", stream);
    std::string list;
    const std::uint32_t tables = u32_at(file, 44);
    for (std::uint32_t i = 109; i < 109 + 127; ++i) list += le(i < tables ? i : 0xFFFFFFFF, 4);
    list += le(0xFFFFFFFE, 4);
    file.replace(68, 8, le((file.size() - 512) / 512, 4) + le(1, 4));
    file += list;
    const auto open = CompoundFile::open(file);
    ASSERT_TRUE(open.ok());
    EXPECT_GT(tables, 109u);
    EXPECT_TRUE(open->read("Workbook").bytes == stream);
}

}  // namespace
}  // namespace problemator
