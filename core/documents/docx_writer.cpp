#include "core/documents/docx_writer.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/documents/ooxml.hpp"
#include "core/documents/zip_writer.hpp"

namespace problemator {
namespace {

using ooxml::kHead, ooxml::kOffice, ooxml::kPackage;

constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr int kPageWidth = 10092;                      // twentieths of a point between the margins of 20 and 12 mm
constexpr std::size_t kWideColumns = 8, kDocRows = 400;

std::string paragraph(std::string_view text, std::string_view style, std::string_view more = {}) {
    return "<w:p><w:pPr>" + (style.empty() ? std::string{} : "<w:pStyle w:val=\"" + std::string{style} + "\"/>") + std::string{more} + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + escape_html(text) + "</w:t></w:r></w:p>";
}

std::string cell_xml(std::string_view text, int width, bool is_number, std::string_view style) {
    return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/></w:tcPr>" + paragraph(text, style, is_number ? "<w:jc w:val=\"right\"/>" : "") + "</w:tc>";
}

/// Widths by what stands in the first rows, together the page's.
std::vector<int> widths_of(const PageBlock& block) {
    std::vector<std::size_t> wants;
    std::size_t sum = 0;
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        std::size_t widest = std::min<std::size_t>(count_chars(block.columns[c].title), 14);
        for (std::size_t r = 0; r < block.rows.size() && r < 40; ++r) widest = std::max(widest, std::min<std::size_t>(count_chars(block.rows[r][c].text), 48));
        wants.push_back(widest + 3);
        sum += wants.back();
    }
    std::vector<int> out;
    for (const std::size_t want : wants) out.push_back(static_cast<int>(want * static_cast<std::size_t>(kPageWidth) / std::max<std::size_t>(sum, 1)));
    return out;
}

std::string table_xml(const PageBlock& block) {
    const std::vector<int> widths = widths_of(block);
    const std::string_view style = block.columns.size() > kWideColumns ? "Small" : "Cell";
    std::string out = "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kPageWidth) + "\" w:type=\"dxa\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:color=\"1B1F27\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"DADAD4\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"DADAD4\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (const int width : widths) out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    out += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t c = 0; c < widths.size(); ++c) out += cell_xml(block.columns[c].title, widths[c], block.columns[c].is_number, "Head");
    out += "</w:tr>";
    for (std::size_t r = 0; r < block.rows.size() && r < kDocRows; ++r) {
        out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t c = 0; c < widths.size(); ++c) out += cell_xml(c < block.rows[r].size() ? std::string_view{block.rows[r][c].text} : std::string_view{}, widths[c], block.columns[c].is_number, style);
        out += "</w:tr>";
    }
    return out + "</w:tbl>" + paragraph({}, "Small");
}

std::string block_xml(const PageBlock& block, int number, Lang lang) {
    std::string out = paragraph(std::to_string(number) + ". " + block.title, "Heading1", "<w:keepNext/>");
    if (!block.note.empty()) out += paragraph(block.note, "Small", "<w:keepNext/>");
    if (!block.words.empty()) out += paragraph(block.words, {});
    if (!block.columns.empty() && !block.rows.empty()) out += table_xml(block);
    if (block.rows.size() > kDocRows) out += paragraph(Phrase{"Все строки — в таблицах XLSX", "All rows are in the XLSX tables"}.in(lang), "Small");
    return block.more.empty() ? out : out + paragraph(block.more, "Small");
}

std::string style(std::string_view id, std::string_view name, int half_points, bool is_bold, std::string_view colour, int before, int after) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string{id} + "\"><w:name w:val=\"" + std::string{name} + "\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" + std::to_string(after) + "\"/>" +
           (id == "Heading1" ? "<w:outlineLvl w:val=\"0\"/>" : "") + "</w:pPr><w:rPr>" + (is_bold ? "<w:b/>" : "") + "<w:color w:val=\"" + std::string{colour} + "\"/><w:sz w:val=\"" + std::to_string(half_points) + "\"/></w:rPr></w:style>";
}

