#include "core/import/xls.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/import/cfb.hpp"
#include "core/import/held_bytes.hpp"
#include "core/import/xls_book.hpp"

namespace problemator {
namespace {

using namespace std::string_view_literals;

constexpr std::uint16_t kColumns = 256;                        // of a sheet of Excel 97–2003
constexpr std::size_t kMaxRowBytes = std::size_t{4} << 20;     // many cells may name one long shared string

std::string_view error_name(unsigned char code) {
    static constexpr std::pair<unsigned char, std::string_view> kNames[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"}, {0x1D, "#NAME?"}, {0x24, "#NUM!"}, {0x2A, "#N/A"}};
    for (const auto& [number, name] : kNames)
        if (number == code) return name;
    return "#?";
}

class XlsRows final : public RowSource {
public:
    XlsRows(std::shared_ptr<const XlsBook> book, const XlsSheet& sheet, std::uint64_t bytes, const PartLimits& limits)
        : book_{std::move(book)}, sheet_{sheet}, bytes_{bytes}, limits_{limits} {}
    bool next(TableRow& row) override;
    std::optional<Error> failure() const override { return failure_; }
    std::uint64_t position() const override { return cells_.cells.empty() ? 0 : bytes_ * at_ / cells_.cells.size(); }
    DateSystem date_system() const override { return book_->dates; }

private:
    struct Piece { std::size_t begin = 0, size = 0; CellKind kind = CellKind::Text; };
    void take(const XlsCell& cell, const XlsCell* after, TableRow& row);
    CellKind append(const XlsCell& cell);
    CellKind append_number(double value, std::uint16_t form);
    void append_label(const XlsCell& cell);
    void put(std::uint16_t column, std::size_t begin, CellKind kind);
    void note_merges(const XlsCell& cell);
    void spread_merged(std::uint16_t row);
    void finish();

    std::shared_ptr<const XlsBook> book_;
    XlsSheet sheet_;
    std::uint64_t bytes_;
    PartLimits limits_;
    bool is_read_ = false, is_lost_ = false;
    XlsCells cells_;
    std::size_t at_ = 0;
    std::string text_;                           // of the row's cells
    std::vector<Piece> pieces_;
    struct Merged { XlsMerge area; XlsCell cell; };
    std::vector<Merged> merged_;                 // areas that have begun
    std::optional<Error> failure_;
};

void XlsRows::put(std::uint16_t column, std::size_t begin, CellKind kind) {
    if (pieces_.size() <= column) pieces_.resize(column + std::size_t{1});
    pieces_[column] = {begin, text_.size() - begin, kind};
}

CellKind XlsRows::append_number(double value, std::uint16_t form) {
    if (!std::isfinite(value)) return CellKind::Text;   // stays empty, as a spreadsheet cannot hold it either
    std::array<char, 40> digits{};
    const int size = std::snprintf(digits.data(), digits.size(), "%.17g", value);
    return append_number_cell(text_, {digits.data(), static_cast<std::size_t>(size)}, form < book_->forms.size() ? book_->forms[form] : NumberForm::Plain, book_->dates);
}

void XlsRows::append_label(const XlsCell& cell) {
    BiffCursor cursor{book_->stream, cell.at};
    BiffRecord record;
    if (!cursor.next(record)) return;
    const std::size_t head = cell.value == XlsValue::Label ? 6 : 0;
    if (book_->version == BiffVersion::Biff5) {
        text_ += read_label(record.data.substr(std::min(head, record.data.size())), 2, book_->version, book_->page);
        return;
    }
    BiffText text{cursor, record.data};
    if (text.skip(head)) read_rich_string(text, text_);
}

CellKind XlsRows::append(const XlsCell& cell) {
    const std::string_view stream = book_->stream;
    const auto byte = [&] { return cell.at < stream.size() ? static_cast<unsigned char>(stream[cell.at]) : 0u; };
    switch (cell.value) {
        case XlsValue::Number: return append_number(read_double(stream, cell.at), cell.form);
        case XlsValue::Rk: return append_number(read_rk(u32_at(stream, cell.at)), cell.form);
        case XlsValue::Shared:
            is_lost_ |= u32_at(stream, cell.at) >= book_->text_ends.size();
            text_ += book_->text(u32_at(stream, cell.at));
            return CellKind::Text;
        case XlsValue::Label: case XlsValue::FormulaText: append_label(cell); return CellKind::Text;
        case XlsValue::Bool: text_ += byte() != 0 ? '1' : '0'; return CellKind::YesNo;
        case XlsValue::Error: text_ += error_name(static_cast<unsigned char>(byte())); return CellKind::Text;
        case XlsValue::Empty: return CellKind::Text;
    }
    return CellKind::Text;
}

/// The value of a merged area is given to all its cells in the first rows: there it is a header over several columns.
void XlsRows::spread_merged(std::uint16_t row) {
    const auto is_empty = [&](std::uint16_t column) { return column >= pieces_.size() || pieces_[column].size == 0; };
    for (const Merged& merged : merged_) {
        const XlsMerge& area = merged.area;
        const int end = std::min<int>(area.last_column + 1, kColumns);
        if (row > area.last_row || text_.size() > kMaxRowBytes) continue;
        std::optional<Piece> value;
        for (int i = area.first_column; i < end; ++i) {
            const auto column = static_cast<std::uint16_t>(i);
            if (!is_empty(column)) continue;
            const std::size_t begin = text_.size();
            if (!value) { const CellKind kind = append(merged.cell); value = Piece{begin, text_.size() - begin, kind}; }
            if (pieces_.size() <= column) pieces_.resize(column + std::size_t{1});
            pieces_[column] = *value;
        }
    }
}

/// Areas that begin at a cell of this row; one for each cell.
void XlsRows::note_merges(const XlsCell& cell) {
    for (const XlsMerge& area : cells_.merges) {
        if (area.first_row != cell.row || area.first_column != cell.column) continue;
        merged_.push_back({area, cell});
        return;
    }
}

void XlsRows::finish() {
    if (book_->is_cut || cells_.is_cut) failure_ = Error{.fault = Fault::Truncated, .place = {}, .piece = "XLS", .expected = {}};
}

void XlsRows::take(const XlsCell& cell, const XlsCell* after, TableRow& row) {
    const bool is_replaced = after && after->row == cell.row && after->column == cell.column;
    if (is_replaced) return;
    if (cell.column >= kColumns || text_.size() > kMaxRowBytes) { row.fault = Fault::RowTooLong; return; }
    const std::size_t begin = text_.size();
    const CellKind kind = append(cell);
    if (text_.size() - begin > limits_.cell_bytes) row.fault = Fault::CellTooLong;
    put(cell.column, begin, kind);
    if (cell.row < kMergedRows && text_.size() > begin) note_merges(cell);
}

bool XlsRows::next(TableRow& row) {
    if (!is_read_) { cells_ = read_xls_cells(*book_, sheet_); is_read_ = true; }
    const auto& cells = cells_.cells;
    if (at_ >= cells.size()) { finish(); return false; }
    const std::uint16_t number = cells[at_].row;
    row.number = std::uint32_t{number} + 1;
    if (row.number > limits_.rows) {
        failure_ = Error{.fault = Fault::TooLarge, .place = {.file = {}, .row = row.number, .column = {}}, .piece = {}, .expected = "≤ " + std::to_string(limits_.rows)};
        return false;
    }
    row.fault.reset();
    row.raw = {};
    text_.clear();
    pieces_.clear();
    is_lost_ = false;
    for (; at_ < cells.size() && cells[at_].row == number; ++at_) take(cells[at_], at_ + 1 < cells.size() ? &cells[at_ + 1] : nullptr, row);
    if (number < kMergedRows) spread_merged(number);
    if (is_lost_) row.fault = Fault::Damaged;
    row.cells.clear();
    for (const Piece& piece : pieces_) row.cells.push_back({.raw = std::string_view{text_}.substr(piece.begin, piece.size), .has_doubled_quotes = false, .kind = piece.kind});
    return true;
}

/// What an Office container without a workbook holds.
Error not_a_workbook(const CompoundFile& file) {
    static constexpr std::pair<std::string_view, std::string_view> kOthers[] = {{"WordDocument", "DOC"}, {"PowerPoint Document", "PPT"}, {"VisioDocument", "VSD"}, {"__properties_version1.0", "MSG"}};
    if (file.has("EncryptedPackage")) return {.fault = Fault::Encrypted, .place = {}, .piece = "XLSX", .expected = {}};
    for (const auto& [stream, kind] : kOthers)
        if (file.has(stream)) return {.fault = Fault::NotATable, .place = {}, .piece = std::string{kind}, .expected = {}};
    return {.fault = Fault::NotATable, .place = {}, .piece = "Office 97–2003", .expected = {}};
}

Result<XlsBook> read_book(std::string_view bytes) {
    if (!has_cfb_magic(bytes)) return read_xls_book(std::string{bytes});
    TRY(const CompoundFile file, CompoundFile::open(bytes));
    const auto name = file.has("Workbook") ? "Workbook"sv : "Book"sv;
    if (!file.has(name)) return not_a_workbook(file);
    auto stream = file.read(name);
    TRY(auto book, read_xls_book(std::move(stream.bytes)));
    book.is_cut = stream.is_cut;
    return book;
}

}  // namespace

bool is_xls(std::string_view head, std::string_view) {
    constexpr std::string_view kOldBofs[] = {"\x09\x00\x04\x00"sv, "\x09\x02\x06\x00"sv, "\x09\x04\x06\x00"sv};
    const bool is_bare = head.size() > 6 && u16_at(head, 0) == biff::kBof && (u16_at(head, 4) == 0x0500 || u16_at(head, 4) == 0x0600);
    return is_bare || has_cfb_magic(head) || std::any_of(std::begin(kOldBofs), std::end(kOldBofs), [&](std::string_view bof) { return head.starts_with(bof); });
}

std::optional<Error> open_xls(const FileView& file, const PartSink& sink) {
    const auto held = hold_bytes(file.source, file.limits.shared_bytes);
    if (!held) return held.error();
    auto read = read_book(*(*held)->view());
    if (!read) return read.error();
    const auto book = std::make_shared<const XlsBook>(*std::move(read));
    std::size_t parts = 0;
    for (const XlsSheet& sheet : book->sheets) {
        if (!has_xls_cells(*book, sheet)) continue;   // «Лист2», «Лист3»
        ++parts;
        TablePart part;
        part.path = file.path;
        part.sheet = sheet.name;
        part.format = FileFormat::Xls;
        part.is_hidden = sheet.is_hidden;
        part.rows = std::make_unique<XlsRows>(book, sheet, file.source->size(), file.limits);
        if (!sink(std::move(part))) return std::nullopt;
    }
    if (parts > 0) return std::nullopt;
    return Error{.fault = book->is_cut ? Fault::Truncated : Fault::NotATable, .place = {}, .piece = "XLS", .expected = {}};
}

}  // namespace problemator
