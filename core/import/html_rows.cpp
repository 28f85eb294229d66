#include "core/import/html_rows.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/import/number_format.hpp"
#include "core/import/serial.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxColumns = 1024;     // rows and columns are counted by the page, and a page may lie
constexpr std::uint32_t kMaxSpan = 1000, kMaxRowSpan = 65'534;
constexpr std::size_t kMaxRowBytes = std::size_t{4} << 20;

std::uint32_t number_of(const std::string& attributes, std::string_view name, std::uint32_t absent, std::uint32_t most) {
    const auto text = html_attribute(attributes, name);
    std::uint32_t value = absent;
    if (text) std::from_chars(text->data(), text->data() + text->size(), value);
    return std::min(value, most);
}

bool is_row_tag(std::string_view name) { return name == "tr" || name == "row"; }
bool is_cell_tag(std::string_view name) { return name == "td" || name == "th" || name == "cell"; }

/// «-1 234,50», but no «09.11.2026» and no «2026-11-09».
bool looks_like_number(std::string_view text) {
    const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '.' || c == '\xC2' || c == '\xA0'; };
    if (text.starts_with('-')) text.remove_prefix(1);
    return std::count(text.begin(), text.end(), '.') <= 1 && std::all_of(text.begin(), text.end(), is_part);
}

/// 2026-11-09T08:15:30
bool begins_with_moment(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
    const auto fits = [](char form, char c) { return form == 'd' ? c >= '0' && c <= '9' : c == form; };
    return text.size() >= kForm.size() && std::equal(kForm.begin(), kForm.end(), text.begin(), fits);
}

/// style='mso-number-format:"dd\\.mm\\.yyyy"' of Excel's pages: a backslash before a sign, or before the four digits of its code.
NumberForm form_of_style(std::string_view style) {
    constexpr std::string_view kName = "mso-number-format:";
    const std::size_t begin = style.find(kName);
    if (begin == std::string_view::npos) return NumberForm::Plain;
    style.remove_prefix(begin + kName.size());
    std::string code;
    for (std::size_t i = 0; i < style.size() && style[i] != ';'; ++i) {
        if (style[i] == '"' || style[i] == '\'') continue;
        if (style.substr(i, 3) == "\\00" && i + 5 <= style.size()) {
            unsigned sign = 0;
            std::from_chars(style.data() + i + 3, style.data() + i + 5, sign, 16);
            code += static_cast<char>(sign);
            i += 4;
        } else if (style[i] != '\\') {
            code += style[i];
        }
    }
    if (code.ends_with(" Date")) return NumberForm::Date;
    if (code.ends_with(" Time")) return NumberForm::Time;
    return form_of_code(code);
}

}  // namespace

HtmlRows::HtmlRows(std::shared_ptr<const HtmlPage> page, std::size_t begin, const PartLimits& limits)
    : page_{std::move(page)}, limits_{limits}, max_columns_{std::min<std::size_t>(kMaxColumns, limits.columns)}, tokens_{page_->text, begin} {}

bool HtmlRows::next(TableRow& row) {
    HtmlToken token;
    is_row_ready_ = false;
    if (waiting_row_) begin_row(*std::exchange(waiting_row_, std::nullopt));
    while (!is_over_ && !is_row_ready_) {
        if (tokens_.next(token)) {
            take(token);
        } else {
            is_over_ = true;
            end_row();
            failure_ = Error{.fault = Fault::Truncated, .place = {}, .piece = "</table>", .expected = {}};
        }
    }
    if (!is_row_ready_) return false;
    if (number_ > limits_.rows) {
        is_over_ = true;
        failure_ = Error{.fault = Fault::TooLarge, .place = {.file = {}, .row = number_, .column = {}}, .piece = {}, .expected = "≤ " + std::to_string(limits_.rows)};
        return false;
    }
    row.cells.clear();
    row.fault.reset();
    row.raw = {};
    row.number = number_;
    if (is_wide_) row.fault = Fault::RowTooLong;
    if (is_long_) row.fault = Fault::CellTooLong;
    for (const Piece& piece : pieces_) row.cells.push_back({.raw = std::string_view{text_}.substr(piece.begin, piece.size), .has_doubled_quotes = false, .kind = piece.kind});
    return true;
}

