#include "core/import/csv.hpp"

#include <algorithm>
#include <utility>

namespace problemator {
namespace {

constexpr std::size_t kShownOfLost = 1000;   // bytes of a row that could not be cut into cells

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool all_blanks(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

/// The cells of a row in the places of the cells of the row before: most rows have as many.
class CellsOfRow {
public:
    explicit CellsOfRow(std::vector<CsvCell>& cells) : cells_{cells}, room_{cells.size()} {}
    void put(const CsvCell& cell) {
        if (used_ == room_) make_room();
        cells_[used_++] = cell;
    }
    void finish() { if (used_ != room_) cells_.resize(used_); }
    std::size_t used() const { return used_; }

private:
    [[gnu::noinline]] void make_room() {
        room_ = std::max<std::size_t>(16, room_ * 2);
        cells_.resize(room_);
    }
    std::vector<CsvCell>& cells_;
    std::size_t room_, used_ = 0;
};

}  // namespace

CsvScanner::CsvScanner(std::string_view text, char delimiter, CsvLimits limits, Window window)
    : text_{text}, delimiter_{delimiter}, limits_{limits}, window_{window}, structure_{text, delimiter} {}

void CsvScanner::move_on(std::string_view text, Window window) {
    text_ = text;
    window_ = window;
    structure_.restart(text);
    position_ = 0;
}

bool CsvScanner::ends_cell(std::size_t position) const {
    return position >= text_.size() || text_[position] == delimiter_ || is_line_end(text_[position]);
}

std::size_t CsvScanner::after_line(std::size_t line_end) const {
    if (line_end >= text_.size()) return text_.size();
    const bool is_crlf = text_[line_end] == '\r' && line_end + 1 < text_.size() && text_[line_end + 1] == '\n';
    return line_end + (is_crlf ? 2 : 1);
}

/// The row begins again when the window has moved on.
bool CsvScanner::wait_at(std::size_t start) {
    position_ = start;
    structure_.seek(start);
    --row_number_;
    return false;
}

/// Gives the row up: its line, from `from` on, is passed over however long it is.
bool CsvScanner::lose(CsvRow& row, std::size_t start, std::size_t from, Fault fault) {
    lost_ = fault;
    lost_text_.assign(text_.substr(start, std::min(from - start, kShownOfLost)));
    position_ = from;
    return skip_lost_line(row);
}

bool CsvScanner::skip_lost_line(CsvRow& row) {
    const std::size_t end = std::min(text_.find_first_of("\r\n", position_), text_.size());
    if (lost_text_.size() < kShownOfLost) lost_text_ += text_.substr(position_, std::min(end - position_, kShownOfLost - lost_text_.size()));
    position_ = end;
    if (is_cut(end) || (end < text_.size() && text_[end] == '\r' && is_cut(end + 1))) return false;
    position_ = after_line(end);
    structure_.seek(position_);
    row.cells.clear();
    row.has_stray_quote = false;
    row.number = row_number_;
    row.fault = std::exchange(lost_, std::nullopt);
    row.raw = lost_text_;
    return true;
}

// Reads from just after the opening quote to the closing one. A quote followed by neither a quote nor the end of the cell is text
// («"ООО "Ромашка" Москва"»); from there on the cell may not pass the end of its line, so that the damage stays in one row.
CsvScanner::Quoted CsvScanner::read_quoted(std::size_t open) {
    Quoted cell{open, false, false, false, std::nullopt};
    for (;;) {
        const std::size_t at = structure_.next();
        if (at - open > limits_.cell_bytes) { cell.fault = Fault::CellTooLong; return cell; }
        if (at >= text_.size()) {
            cell.is_cut = window_ == Window::MoreFollows;
            if (!cell.stray) cell.fault = Fault::UnclosedQuote;
            cell.end = text_.size();
            return cell;
        }
        if (cell.stray && is_line_end(text_[at])) { cell.end = at; structure_.seek(at); return cell; }
        if (text_[at] != '"') continue;
        if (at + 1 < text_.size() && text_[at + 1] == '"') { structure_.next(); cell.doubled = true; continue; }
        std::size_t after = at + 1;
        while (after < text_.size() && text_[after] == ' ' && delimiter_ != ' ') ++after;
        if (is_cut(after)) { cell.is_cut = true; return cell; }
        if (ends_cell(after)) { cell.end = at; return cell; }
        cell.stray = true;
    }
}

bool CsvScanner::next(CsvRow& row) {
    if (position_ >= text_.size() && (!lost_ || window_ == Window::MoreFollows)) return false;
    if (lost_) return skip_lost_line(row);
    const std::size_t start = position_, row_end = start + limits_.row_bytes;
    CellsOfRow cells{row.cells};
    row.fault.reset();
    row.has_stray_quote = false;
    row.number = ++row_number_;
    std::size_t cell_begin = start, plain_end = std::min(row_end, start + limits_.cell_bytes);
    CsvCell quoted;
    bool is_quoted = false;
    for (;;) {
        const std::size_t at = structure_.next();
        if (at < text_.size() && text_[at] == delimiter_ && !is_quoted && at <= plain_end && cells.used() < limits_.cells) {   // nearly every cell
            cells.put({{text_.data() + cell_begin, at - cell_begin}, false, CellKind::Text});
            cell_begin = at + 1;
            plain_end = std::min(row_end, cell_begin + limits_.cell_bytes);
            continue;
        }
        if (cells.used() >= limits_.cells) return lose(row, start, at, Fault::RowTooLong);
        const std::size_t cell_end = is_quoted ? row_end : cell_begin + limits_.cell_bytes;   // whichever limit comes first is told
        if (at > std::min(row_end, cell_end)) return lose(row, start, std::min(row_end, cell_end), cell_end < row_end ? Fault::CellTooLong : Fault::RowTooLong);
        if (is_cut(at)) return wait_at(start);
        const bool is_end = at >= text_.size() || is_line_end(text_[at]);
        if (!is_end && text_[at] == '"') {
            if (is_quoted || !all_blanks(text_.substr(cell_begin, at - cell_begin))) { row.has_stray_quote = true; continue; }
            const Quoted cell = read_quoted(at + 1);
            if (cell.is_cut) return wait_at(start);
            if (cell.fault) return lose(row, start, at + 1, *cell.fault);
            row.has_stray_quote |= cell.stray;
            quoted = {text_.substr(at + 1, cell.end - at - 1), cell.doubled, CellKind::Text};
            is_quoted = true;
            continue;
        }
        cells.put(is_quoted ? quoted : CsvCell{text_.substr(cell_begin, at - cell_begin), false, CellKind::Text});
        is_quoted = false;
        cell_begin = at + 1;
        plain_end = std::min(row_end, cell_begin + limits_.cell_bytes);
        if (!is_end) continue;
        if (at < text_.size() && text_[at] == '\r' && is_cut(at + 1)) return wait_at(start);
        position_ = after_line(at);
        if (position_ == at + 2) structure_.next();   // the LF of a CRLF
        row.raw = text_.substr(start, at - start);
        cells.finish();
        return true;
    }
}

std::string_view unescape(const CsvCell& cell, std::string& scratch) {
    if (!cell.has_doubled_quotes) return cell.raw;
    scratch.clear();
    for (std::size_t from = 0; from < cell.raw.size();) {              // up to and with a quote; the second of a pair is left out
        const std::size_t quote = std::min(cell.raw.find('"', from), cell.raw.size() - 1);
        scratch.append(cell.raw, from, quote + 1 - from);
        from = quote + (cell.raw[quote] == '"' && quote + 1 < cell.raw.size() && cell.raw[quote + 1] == '"' ? 2 : 1);
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
