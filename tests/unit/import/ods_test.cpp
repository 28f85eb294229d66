#include "core/import/ods.hpp"

#include <gtest/gtest.h>

#include "core/import/number_format.hpp"
#include "tests/unit/import/package_writer.hpp"
#include "tests/unit/import/read_parts.hpp"

namespace problemator {
namespace {

using namespace testing_parts;
using Lines = std::vector<std::string>;

Lines rows_of_table(const std::string& rows, const PartLimits& limits = {}) {
    const ReadFile file = read_parts(make_ods("<table:table table:name=\"Лист1\">" + rows + "</table:table>"), limits);
    Lines lines = file.parts.empty() ? Lines{} : file.parts[0].rows;
    for (const std::string& failure : {file.parts.empty() ? "" : file.parts[0].failure, file.failure})
        if (!failure.empty()) lines.push_back("! " + failure);
    return lines;
}
std::string cell(const std::string& attributes, const std::string& text = "") { return "<table:table-cell " + attributes + ">" + (text.empty() ? "" : "<text:p>" + text + "</text:p>") + "</table:table-cell>"; }
std::string row(const std::string& cells, const std::string& attributes = "") { return "<table:table-row " + attributes + ">" + cells + "</table:table-row>"; }

TEST(Ods, EveryKindOfCellHasItsText) {
    const std::string cells = cell("office:value-type=\"string\" calcext:value-type=\"string\"", "Яма") + cell("office:value-type=\"float\" office:value=\"3.27441806E8\"", "327 441 806,00") +
                              cell("office:value-type=\"percentage\" office:value=\"0.874\"", "87,4 %") + cell("office:value-type=\"date\" office:date-value=\"2026-11-09\"", "09.11.26") +
                              cell("office:value-type=\"date\" office:date-value=\"2026-11-09T08:15:30.5\"", "…") + cell("office:value-type=\"time\" office:time-value=\"PT26H33M00S\"", "26:33:00") +
                              cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "ИСТИНА") + cell("office:value-type=\"string\" office:string-value=\"скрытое\"") +
                              cell("office:value-type=\"time\" office:time-value=\"вчера\"") + cell("calcext:value-type=\"error\" office:value-type=\"string\" office:string-value=\"\"", "#Н/Д");
    EXPECT_EQ(rows_of_table(row(cells)), (Lines{"1: Яма | 327441806# | 0.874# | 2026-11-09@ | 2026-11-09T08:15:30@ | 26:33:00~ | 1? | скрытое | вчера | #Н/Д"}));
}

TEST(Ods, DurationsOfTheStandard) {
    struct Case { std::string_view iso, text; CellKind kind; };
    const Case cases[] = {
        {"PT00H00M05S", "00:00:05", CellKind::Duration}, {"P1DT2H", "26:00:00", CellKind::Duration}, {"PT5M", "00:05:00", CellKind::Duration}, {"PT1.5S", "00:00:01", CellKind::Duration},
        {"P2D", "48:00:00", CellKind::Duration}, {"-PT5M", "-PT5M", CellKind::Text}, {"PT", "PT", CellKind::Text}, {"P1Y", "P1Y", CellKind::Text}, {"PT5M4H", "PT5M4H", CellKind::Text},
        {"P1M", "P1M", CellKind::Text}, {"PT99999999999999H", "PT99999999999999H", CellKind::Text}, {"PT5", "PT5", CellKind::Text}, {"P1DT", "P1DT", CellKind::Text}, {"", "", CellKind::Text},
    };
    for (const Case& c : cases) {
        std::string out;
        EXPECT_EQ(append_iso_duration_cell(out, c.iso), c.kind) << c.iso;
        EXPECT_EQ(out, c.text);
    }
}

TEST(Ods, TextKeepsItsLinesAndBlanksAndLeavesNotesOut) {
    EXPECT_EQ(rows_of_table(row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>заметка</text:p></office:annotation><text:p>ул.<text:s text:c=\"2\"/>Мира<text:tab/>"
                                "<text:span>д. <text:a>5</text:a></text:span></text:p><text:p>вторая<text:line-break/>третья</text:p></table:table-cell>")),
              (Lines{"1: ул.  Мира\tд. 5\nвторая\nтретья"}));
}