std::string styles_xml(Lang lang) {
    std::string out = std::string{kHead} + "<w:styles xmlns:w=\"" + std::string{kWord} + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:lang w:val=\"" + (lang == Lang::Ru ? "ru-RU" : "en-GB") + "\"/></w:rPr></w:rPrDefault></w:docDefaults>";
    out += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:style>";
    out += style("Title", "Title", 36, true, "1B1F27", 200, 0) + style("Heading1", "heading 1", 26, true, "1B1F27", 240, 80) + style("Small", "Note", 18, false, "656C77", 0, 60) + style("Cell", "Cell", 20, false, "1B1F27", 20, 20);
    return out + style("Head", "Cell head", 18, true, "656C77", 20, 20) + "</w:styles>";
}

std::string document_xml(const std::string& body) {
    return std::string{kHead} + "<w:document xmlns:w=\"" + std::string{kWord} + "\" xmlns:r=\"" + std::string{kOffice} + "\"><w:body>" + body +
           "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"737\" w:right=\"680\" w:bottom=\"907\" w:left=\"1134\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

/// Checksum at the left, the number of the page behind it.
std::string footer_xml(const PageFacts& facts) {
    const auto field = [](std::string_view name) { return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " + std::string{name} + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"; };
    return std::string{kHead} + "<w:ftr xmlns:w=\"" + std::string{kWord} + "\"><w:p><w:pPr><w:pStyle w:val=\"Small\"/></w:pPr><w:r><w:t xml:space=\"preserve\">" + escape_html(facts.as_of + (facts.checksum.empty() ? "" : ". " + facts.checksum)) + "  ·  </w:t></w:r>" + field("PAGE") +
           "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES") + "</w:p></w:ftr>";
}

std::string body_xml(const Paper& paper, std::span<const PageBlock> blocks, const PageFacts& facts, const PaperFields& fields, std::string_view centre, Lang lang) {
    std::string body = paragraph(facts.municipality, {}) + paragraph(centre, {}) + paragraph(fields.to, {}, "<w:jc w:val=\"right\"/>");
    body += paragraph(paper.title, "Title") + paragraph(paper.subtitle + (paper.subtitle.empty() ? "" : ", ") + facts.period, {}) + paragraph(facts.filter, "Small");
    int number = 0;
    for (const PageBlock& block : blocks) body += block_xml(block, ++number, lang);
    if (paper.has_signature) body += paragraph(fields.post + "  ____________________  " + fields.person, {}, "<w:spacing w:before=\"480\"/>");
    return body;
}

}  // namespace

std::string paper_docx(const Paper& paper, std::span<const PageBlock> blocks, const PageFacts& facts, const PaperFields& fields, std::string_view centre, Lang lang) {
    const auto override_part = [](std::string_view name, std::string_view type) { return "<Override PartName=\"/word/" + std::string{name} + "\" ContentType=\"" + std::string{kTypes} + std::string{type} + "+xml\"/>"; };
    const auto relation = [](int id, std::string_view type, std::string_view target) { return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + std::string{kOffice} + "/" + std::string{type} + "\" Target=\"" + std::string{target} + "\"/>"; };
    const std::string links = std::string{kHead} + "<Relationships xmlns=\"" + std::string{kPackage} + "/relationships\">";
    ZipWriter zip;
    zip.add("[Content_Types].xml", std::string{kHead} + "<Types xmlns=\"" + std::string{kPackage} + "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
                                       override_part("document.xml", "document.main") + override_part("styles.xml", "styles") + override_part("footer1.xml", "footer") + "</Types>");
    zip.add("_rels/.rels", links + relation(1, "officeDocument", "word/document.xml") + "</Relationships>");
    zip.add("word/_rels/document.xml.rels", links + relation(1, "styles", "styles.xml") + relation(2, "footer", "footer1.xml") + "</Relationships>");
    zip.add("word/document.xml", document_xml(body_xml(paper, blocks, facts, fields, centre, lang)));
    zip.add("word/styles.xml", styles_xml(lang));
    zip.add("word/footer1.xml", footer_xml(facts));
    return zip.take();
}

}  // namespace problemator
