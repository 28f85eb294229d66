// The workbook of blocks: Office Open XML (ECMA-376) with only the parts that a spreadsheet needs. Texts stand in the table of shared strings.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/documents/block_files.hpp"
#include "core/documents/ooxml.hpp"
#include "core/documents/zip_writer.hpp"

namespace problemator {
namespace {

using ooxml::kHead, ooxml::kOffice, ooxml::kPackage;

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::size_t kMaxRows = 1'048'576, kMaxName = 31, kMaxCell = 32'767, kSampleRows = 200;
constexpr double kDayZero = 25'569;                    // 1 January 1970 as a spreadsheet counts days

// Indexes into cellXfs of kStyles.
enum class Style : int { Plain = 0, Head = 1, Title = 2, Note = 3, Whole = 4, OneDigit = 5, TwoDigits = 6, Percent = 7, PercentOne = 8, Date = 9, Moment = 10, Wrapped = 11 };

constexpr std::string_view kStyles =
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.0\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></numFmts>"
    "<fonts count=\"4\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font><font><sz val=\"10\"/><color rgb=\"FF656C77\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEDEDE8\"/></patternFill></fill></fills>"
    "<borders count=\"2\"><border/><border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF3A4150\"/></bottom><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"12\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"3\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"4\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"22\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// Texts by the number of their first use.
struct Strings {
    std::map<std::string, std::size_t, std::less<>> ids;
    std::vector<const std::string*> order;
    std::size_t uses = 0;
    std::size_t id(std::string text) {
        ++uses;
        const auto [found, is_new] = ids.try_emplace(std::move(text), ids.size());
        if (is_new) order.push_back(&found->first);
        return found->second;
    }
};

std::string column_name(std::size_t column) {          // 0 → A, 26 → AA
    std::string out;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
    return out;
}

std::string number_text(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.15g", value);
    return text;
}

Style number_style(const BlockCell& cell) {
    if (cell.kind == ShownKind::Percent) return cell.digits == 0 ? Style::Percent : Style::PercentOne;
    return cell.digits == 0 ? Style::Whole : cell.digits == 1 ? Style::OneDigit : Style::TwoDigits;
}

/// The rows of one sheet as XML.
class SheetRows {
public:
    explicit SheetRows(Strings& strings) : strings_{strings} {}