void HtmlRows::take(const HtmlToken& token) {
    if (token.kind == HtmlKind::Text) { if (depth_ == 0 && in_cell_ && comment_depth_ == 0) append_text(token); return; }
    const bool is_table = token.name == "table";
    if (token.kind == HtmlKind::Open && is_table && !token.text.ends_with('/')) { ++depth_; return; }
    if (depth_ > 0) {
        if (token.kind == HtmlKind::Close && is_table) --depth_;
        return;
    }
    if (token.kind == HtmlKind::Open) open_tag(token);
    else close_tag(token);
}

void HtmlRows::open_tag(const HtmlToken& token) {
    const bool is_empty = token.text.ends_with('/');
    if (token.name == "comment") { comment_depth_ += is_empty ? 0 : 1; return; }   // a note of Excel's XML holds data of its own
    if (comment_depth_ > 0) return;
    if (is_row_tag(token.name)) {
        end_row();
        if (is_row_ready_) waiting_row_ = token.text;   // the row before it is given first
        else begin_row(std::string{token.text});
        return;
    }
    if (is_cell_tag(token.name)) {
        close_cell();
        if (!in_row_) begin_row({});
        open_cell(token);
        if (is_empty) close_cell();
        return;
    }
    if (!in_cell_) return;
    if (token.name == "data") data_attributes_ = token.text;
    if (token.name == "br" || token.name == "p" || token.name == "div" || token.name == "li") append_line_end();
}

void HtmlRows::close_tag(const HtmlToken& token) {
    if (token.name == "comment") { comment_depth_ -= comment_depth_ > 0 ? 1 : 0; return; }
    const bool is_end = token.name == "table" || token.name == "worksheet" || token.name == "body" || token.name == "html";
    if (is_end) { end_row(); is_over_ = true; }
    else if (is_row_tag(token.name)) { end_row(); }
    else if (is_cell_tag(token.name)) { close_cell(); }
}

void HtmlRows::append_line_end() {
    while (!cell_.empty() && cell_.back() == ' ') cell_.pop_back();
    if (!cell_.empty() && cell_.back() != '\n') cell_ += '\n';
}

/// Blanks run together as in a browser; those of an entity stay.
void HtmlRows::append_text(const HtmlToken& token) {
    const std::string_view text = token.text;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '&' && !token.is_literal && append_entity(cell_, text, at)) continue;
        const std::size_t begin = at;
        do ++at; while (at < text.size() && text[at] != '&');
        for (const char c : page_->encoding.decode(text.substr(begin, at - begin), scratch_)) {
            const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (!is_blank) cell_ += c;
            else if (!cell_.empty() && cell_.back() != ' ' && cell_.back() != '\n') cell_ += ' ';
        }
    }
}

void HtmlRows::begin_row(const std::string& attributes) {
    const std::uint32_t index = number_of(attributes, "ss:Index", 0, 0xFFFFFF);
    number_ = std::max(number_ + 1, index);
    in_row_ = true;
    text_.clear();
    pieces_.clear();
    taken_.clear();
    column_ = 0;
    is_wide_ = is_long_ = false;
    place_spans();
}

void HtmlRows::place_spans() {
    for (Span& span : spans_) {
        --span.rows;
        const std::size_t begin = text_.size();
        if (number_ <= kMergedRows) text_ += span.text;
        else span.text.clear();
        const std::size_t end = span.column + span.columns;
        if (taken_.size() < end) taken_.resize(end);
        for (std::size_t i = span.column; i < end; ++i) {
            taken_[i] = true;
            if (span.text.empty()) continue;
            if (pieces_.size() <= i) pieces_.resize(i + 1);
            pieces_[i] = {begin, span.text.size(), span.kind};
        }
    }
    std::erase_if(spans_, [](const Span& span) { return span.rows == 0; });
}

