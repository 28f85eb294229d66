#include "core/import/html_table.hpp"

#include <gtest/gtest.h>

#include "core/import/html_tokens.hpp"
#include "tests/unit/import/show_tables.hpp"

namespace problemator {
namespace {

using Rows = std::vector<TextRow>;

std::string table(std::string_view rows) { return "<table>" + std::string{rows} + "</table>"; }

TEST(HtmlTable, ReadsRowsAsABrowserShowsThem) {
    struct Case { const char* name; std::string page; Rows rows; };
    const Case cases[] = {
        {"plain", table("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>"), {{"a", "b"}, {"1", "2"}}},
        {"nothing is closed", table("<tr><td>a<td>b<tr><td>1<td>2"), {{"a", "b"}, {"1", "2"}}},
        {"parts of a table", table("<thead><tr><td>a<td>b</thead><tbody><tr><td>1<td>2</tbody>"), {{"a", "b"}, {"1", "2"}}},
        {"cells without a row", table("<td>a<td>b<tr><td>1<td>2"), {{"a", "b"}, {"1", "2"}}},
        {"letter case and attributes", "<TABLE border=1><TR><TD title='a>b'>x</TD><TD>y</TD></TR><TR><TD>1</TD><TD>2</TD></TR></TABLE>", {{"x", "y"}, {"1", "2"}}},
        {"blanks and line ends", table("<tr><td>\n  a \t b <br> c<br/><br>d <td>&nbsp;<tr><td>1<td>2"), {{"a b\nc\nd", ""}, {"1", "2"}}},
        {"entities", table("<tr><td>&lt;&amp;&quot;&#1046;&#x436;&laquo;&raquo;&mdash;&unknown; &amp <td>1&nbsp;000<tr><td>&#0;&#xD800;<td>&nbspx"), {{"<&\"Жж«»—&unknown; &amp", "1\u00A0000"}, {"\uFFFD\uFFFD", "x"}}},
        {"comments, scripts, styles", table("<!-- <tr><td>no --><tr><td>a<script>if (1<2) document.write('<td>no')</script><style>td{}</style><td>b<tr><td>1<td>2"), {{"a", "b"}, {"1", "2"}}},
        {"cdata", table("<tr><td><![CDATA[a<b>&amp;]]><td>b<tr><td>1<td>2"), {{"a<b>&amp;", "b"}, {"1", "2"}}},
        {"a sign that is no tag", table("<tr><td>a < b <td>x<5<tr><td>1<td>2"), {{"a < b", "x<5"}, {"1", "2"}}},
        {"header over columns and rows", table("<tr><td rowspan=2>№<td colspan=2>Даты<tr><td>с<td>по<tr><td>1<td>2<td>3"), {{"№", "Даты", "Даты"}, {"№", "с", "по"}, {"1", "2", "3"}}},
        {"empty rows are counted", table("<tr><td>a<td>b<tr></tr><tr><td>1<td>2"), {{"a", "b"}, {"1", "2"}}},
        {"quote that never closes", table("<tr><td title=\"x>a<td>b<tr><td>1<td>2"), {{"a", "b"}, {"1", "2"}}},
        {"numbers behind texts", table("<tr><td x:num>5<td x:num=\"1234.5\">1 234,5<td x:num=\"46335\">09.11.2026<tr><td style='mso-number-format:\"dd\\.mm\\.yyyy\"' x:num=\"46335\">#####<td style=\"mso-number-format:'\\[h\\]\\:mm\\:ss'\" x:num=\"1.10625\">26:33<td x:str=\"007\">007"),
         {{"5", "#1234.5", "09.11.2026"}, {"@2026-11-09", "~26:33:00", "007"}}},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables("<html><body>" + c.page + "</body></html>", "a.xls");
        ASSERT_EQ(file.parts.size(), 1u) << c.name;
        EXPECT_EQ(file.parts[0].format, FileFormat::HtmlTable) << c.name;
        EXPECT_EQ(file.parts[0].rows, c.rows) << c.name;
        EXPECT_FALSE(file.parts[0].failure) << c.name;
    }
}

TEST(HtmlTable, EveryTableOfDataIsAPartAndLayoutIsNone) {
    const std::string inner = table("<tr><td>a<td>b<tr><td>1<td>2"), second = table("<tr><td>c<td>d<tr><td>3<td>4");
    const ShownFile file = show_tables("<html>" + table("<tr><td>menu " + inner + "<tr><td>foot") + second, "a.html");
    ASSERT_EQ(file.parts.size(), 2u);
    EXPECT_EQ(file.parts[0].rows, (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(file.parts[1].rows, (Rows{{"c", "d"}, {"3", "4"}}));
    EXPECT_EQ(file.parts[0].sheet, "1");
    const ShownFile nested = show_tables("<html>" + table("<tr><td>x<td>y<tr><td>p" + inner + "q<td>z"), "a.html");
    EXPECT_EQ(nested.parts.at(0).rows, (Rows{{"x", "y"}, {"pq", "z"}}));
    EXPECT_EQ(nested.parts.at(1).rows, (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(HtmlTable, EncodingIsThatOfTheBytesThenThatOfThePage) {
    const std::string cp1251 = "<tr><td>\xC4\xE0\xF2\xE0<td>\xD2\xE5\xEA\xF1\xF2<tr><td>1<td>\xDF\xEC\xE0 \xED\xE0 \xE4\xEE\xF0\xEE\xE3\xE5 &mdash; \xF1\xED\xE5\xE3";
    const Rows rows = {{"Дата", "Текст"}, {"1", "Яма на дороге — снег"}};
    for (const char* meta : {"", "<meta charset=windows-1251>", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"})
        EXPECT_EQ(show_tables("<html>" + std::string{meta} + table(cp1251), "a.xls").parts.at(0).rows, rows) << meta;
    const std::string dos = "<html><meta charset=cp866>" + table("<tr><td>\x84\xA0<td>\x8D\xA5\xE2<tr><td>1<td>2");
    EXPECT_EQ(show_tables(dos, "a.html").parts.at(0).rows, (Rows{{"Да", "Нет"}, {"1", "2"}}));
    EXPECT_EQ(show_tables("<html>" + table("<tr><td>Дата<td>Текст<tr><td>1<td>Яма на дороге — снег"), "a.html").parts.at(0).rows, rows);
}

TEST(HtmlTable, ExcelsXmlOf2003IsMadeOfTheSameTags) {
    const std::string book = R"(<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Отчёт &amp; Ко"><Table ss:ExpandedColumnCount="4"><Column ss:Width="50"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Даты</Data></Cell><Cell><Data ss:Type="String">Ещё</Data><Comment><ss:Data>note</ss:Data></Comment></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="DateTime">2026-11-09T08:15:30.000</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">1.5E3</Data></Cell><Cell/><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">2026-11-09T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">1899-12-31T08:20:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="DateTime">2026-11-09T08:1ёёё</Data></Cell><Cell><Data ss:Type="DateTime">6629-11-09T08:15:30.000</Data></Cell></Row>
</Table></Worksheet></Workbook>)";
    const ShownFile file = show_tables(book, "a.xls");
    ASSERT_EQ(file.parts.size(), 1u);
    EXPECT_EQ(file.parts[0].format, FileFormat::Xls);
    EXPECT_EQ(file.parts[0].sheet, "Отчёт & Ко");
    EXPECT_EQ(file.parts[0].rows, (Rows{{"Даты", "Даты", "Ещё"}, {"@2026-11-09T08:15:30", "", "#1500", "", "?1"}, {"@2026-11-09", "~08:20:00", "#N/A", "2026-11-09T08:1ёёё", "6629-11-09T08:15:30.000"}}));
    EXPECT_EQ(file.parts[0].numbers, (std::vector<std::uint32_t>{1, 4, 5}));
}

TEST(HtmlTable, WhatBreaksOffKeepsItsRowsAndWhatHasNoTableSaysSo) {
    const ShownFile cut = show_tables("<html><table><tr><td>a<td>b<tr><td>1<td>2<tr><td>3", "a.xls");
    EXPECT_EQ(cut.parts.at(0).rows, (Rows{{"a", "b"}, {"1", "2"}, {"3"}}));
    EXPECT_EQ(cut.parts[0].failure->fault, Fault::Truncated);
    EXPECT_EQ(show_tables("<html><body>Вход в систему", "a.xls").error->fault, Fault::NotATable);
}

TEST(HtmlTable, SpansThatLieAreBounded) {
    const ShownFile wide = show_tables("<html>" + table("<tr><td colspan=999>a<td colspan=999999999>b<tr><td>1<td>2"), "a.xls");
    EXPECT_EQ(wide.parts.at(0).rows.at(0), TextRow{"!row_too_long"});
    EXPECT_EQ(wide.parts[0].rows.at(1), (TextRow{"1", "2"}));
    const ShownFile tall = show_tables("<html>" + table("<tr><td rowspan=999999999>a<td>b<tr><td>2"), "a.xls");
    EXPECT_EQ(tall.parts.at(0).rows, (Rows{{"a", "b"}, {"a", "2"}}));
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<table><tr><td>x<td>y<tr><td>";
    EXPECT_LE(show_tables("<html>" + deep, "a.xls").parts.size(), 32u);
}

TEST(HtmlTable, IsToldByItsContent) {
    struct Case { const char* head; bool is_page; };
    const Case cases[] = {{"<!DOCTYPE html><html>", true}, {" \n<table>", true}, {"<!-- saved --><HTML>", true}, {"<?xml version=\"1.0\"?><html>", true}, {"\xEF\xBB\xBF<table>", true},
                          {"<?xml version=\"1.0\"?><office:document>", false}, {"<id>;name\n", false}, {"a,b\n<table>", false}, {"", false}};
    for (const Case& c : cases) EXPECT_EQ(is_html(c.head, "a.xls"), c.is_page) << c.head;
}

}  // namespace
}  // namespace problemator