    void begin() {
        ++row_;
        column_ = 0;
        xml_ += "<row r=\"" + std::to_string(row_) + "\">";
    }
    void end() { xml_ += "</row>"; }
    void text(std::string_view text, Style style) {
        if (!text.empty()) open(style) += " t=\"s\"><v>" + std::to_string(strings_.id(shorten(text, kMaxCell))) + "</v></c>";
        ++column_;
    }
    void number(double value, Style style) {
        open(style) += "><v>" + number_text(value) + "</v></c>";
        ++column_;
    }
    void cell(const BlockCell& cell) {
        switch (cell.kind) {
            case ShownKind::Text: return text(cell.text, Style::Plain);
            case ShownKind::Number: case ShownKind::Percent: return number(cell.number, number_style(cell));
            case ShownKind::Date: return number(cell.number / kMinutesPerDay + kDayZero, Style::Date);
            case ShownKind::DateTime: return number(cell.number / kMinutesPerDay + kDayZero, Style::Moment);
        }
    }
    std::size_t rows() const { return row_; }
    const std::string& xml() const { return xml_; }

private:
    std::string& open(Style style) {
        xml_ += "<c r=\"" + column_name(column_) + std::to_string(row_) + '"';
        if (style != Style::Plain) xml_ += " s=\"" + std::to_string(static_cast<int>(style)) + '"';
        return xml_;
    }
    Strings& strings_;
    std::string xml_;
    std::size_t row_ = 0, column_ = 0;
};

/// Widths in characters by what stands in the first rows, 8…60.
std::string widths_xml(const PageBlock& block) {
    if (block.columns.empty()) return "<cols><col min=\"1\" max=\"1\" width=\"100\" customWidth=\"1\"/></cols>";
    std::string out = "<cols>";
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        std::size_t widest = std::min<std::size_t>(count_chars(block.columns[c].title), 24);
        for (std::size_t r = 0; r < block.rows.size() && r < kSampleRows; ++r) widest = std::max(widest, count_chars(block.rows[r][c].text));
        const std::string n = std::to_string(c + 1);
        out += "<col min=\"" + n + "\" max=\"" + n + "\" width=\"" + std::to_string(std::clamp<std::size_t>(widest + 2, 8, 60)) + "\" customWidth=\"1\"/>";
    }
    return out + "</cols>";
}

std::string sheet_xml(const std::string& widths, const SheetRows& rows, std::size_t frozen, const std::string& filter) {
    std::string out = std::string{kHead} + "<worksheet xmlns=\"" + std::string{kMain} + "\"><sheetViews><sheetView workbookViewId=\"0\">";
    if (frozen > 0) out += "<pane ySplit=\"" + std::to_string(frozen) + "\" topLeftCell=\"A" + std::to_string(frozen + 1) + "\" activePane=\"bottomLeft\" state=\"frozen\"/>";
    out += "</sheetView></sheetViews>" + widths + "<sheetData>" + rows.xml() + "</sheetData>";
    if (!filter.empty()) out += "<autoFilter ref=\"" + filter + "\"/>";
    return out + "<pageMargins left=\"0.79\" right=\"0.47\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/></worksheet>";
}

std::string block_sheet(const PageBlock& block, const PageFacts* facts, Strings& strings) {
    SheetRows rows{strings};
    const auto line = [&](std::string_view text, Style style) { rows.begin(), rows.text(text, style), rows.end(); };
    if (facts) {
        line(block.title, Style::Title);
        line(facts->period + ", " + facts->filter + (block.note.empty() ? "" : " · " + block.note), Style::Note);
    }
    if (!block.words.empty()) line(block.words, Style::Plain);
    if (block.columns.empty()) return sheet_xml(widths_xml(block), rows, 0, {});
    rows.begin();
    for (const BlockColumn& column : block.columns) rows.text(column.title, Style::Head);
    rows.end();
    const std::size_t head = rows.rows();
    for (const auto& row : block.rows) {
        if (rows.rows() + 1 >= kMaxRows) break;        // a sheet holds no more
        rows.begin();
        for (const BlockCell& cell : row) rows.cell(cell);
        rows.end();
    }
    const std::string filter = "A" + std::to_string(head) + ":" + column_name(block.columns.size() - 1) + std::to_string(std::max(rows.rows(), head));
    if (!block.more.empty()) line(block.more, Style::Note);
    return sheet_xml(widths_xml(block), rows, head, filter);
}

std::string facts_sheet(const PageFacts& facts, Lang lang, Strings& strings) {
    SheetRows rows{strings};
    for (const auto& [label, text] : fact_lines(facts, lang)) {
        rows.begin();
        rows.text(label, Style::Note);
        rows.text(text, Style::Wrapped);
        rows.end();
    }
    rows.begin();
    rows.text(Phrase{"Ссылка", "Link"}.in(lang), Style::Note);
    rows.text(facts.hash, Style::Wrapped);
    rows.end();
    return sheet_xml("<cols><col min=\"1\" max=\"1\" width=\"24\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"90\" customWidth=\"1\"/></cols>", rows, 0, {});
}

/// Not longer than 31 characters, without []:*?/\, and unlike the others whatever the letter case.
std::string sheet_name(std::string title, std::set<std::string>& taken) {
    std::erase_if(title, [](char c) { return std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20; });
    std::string name = shorten(title.empty() ? "1" : title, kMaxName);
    for (int n = 2; !taken.insert(to_lower(name)).second; ++n) {
        const std::string tail = " " + std::to_string(n);
        name = shorten(title, kMaxName - tail.size()) + tail;
    }
    return name;
}

std::string strings_xml(const Strings& strings) {
    std::string out = std::string{kHead} + "<sst xmlns=\"" + std::string{kMain} + "\" count=\"" + std::to_string(strings.uses) + "\" uniqueCount=\"" + std::to_string(strings.order.size()) + "\">";
    for (const std::string* text : strings.order) out += "<si><t xml:space=\"preserve\">" + escape_html(*text) + "</t></si>";
    return out + "</sst>";
}

std::string relations(std::string_view body) { return std::string{kHead} + "<Relationships xmlns=\"" + std::string{kPackage} + "/relationships\">" + std::string{body} + "</Relationships>"; }
std::string relation(std::size_t id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + std::string{kOffice} + "/" + std::string{type} + "\" Target=\"" + std::string{target} + "\"/>";
}

void add_book(ZipWriter& zip, const std::vector<std::string>& names) {
    constexpr std::string_view spread = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string types = std::string{kHead} + "<Types xmlns=\"" + std::string{kPackage} + "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    const auto part = [&](std::string_view name, std::string_view type) { types += "<Override PartName=\"/xl/" + std::string{name} + "\" ContentType=\"" + std::string{spread} + std::string{type} + "+xml\"/>"; };
    part("workbook.xml", "sheet.main"), part("styles.xml", "styles"), part("sharedStrings.xml", "sharedStrings");
    std::string sheets, links;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string n = std::to_string(i + 1), file = "worksheets/sheet" + n + ".xml";
        part(file, "worksheet");
        sheets += "<sheet name=\"" + escape_html(names[i]) + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        links += relation(i + 1, "worksheet", file);
    }
    links += relation(names.size() + 1, "styles", "styles.xml") + relation(names.size() + 2, "sharedStrings", "sharedStrings.xml");
    zip.add("[Content_Types].xml", types + "</Types>");
    zip.add("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    zip.add("xl/workbook.xml", std::string{kHead} + "<workbook xmlns=\"" + std::string{kMain} + "\" xmlns:r=\"" + std::string{kOffice} + "\"><sheets>" + sheets + "</sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", relations(links));
    zip.add("xl/styles.xml", std::string{kHead} + "<styleSheet xmlns=\"" + std::string{kMain} + "\">" + std::string{kStyles} + "</styleSheet>");
}

std::string workbook(std::span<const PageBlock> blocks, const PageFacts* facts, Lang lang) {
    Strings strings;
    std::set<std::string> taken;
    std::vector<std::string> names, sheets;
    for (const PageBlock& block : blocks) {
        names.push_back(sheet_name(block.title, taken));
        sheets.push_back(block_sheet(block, facts, strings));
    }
    if (facts) {
        names.push_back(sheet_name(std::string{Phrase{"О выгрузке", "About"}.in(lang)}, taken));
        sheets.push_back(facts_sheet(*facts, lang, strings));
    }
    ZipWriter zip;
    add_book(zip, names);
    for (std::size_t i = 0; i < sheets.size(); ++i) zip.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml", sheets[i]);
    zip.add("xl/sharedStrings.xml", strings_xml(strings));
    return zip.take();
}

}  // namespace

std::string blocks_xlsx(std::span<const PageBlock> blocks, const PageFacts& facts, Lang lang) { return workbook(blocks, &facts, lang); }
std::string table_xlsx(std::span<const PageBlock> blocks, Lang lang) { return workbook(blocks, nullptr, lang); }

}  // namespace problemator
