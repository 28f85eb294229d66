#include "core/documents/block_files.hpp"

#include <algorithm>
#include <cstdio>

#include "core/base/text.hpp"
#include "core/documents/csv.hpp"

namespace problemator {
namespace {

constexpr std::size_t kWordsRows = 5;

/// A number without the blanks between its groups: what a spreadsheet reads as a number.
std::string bare_number(const BlockCell& cell, Lang lang) {
    char text[40];
    const bool is_percent = cell.kind == ShownKind::Percent;
    std::snprintf(text, sizeof text, "%.*f", cell.digits, is_percent ? cell.number * 100 : cell.number);
    std::string out = text;
    if (lang == Lang::Ru) std::replace(out.begin(), out.end(), '.', ',');
    return is_percent ? out + "%" : out;
}

std::string table_text(const BlockCell& cell, Lang lang) {
    return cell.kind == ShownKind::Number || cell.kind == ShownKind::Percent ? bare_number(cell, lang) : cell.text;
}

/// Tabs and line ends part cells and rows of a TSV; what a spreadsheet would run gets an apostrophe, as in CSV.
std::string tsv_cell(std::string text) {
    if (!text.empty() && std::string_view{"=+@"}.find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// «1. Температура в квартирах — Речное: 32» of the first rows; a block of words says them.
std::string leading_rows(const PageBlock& block) {
    std::string out;
    for (std::size_t r = 0; r < block.rows.size() && r < kWordsRows; ++r) {
        std::string line;
        for (std::size_t c = 0; c < block.rows[r].size() && c < 4; ++c)
            if (!block.rows[r][c].text.empty()) line += (line.empty() ? "" : c == 1 ? ": " : ", ") + block.rows[r][c].text;
        out += (out.empty() ? "" : "; ") + line;
    }
    return block.rows.size() > kWordsRows ? out + "…" : out;
}

}  // namespace

std::string block_csv(const PageBlock& block, const PageFacts& facts, Lang lang) {
    std::string out{kByteOrderMark};
    out += csv_line({block.title, block.note});
    for (const auto& [label, text] : fact_lines(facts, lang)) out += csv_line({label, text});
    if (!block.words.empty()) out += csv_line({block.words});
    out += "\r\n";
    std::vector<std::string> heads;
    for (const BlockColumn& column : block.columns) heads.push_back(column.title);
    if (!heads.empty()) out += csv_line(heads);
    for (const auto& row : block.rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const bool is_number = row[c].kind == ShownKind::Number || row[c].kind == ShownKind::Percent;
            line += (c == 0 ? "" : ";") + (is_number ? bare_number(row[c], lang) : csv_cell(row[c].text));   // a minus is no formula
        }
        out += line + "\r\n";
    }
    return out;
}

std::string block_tsv(const PageBlock& block, Lang lang) {
    std::string out;
    for (std::size_t c = 0; c < block.columns.size(); ++c) out += (c == 0 ? "" : "\t") + tsv_cell(block.columns[c].title);
    out += block.columns.empty() ? tsv_cell(block.words) + "\n" : "\n";
    for (const auto& row : block.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) out += (c == 0 ? "" : "\t") + tsv_cell(table_text(row[c], lang));
        out += "\n";
    }
    return out;
}

std::string block_table_html(const PageBlock& block) {
    if (block.columns.empty()) return "<p>" + escape_html(block.words) + "</p>";
    std::string out = "<table><caption>" + escape_html(block.title) + "</caption><thead><tr>";
    for (const BlockColumn& column : block.columns) out += "<th scope=\"col\">" + escape_html(column.title) + "</th>";
    out += "</tr></thead><tbody>";
    for (const auto& row : block.rows) {
        out += "<tr>";
        for (const BlockCell& cell : row) out += "<td>" + escape_html(cell.text) + "</td>";
        out += "</tr>";
    }
    return out + "</tbody></table>";
}

std::string block_words(const PageBlock& block, const PageFacts& facts) {
    const std::string words = block.words.empty() ? leading_rows(block) : block.words;
    return block.title + ", " + facts.period + "\n" + words + "\n" + facts.municipality + " · " + facts.as_of + (facts.checksum.empty() ? "" : " · " + facts.checksum) + "\n";
}

}  // namespace problemator
