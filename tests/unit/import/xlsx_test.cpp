#include "core/import/xlsx.hpp"

#include <gtest/gtest.h>

#include "tests/unit/import/package_writer.hpp"
#include "tests/unit/import/read_parts.hpp"

namespace problemator {
namespace {

using namespace testing_parts;
using Lines = std::vector<std::string>;

/// Rows of the only sheet; "! …" at the end when reading ended early or the file could not be opened.
Lines rows_of(const std::string& bytes, const PartLimits& limits = {}) {
    const ReadFile file = read_parts(bytes, limits);
    Lines rows = file.parts.empty() ? Lines{} : file.parts[0].rows;
    for (const std::string& failure : {file.parts.empty() ? "" : file.parts[0].failure, file.failure})
        if (!failure.empty()) rows.push_back("! " + failure);
    return rows;
}
/// Of a workbook with one sheet that has these rows.
Lines rows_of_sheet(const std::string& data, XlsxText text = {}, const PartLimits& limits = {}) {
    text.sheets = {{"Sheet0", "<sheetData>" + data + "</sheetData>"}};
    return rows_of(make_xlsx(text), limits);
}

TEST(Xlsx, EveryKindOfCellHasItsText) {
    const XlsxText text{.sheets = {}, .strings = "<si><t>общая</t></si><si><t>вторая</t></si>"};
    EXPECT_EQ(rows_of_sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>своя</t></is></c><c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v>из формулы</v></c></row>"
                            "<row r=\"2\"><c r=\"A2\"><v>327441806</v></c><c r=\"B2\" t=\"n\"><f>1/3</f><v>0.33333333333333331</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c>"
                            "<c r=\"E2\" t=\"d\"><v>2026-11-09T08:15:30.000Z</v></c></row>", text),
              (Lines{"1: вторая | своя | из формулы", "2: 327441806# | 0.333333333333333# | 1? | #N/A | 2026-11-09T08:15:30@"}));
}

TEST(Xlsx, TextsComeWithTheirRunsAndWithoutReadings) {
    const XlsxText text{.sheets = {}, .strings = "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Яма </t></r><r><t>на дороге</t></r><rPh sb=\"0\" eb=\"1\"><t>чтение</t></rPh></si>"
                                                 "<si><t> края </t></si><si><t xml:space=\"preserve\"> края </t></si><si><t>две_x000D_\nстроки_x005F_x0041_ _xZZ_ &lt;b&gt;</t></si><si/>"};
    EXPECT_EQ(rows_of_sheet("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v> 2 </v></c><c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c>"
                            "<c t=\"inlineStr\"><is><r><t>а</t></r><rPh><t>x</t></rPh><r><t>б</t></r></is></c></row>", text),
              (Lines{"1: Яма на дороге | края |  края  | две\r\nстроки_x0041_ _xZZ_ <b> |  | аб"}));
}

TEST(Xlsx, StylesTellDatesDurationsAndNumbers) {
    const char* styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/></numFmts>"
                         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs>";
    const std::string row = "<row><c s=\"0\"><v>46335</v></c><c s=\"1\"><v>46335</v></c><c s=\"2\"><v>46335.34375</v></c><c s=\"3\"><v>1.10625</v></c><c s=\"4\"><v>0.34375</v></c><c s=\"1\"><v>60</v></c><c s=\"99\"><v>7</v></c></row>";
    EXPECT_EQ(rows_of_sheet(row, {.sheets = {}, .strings = {}, .styles = styles}), (Lines{"1: 46335# | 2026-11-09@ | 2026-11-09T08:15:00@ | 26:33:00~ | 08:15:00~ | 60# | 7#"}));
    EXPECT_EQ(rows_of_sheet(row), (Lines{"1: 46335# | 46335# | 46335.34375# | 1.10625# | 0.34375# | 60# | 7#"})) << "without styles nothing is a date";
}

TEST(Xlsx, BothDaysFromWhichDatesCount) {
    XlsxText text{.sheets = {{"а", "<sheetData><row><c s=\"0\"><v>44873</v></c></row></sheetData>"}}, .strings = {}, .styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", .is_1904 = true};
    const ReadFile file = read_parts(make_xlsx(text));
    EXPECT_EQ(file.parts.at(0).rows, (Lines{"1: 2026-11-09@"}));
    EXPECT_EQ(file.parts.at(0).dates, DateSystem::From1904);
    text.is_1904 = false;
    EXPECT_EQ(read_parts(make_xlsx(text)).parts.at(0).rows, (Lines{"1: 2022-11-08@"}));
}

TEST(Xlsx, EverySheetIsAPartInTheOrderOfTheTabs) {
    const auto data = [](const char* cell) { return "<dimension ref=\"A1:XFD1048576\"/><sheetData><row><c t=\"str\"><v>" + std::string{cell} + "</v></c></row></sheetData>"; };
    for (const bool is_other : {false, true}) {
        const XlsxText text{.sheets = {{"Sheet0", data("один")}, {"Скрытый &amp; тихий", data("два"), "hidden"}, {"Очень", data("три"), "veryHidden"}},
                            .strings = {}, .styles = {}, .is_1904 = false, .has_absolute_targets = is_other, .is_strict = is_other};
        const ReadFile file = read_parts(make_xlsx(text), {}, "ПОС.xlsx");
        ASSERT_EQ(file.parts.size(), 3u);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(file.parts[i].format, FileFormat::Xlsx);
        EXPECT_EQ(file.parts[1].sheet, "Скрытый & тихий");
        EXPECT_EQ(file.parts[0].path, "ПОС.xlsx");
        EXPECT_EQ((std::vector<bool>{file.parts[0].is_hidden, file.parts[1].is_hidden, file.parts[2].is_hidden}), (std::vector<bool>{false, true, true}));
        EXPECT_EQ(file.parts[2].rows, (Lines{"1: три"}));
    }
}

TEST(Xlsx, APartThatIsMissingCostsItsSheetOnly) {
    std::vector<ZipEntry> entries = xlsx_entries({.sheets = {{"а", "<sheetData/>"}, {"б", "<sheetData><row><c><v>1</v></c></row></sheetData>"}}});
    entries.erase(entries.begin());
    const ReadFile file = read_parts(make_zip(entries));
    ASSERT_EQ(file.parts.size(), 2u);
    EXPECT_EQ(file.parts[0].failure, "damaged xl/worksheets/tab1.xml");
    EXPECT_EQ(file.parts[1].rows, (Lines{"1: 1#"}));
}

TEST(Xlsx, PackagesWithoutRelationsAreReadByTheUsualNames) {
    const std::string bytes = make_zip({{"XL\\Workbook.xml", "\xEF\xBB\xBF<workbook><sheets><sheet name=\"а\" r:id=\"rId1\"/></sheets></workbook>"},
                                        {"xl/worksheets/Sheet1.xml", "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"},
                                        {"xl/sharedStrings.xml", "<sst><si><t>да</t></si></sst>"}});
    EXPECT_EQ(rows_of(bytes), (Lines{"1: да"}));
}

TEST(Xlsx, PlacesMayBeLeftOut) {
    EXPECT_EQ(rows_of_sheet("<row><c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row><row r=\"5\"><c r=\"B5\"><v>2</v></c><c r=\"A5\"><v>1</v></c></row><row r=\"3\"><c><v>6</v></c></row><row r=\"9\"/>"
                            "<row r=\"11\"><c r=\"C11\" s=\"1\"/></row>"),
              (Lines{"1: 1# |  |  | 4# | 5#", "5: 1# | 2#", "6: 6#", "9:", "11:"}));
}

TEST(Xlsx, AMergedHeaderNamesAllItsColumns) {
    const std::string xml = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Отчёт</v></c></row>"
                            "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>№</v></c><c r=\"B2\" t=\"str\"><v>Срок</v></c><c r=\"C2\" s=\"1\"/></row>"
                            "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>план</v></c><c r=\"C3\" t=\"str\"><v>факт</v></c></row><row r=\"21\"><c r=\"A21\"><v>7</v></c></row><row r=\"22\"><c r=\"B22\"><v>8</v></c></row></sheetData>"
                            "<mergeCells count=\"4\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A21:B22\"/><mergeCell ref=\"A5:XFD1048576\"/><mergeCell ref=\"x\"/></mergeCells>";
    const Lines expected = {"1: Отчёт | Отчёт | Отчёт", "2: № | Срок | Срок", "3: № | план | факт", "21: 7#", "22:  | 8#"};
    EXPECT_EQ(rows_of(make_xlsx({.sheets = {{"а", xml}}})), expected);
}

TEST(Xlsx, Utf16IsReadAsWell) {
    const std::string xml = "<worksheet><sheetData><row><c t=\"str\"><v>да</v></c><c/></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>";
    std::string wide = "\xFF\xFE";
    for (std::size_t i = 0; i < xml.size(); ++i) {
        const auto c = static_cast<unsigned char>(xml[i]);
        const unsigned code = c < 0x80 ? c : (c & 0x1Fu) << 6 | (static_cast<unsigned char>(xml[++i]) & 0x3Fu);
        put_number(wide, code, 2);
    }
    std::vector<ZipEntry> entries = xlsx_entries({.sheets = {{"а", ""}}});
    entries[0].bytes = wide;
    EXPECT_EQ(rows_of(make_zip(entries)), (Lines{"1: да | да"}));
}

TEST(Xlsx, ButtonsOverASheetAreNoRows) {
    EXPECT_EQ(rows_of(make_xlsx({.sheets = {{"а", "<sheetData><row><c><v>1</v></c></row></sheetData><controls><anchor><from><col>1</col><row>2</row></from></anchor></controls>"}}})), (Lines{"1: 1#"}));
}

TEST(Xlsx, DamageKeepsTheRowsBeforeIt) {
    const std::string rows = "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>";
    EXPECT_EQ(rows_of_sheet(rows + "<row><c></row>"), (Lines{"1: 1#", "2: 2#", "! damaged XML 1:172"}));
    EXPECT_EQ(rows_of_sheet("<row><c t=\"s\"><v>5</v></c></row><row><c><v>2</v></c></row>"), (Lines{"1: !damaged", "2: 2#"})) << "a text that is not there";

    std::vector<ZipEntry> entries = xlsx_entries({.sheets = {{"а", ""}}});
    std::string noise = "<worksheet><sheetData>";
    for (int i = 0; i < 5000; ++i) noise += "<row><c><v>" + std::to_string(i * 7919 % 100003) + "</v></c></row>";
    entries[0].bytes = noise + "</sheetData></worksheet>";
    std::rotate(entries.begin(), entries.begin() + 1, entries.end());   // the sheet is the last member
    const std::string whole = make_zip(entries, ZipEnd::None);
    const Lines cut = rows_of(whole.substr(0, whole.size() - 3000));
    ASSERT_GT(cut.size(), 1000u);
    EXPECT_EQ(cut[1], "2: 7919#");
    EXPECT_EQ(cut.back(), "! truncated xl/worksheets/tab1.xml");
}

TEST(Xlsx, EntityBombsAreRefused) {
    std::vector<ZipEntry> entries = xlsx_entries({.sheets = {{"а", ""}}});
    entries[0].bytes = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(rows_of(make_zip(entries)), (Lines{"! damaged <!DOCTYPE worksheet>"}));
}

TEST(Xlsx, BoundsAreNamed) {
    PartLimits limits;
    limits.cell_bytes = 100;
    const std::string longer(101, 'a');
    EXPECT_EQ(rows_of_sheet("<row><c t=\"str\"><v>" + longer + "</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>", {}, limits), (Lines{"1: !cell_too_long", "2: 2#"}));
    EXPECT_EQ(rows_of_sheet("<row><c t=\"s\"><v>0</v></c></row>", {.sheets = {}, .strings = "<si><t>" + longer + "</t></si>"}, limits), (Lines{"1: !cell_too_long"}));
    const std::string part(90, 'b');
    std::string wide = "<row>";
    for (int i = 0; i < 6; ++i) wide += "<c t=\"str\"><v>" + part + "</v></c>";
    EXPECT_EQ(rows_of_sheet(wide + "</row><row><c><v>2</v></c></row>", {}, limits), (Lines{"1: !row_too_long", "2: 2#"}));

    limits = {};
    limits.rows = 2, limits.columns = 3;
    EXPECT_EQ(rows_of_sheet("<row/><row/><row/>", {}, limits), (Lines{"1:", "2:", "! too_large rows"}));
    EXPECT_EQ(rows_of_sheet("<row r=\"4294967295\"><c><v>1</v></c></row>", {}, limits), (Lines{"! too_large rows"}));
    EXPECT_EQ(rows_of_sheet("<row><c r=\"D1\"><v>1</v></c></row><row><c r=\"C2\"><v>1</v></c></row>", {}, limits), (Lines{"1: !row_too_long", "2:  |  | 1#"}));
    limits = {};
    limits.shared_bytes = 1000;
    std::string many;
    for (int i = 0; i < 100; ++i) many += "<si><t>x</t></si>";
    EXPECT_EQ(rows_of_sheet("<row/>", {.sheets = {}, .strings = many}, limits), (Lines{"! too_large shared_bytes xl/sharedStrings.xml"}));
}

TEST(Xlsx, FarColumnsMayNotCostMoreThanTheySay) {
    std::string rows;
    for (int i = 0; i < 2000; ++i) rows += "<row><c r=\"XFD1\"><v>1</v></c></row>";
    const Lines read = rows_of_sheet(rows);
    EXPECT_LT(read.size(), 1000u);
    EXPECT_EQ(read.back(), "! too_large columns");
}

TEST(Xlsx, DeepAndLongMarkupIsRefused) {
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<a>";
    EXPECT_EQ(rows_of_sheet(deep), (Lines{"! too_large xml_depth"}));
    const std::string attribute = "<row><c t=\"" + std::string(std::size_t{8} << 20, 'a') + "\"><v>1</v></c></row>";
    EXPECT_EQ(rows_of_sheet(attribute), (Lines{"! too_large cell_bytes"}));
}

TEST(Xlsx, EveryCutIsAnErrorOrRows) {
    const std::string whole = make_xlsx({.sheets = {{"а", "<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>"}}, .strings = "<si><t>да</t></si>", .styles = "<cellXfs><xf/></cellXfs>"});
    for (std::size_t size = 4; size < whole.size(); ++size) EXPECT_FALSE(rows_of(whole.substr(0, size)).empty()) << size;
}

}  // namespace
}  // namespace problemator
