#include "core/import/row_builder.hpp"

#include <charconv>

#include "core/import/inflate.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostAreas = 4096;
constexpr std::size_t kRowCells = 4;                              // a row may hold as many bytes as four cells of the greatest length
constexpr std::uint64_t kFreeCells = 1'000'000, kCellsPerByte = 64;   // empty cells that gaps and repeats may make

bool is_empty(const RowCell& cell) { return cell.raw.empty(); }

}  // namespace

void RowBuilder::add_merged(const MergedArea& area) {
    const bool is_area = area.first_row >= 1 && area.first_column >= 1 && area.last_row >= area.first_row && area.last_column >= area.first_column;
    if (!is_area || area.first_row > kMergedRows || merged_.size() >= kMostAreas || area.last_column > limits_.columns) return;
    merged_.push_back(area);
}

void RowBuilder::begin(std::uint32_t number) {
    number_ = number;
    slots_.clear();
    bytes_.clear();
    last_column_ = 0;
    fault_.reset();
    cell_begin_ = 0;
}

bool RowBuilder::is_within_cell() {
    if (cell_bytes() > limits_.cell_bytes) spoil(Fault::CellTooLong);
    else if (bytes_.size() > limits_.cell_bytes * kRowCells) spoil(Fault::RowTooLong);
    if (fault_) bytes_.resize(cell_begin_);
    return !fault_;
}

void RowBuilder::put(std::uint32_t column, CellKind kind) {
    if (!is_within_cell()) return;
    const Slot slot{column, kind, cell_begin_, cell_bytes(), nullptr};
    if (column > limits_.columns || column == 0) spoil(Fault::RowTooLong);
    if (fault_ || slot.size == 0) return;
    slots_.push_back(slot);
    last_column_ = std::max(last_column_, column);
}

void RowBuilder::put_lasting(std::uint32_t column, CellKind kind, std::string_view text) {
    if (text.size() > limits_.cell_bytes) spoil(Fault::CellTooLong);
    if (column > limits_.columns || column == 0) spoil(Fault::RowTooLong);
    if (fault_ || text.empty()) return;
    slots_.push_back({column, kind, 0, text.size(), text.data()});
    last_column_ = std::max(last_column_, column);
}

void RowBuilder::repeat_cell(std::uint32_t count) {
    if (fault_ || slots_.empty()) return;
    if (count > limits_.columns - slots_.back().column) { spoil(Fault::RowTooLong); return; }
    Slot slot = slots_.back();
    for (std::uint32_t i = 0; i < count; ++i) {
        ++slot.column;
        slots_.push_back(slot);
    }
    last_column_ = std::max(last_column_, slot.column);
}

std::optional<Error> RowBuilder::finish(TableRow& row, std::uint64_t spent) {
    filled_ += last_column_;
    row.cells.clear();
    row.raw = {};
    row.number = number_;
    row.fault = fault_;
    row.has_stray_quote = false;
    if (filled_ > kFreeCells + kCellsPerByte * spent) return beyond_limit("columns", kFreeCells + kCellsPerByte * spent);
    if (fault_) return std::nullopt;
    row.cells.resize(last_column_);
    for (const Slot& slot : slots_) {
        const std::string_view text = slot.lasting ? std::string_view{slot.lasting, slot.size} : std::string_view{bytes_}.substr(slot.begin, slot.size);
        row.cells[slot.column - 1] = {text, false, slot.kind};
    }
    if (number_ <= kMergedRows) give_merged(row);
    return std::nullopt;
}

void RowBuilder::give_merged(TableRow& row) {
    for (MergedArea& area : merged_) {
        if (number_ < area.first_row || number_ > area.last_row) continue;
        if (number_ == area.first_row && area.first_column <= row.cells.size()) {
            const RowCell& first = row.cells[area.first_column - 1];
            area.kind = first.kind;
            area.text = first.raw;
        }
        if (area.text.empty()) continue;
        if (row.cells.size() < area.last_column) row.cells.resize(area.last_column);
        for (std::uint32_t column = area.first_column; column <= area.last_column; ++column)
            if (is_empty(row.cells[column - 1])) row.cells[column - 1] = {area.text, false, area.kind};
    }
}

CellRef read_cell_ref(std::string_view text) {
    CellRef ref;
    std::size_t at = 0;
    for (; at < text.size() && at < 4; ++at) {
        const char c = text[at] >= 'a' && text[at] <= 'z' ? static_cast<char>(text[at] - 'a' + 'A') : text[at];
        if (c < 'A' || c > 'Z') break;
        ref.column = ref.column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    ref.row = read_count(text.substr(at)).value_or(0);
    return ref;
}

std::optional<std::uint32_t> read_count(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace problemator