void HtmlRows::end_row() {
    close_cell();
    is_row_ready_ |= in_row_ && (!pieces_.empty() || is_wide_);
    in_row_ = false;
}

void HtmlRows::open_cell(const HtmlToken& token) {
    in_cell_ = true;
    cell_.clear();
    attributes_ = token.text;
    data_attributes_.clear();
    const std::uint32_t index = number_of(attributes_, "ss:Index", 0, 0xFFFFFF);
    if (index > column_ + 1) column_ = index - 1;
}

void HtmlRows::close_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    while (column_ < taken_.size() && taken_[column_]) ++column_;
    const std::size_t columns = std::max<std::uint32_t>(number_of(attributes_, "colspan", number_of(attributes_, "ss:MergeAcross", 0, kMaxSpan) + 1, kMaxSpan), 1);
    const std::uint32_t rows = std::max<std::uint32_t>(number_of(attributes_, "rowspan", number_of(attributes_, "ss:MergeDown", 0, kMaxRowSpan) + 1, kMaxRowSpan), 1);
    if (column_ + columns > max_columns_ || text_.size() > kMaxRowBytes) { is_wide_ = true; return; }
    std::string value{trim(cell_)};
    const CellKind kind = read_value(value);
    is_long_ |= value.size() > limits_.cell_bytes;
    const bool is_header = number_ <= kMergedRows;   // there a value over several cells is given to all of them
    if (pieces_.size() < column_ + (is_header ? columns : 1)) pieces_.resize(column_ + (is_header ? columns : 1));
    for (std::size_t i = 0; i < (is_header ? columns : 1); ++i) pieces_[column_ + i] = {text_.size(), value.size(), kind};
    text_ += value;
    if (rows > 1) spans_.push_back({column_, columns, rows - 1, is_header ? value : std::string{}, kind});
    column_ += columns;
}

/// x:num="46335.34" of Excel's pages is the number behind the text shown; a text shown as a date stays as shown when its format is not said.
CellKind HtmlRows::read_value(std::string& text) {
    if (!data_attributes_.empty()) return read_typed(text);
    const auto number = html_attribute(attributes_, "x:num");
    if (!number || number->empty()) return CellKind::Text;
    const NumberForm form = form_of_style(html_attribute(attributes_, "style").value_or(""));
    std::string value;
    const CellKind kind = append_number_cell(value, *number, form, DateSystem::From1900);
    const bool is_told = form != NumberForm::Plain || looks_like_number(text) || text.starts_with('#');   // ##### is a column too narrow
    if (kind == CellKind::Text || !is_told) return CellKind::Text;
    text = std::move(value);
    return kind;
}

/// <Data ss:Type="DateTime">2026-11-09T08:15:30.000</Data> of Excel's XML.
CellKind HtmlRows::read_typed(std::string& text) {
    const std::string type = html_attribute(data_attributes_, "ss:Type").value_or("");
    if (type == "Boolean" && (text == "1" || text == "0")) return CellKind::YesNo;
    std::string value;
    if (type == "Number" && append_number(value, text)) { text = std::move(value); return CellKind::Number; }
    if (type != "DateTime" || !begins_with_moment(text)) return CellKind::Text;
    if (text.starts_with("1899-12-3")) { text = text.substr(11, 8); return CellKind::Duration; }   // a time of day
    if (!parse_iso_minute(std::string_view{text}.substr(0, 16))) return CellKind::Text;   // 6629-11-09 is nobody's day
    text = text.substr(11, 8) == "00:00:00" ? text.substr(0, 10) : text.substr(0, 19);
    return CellKind::Date;
}

}  // namespace problemator