TEST(Ods, RepeatsFillAndBlankTailsCostNothing) {
    const std::string one = cell("office:value-type=\"float\" office:value=\"1\"");
    EXPECT_EQ(rows_of_table(row(cell("table:number-columns-repeated=\"2\"") + cell("office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"3\"") + cell("table:number-columns-repeated=\"16379\"")) +
                            row(cell("table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"3\"") + row(one, "table:number-rows-repeated=\"2\"") +
                            row(cell("table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"1048570\"")),
              (Lines{"1:  |  | 7# | 7# | 7#", "5: 1#", "6: 1#"}));
    EXPECT_EQ(rows_of_table(row(one, "table:number-rows-repeated=\"4294967295\""), {.unpacked_bytes = 1 << 30, .shared_bytes = 1 << 30, .ratio = 400, .members = 10, .rows = 3, .columns = 100, .depth = 2, .cell_bytes = 100}).back(), "! too_large rows");
    EXPECT_EQ(rows_of_table(row(cell("office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"99999\"")) + row(one)), (Lines{"1: !row_too_long", "2: 1#"}));
    std::string wide;
    for (int i = 0; i < 200; ++i) wide += row(cell("office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"16384\""));
    EXPECT_EQ(rows_of_table(wide).back(), "! too_large columns");
}

TEST(Ods, ASpannedHeaderNamesAllItsColumns) {
    const std::string rows = row(cell("office:value-type=\"string\" table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\"", "Срок") + "<table:covered-table-cell/>" + cell("table:number-rows-spanned=\"2\"", "Тема")) +
                             row(cell("", "план") + cell("", "факт") + "<table:covered-table-cell/>");
    EXPECT_EQ(rows_of_table(rows), (Lines{"1: Срок | Срок | Тема", "2: план | факт | Тема"}));
}

TEST(Ods, EveryTableIsAPart) {
    const auto table = [](const std::string& name, const std::string& style, const std::string& text) {
        return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\"><table:shapes><draw:frame><table:table><table:table-row><table:table-cell><text:p>рисунок</text:p></table:table-cell></table:table-row></table:table></draw:frame></table:shapes>" +
               row(cell("", text)) + "</table:table>";
    };
    const std::string bytes = make_ods("<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/></table:calculation-settings><table:tracked-changes><table:table-cell><text:p>x</text:p></table:table-cell></table:tracked-changes>" +
                                           table("Первая", "ta1", "а") + table("'file:///другая.ods'#$Лист1", "ta1", "чужая") + table("Вторая", "ta2", "б"),
                                       "<style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>");
    const ReadFile file = read_parts(bytes);
    ASSERT_EQ(file.parts.size(), 2u);
    EXPECT_EQ(file.parts[0].sheet, "Первая");
    EXPECT_EQ(file.parts[0].rows, (Lines{"1: а"}));
    EXPECT_EQ(file.parts[1].sheet, "Вторая");
    EXPECT_EQ(file.parts[1].rows, (Lines{"1: б"}));
    EXPECT_TRUE(file.parts[1].is_hidden && !file.parts[0].is_hidden);
    EXPECT_EQ(file.parts[0].dates, DateSystem::From1904);
    EXPECT_EQ(file.parts[0].format, FileFormat::Ods);
}

TEST(Ods, AFlatFileIsReadWithoutAnArchive) {
    const ReadFile file = read_parts("<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
                                     "<table:table table:name=\"а\"><table:table-row><table:table-cell><text:p>да</text:p></table:table-cell></table:table-row></table:table></office:document>");
    ASSERT_EQ(file.parts.size(), 1u);
    EXPECT_EQ(file.parts[0].rows, (Lines{"1: да"}));
}

TEST(Ods, WhatCannotBeReadIsSaid) {
    std::vector<ZipEntry> entries = ods_entries("<table:table table:name=\"а\">" + row(cell("", "да")) + "<table:table-row><broken");
    EXPECT_EQ(read_parts(make_zip(entries)).parts.at(0).rows, (Lines{"1: да"}));
    EXPECT_EQ(read_parts(make_zip(entries)).parts.at(0).failure.substr(0, 7), "damaged");
    entries[2].bytes = "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    EXPECT_EQ(read_parts(make_zip(entries)).failure, "encrypted ODS");
    entries = ods_entries("");
    EXPECT_EQ(read_parts(make_zip(entries)).failure, "not_a_table ODS");
    entries[0].bytes = "application/vnd.oasis.opendocument.text";
    EXPECT_EQ(read_parts(make_zip(entries)).failure, "not_a_table ODT, ODP");
    entries = ods_entries("");
    entries[1].bytes = "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>";
    EXPECT_EQ(read_parts(make_zip(entries)).failure, "damaged <!DOCTYPE a>");
}

}  // namespace
}  // namespace problemator
