#include "core/import/csv.hpp"

#include <algorithm>

namespace problemator {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool all_blanks(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

}  // namespace

CsvScanner::CsvScanner(std::string_view text, char delimiter, CsvLimits limits)
    : text_{text}, delimiter_{delimiter}, limits_{limits}, structure_{text, delimiter} {}

bool CsvScanner::ends_cell(std::size_t position) const {
    return position >= text_.size() || text_[position] == delimiter_ || is_line_end(text_[position]);
}

std::size_t CsvScanner::after_line(std::size_t line_end) const {
    if (line_end >= text_.size()) return text_.size();
    const bool is_crlf = text_[line_end] == '\r' && line_end + 1 < text_.size() && text_[line_end + 1] == '\n';
    return line_end + (is_crlf ? 2 : 1);
}

void CsvScanner::skip_to_line_end(std::size_t from) {
    structure_.seek(from);
    std::size_t at = structure_.next();
    while (at < text_.size() && !is_line_end(text_[at])) at = structure_.next();
    position_ = after_line(at);
    structure_.seek(position_);
}

// Reads from just after the opening quote to the closing one. A quote followed by neither a quote nor the end of the cell is text
// («"ООО "Ромашка" Москва"»); from there on the cell may not pass the end of its line, so that the damage stays in one row.
CsvScanner::Quoted CsvScanner::read_quoted(std::size_t open) {
    Quoted cell{open, false, false, std::nullopt};
    for (;;) {
        const std::size_t at = structure_.next();
        if (at - open > limits_.cell_bytes) { cell.fault = Fault::CellTooLong; return cell; }
        if (at >= text_.size()) {
            if (!cell.stray) cell.fault = Fault::UnclosedQuote;
            cell.end = text_.size();
            return cell;
        }
        if (cell.stray && is_line_end(text_[at])) { cell.end = at; structure_.seek(at); return cell; }
        if (text_[at] != '"') continue;
        if (at + 1 < text_.size() && text_[at + 1] == '"') { structure_.next(); cell.doubled = true; continue; }
        std::size_t after = at + 1;
        while (after < text_.size() && text_[after] == ' ' && delimiter_ != ' ') ++after;
        if (ends_cell(after)) { cell.end = at; return cell; }
        cell.stray = true;
    }
}

bool CsvScanner::next(CsvRow& row) {
    if (position_ >= text_.size()) return false;
    const std::size_t start = position_;
    row.cells.clear();
    row.fault.reset();
    row.has_stray_quote = false;
    row.number = ++row_number_;
    std::size_t cell_begin = start;
    CsvCell quoted;
    bool is_quoted = false;
    for (;;) {
        const std::size_t at = structure_.next();
        const bool is_end = at >= text_.size() || is_line_end(text_[at]);
        if (!is_end && text_[at] == '"') {
            if (is_quoted || !all_blanks(text_.substr(cell_begin, at - cell_begin))) { row.has_stray_quote = true; continue; }
            const Quoted cell = read_quoted(at + 1);
            if (cell.fault) {
                skip_to_line_end(at + 1);
                row.fault = cell.fault;
                row.raw = text_.substr(start, position_ - start);
                return true;
            }
            row.has_stray_quote |= cell.stray;
            quoted = {text_.substr(at + 1, cell.end - at - 1), cell.doubled, CellKind::Text};
            is_quoted = true;
            continue;
        }
        const bool is_long_row = at - start > limits_.row_bytes || row.cells.size() >= limits_.cells;
        if (!row.fault && at - cell_begin > limits_.cell_bytes && !is_quoted) row.fault = Fault::CellTooLong;
        if (!row.fault && is_long_row) row.fault = Fault::RowTooLong;
        if (!row.fault) row.cells.push_back(is_quoted ? quoted : CsvCell{text_.substr(cell_begin, at - cell_begin), false, CellKind::Text});
        is_quoted = false;
        cell_begin = at + 1;
        if (!is_end) continue;
        position_ = after_line(at);
        if (position_ == at + 2) structure_.next();   // the LF of a CRLF
        row.raw = text_.substr(start, at - start);
        return true;
    }
}

std::string_view unescape(const CsvCell& cell, std::string& scratch) {
    if (!cell.has_doubled_quotes) return cell.raw;
    scratch.clear();
    for (std::size_t i = 0; i < cell.raw.size(); ++i) {
        scratch += cell.raw[i];
        if (cell.raw[i] == '"' && i + 1 < cell.raw.size() && cell.raw[i + 1] == '"') ++i;
    }
    return scratch;
}

void append_csv_cell(std::string& out, std::string_view text, char delimiter) {
    const bool is_plain = std::none_of(text.begin(), text.end(), [&](char c) { return c == delimiter || c == '"' || is_line_end(c); });
    if (is_plain) { out += text; return; }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace problemator
