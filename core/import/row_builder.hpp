// RowBuilder: cells of a spreadsheet as they come (any order, with gaps) become a TableRow. What a file may make us fill is bounded
// by the bytes it spends on saying so. Merged areas of the first rows, where headers stand, give their value to all their cells.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/formats.hpp"

namespace problemator {

/// 1-based, both ends included.
struct MergedArea {
    std::uint32_t first_row = 0, last_row = 0, first_column = 0, last_column = 0;
    CellKind kind = CellKind::Text;
    std::string text{};                            // of its first cell, once that row was built
};

class RowBuilder {
public:
    explicit RowBuilder(const PartLimits& limits) : limits_{limits} {}

    /// Areas below the first rows are left out, and those beyond the 4,096th.
    void add_merged(const MergedArea& area);
    void begin(std::uint32_t number);
    /// Bytes of the cell that is being read; put() takes them from where begin_cell() was called.
    void begin_cell() { cell_begin_ = bytes_.size(); }
    std::string& bytes() { return bytes_; }
    std::size_t cell_bytes() const { return bytes_.size() - cell_begin_; }
    /// `column`: 1-based. A column beyond the limit, or a cell that is too long, makes the whole row one with a fault.
    void put(std::uint32_t column, CellKind kind);
    void put_lasting(std::uint32_t column, CellKind kind, std::string_view text);   // `text` lives as long as the source
    /// Drops what is too long; call it after every piece of text.
    bool is_within_cell();
    /// The cell that was put last stands in `count` more columns.
    void repeat_cell(std::uint32_t count);
    /// The same row once more, under another number.
    void renumber(std::uint32_t number) { number_ = number; }
    void spoil(Fault fault) { if (!fault_) fault_ = fault; }
    bool has_cells() const { return !slots_.empty(); }
    bool is_spoiled() const { return fault_.has_value(); }
    std::uint32_t number() const { return number_; }

    /// Gives the row. `spent`: bytes of the file read so far; an Error when far more cells than that were to be filled.
    std::optional<Error> finish(TableRow& row, std::uint64_t spent);

private:
    struct Slot { std::uint32_t column; CellKind kind; std::size_t begin, size; const char* lasting; };

    void give_merged(TableRow& row);

    PartLimits limits_;
    std::vector<Slot> slots_;
    std::string bytes_;
    std::size_t cell_begin_ = 0;
    std::vector<MergedArea> merged_;
    std::uint32_t number_ = 0, last_column_ = 0;
    std::optional<Fault> fault_;
    std::uint64_t filled_ = 0;
};

/// "AB12" → column 28, row 12; 0 for the part that is not there.
struct CellRef { std::uint32_t column = 0, row = 0; };
CellRef read_cell_ref(std::string_view text);
/// A whole text of digits; nullopt beyond 32 bits.
std::optional<std::uint32_t> read_count(std::string_view text);

}  // namespace problemator
