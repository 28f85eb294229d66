// CsvScanner: RFC 4180 text as rows of cells, without copying: cells are views into the file.
// Every kind of damage is contained in the row where it happens; the next row is read as if nothing had been.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"
#include "core/import/byte_scan.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

struct CsvLimits {
    std::size_t cell_bytes = std::size_t{1} << 20;
    std::size_t row_bytes = std::size_t{4} << 20;
    std::size_t cells = 16384;                 // columns of a spreadsheet
};

using CsvCell = RowCell;
using CsvRow = TableRow;

class CsvScanner {
public:
    /// pre: `delimiter` is not '\0', a quote or a line end. Views in rows live as long as `text`.
    CsvScanner(std::string_view text, char delimiter, CsvLimits limits = {});
    /// Reads the next row; false at the end. A row that is too long is skipped to its line end; a quote that never closes
    /// (or closes beyond the limits) costs its first line only: reading goes on with the line after it.
    bool next(CsvRow& row);
    std::size_t position() const { return position_; }

private:
    struct Quoted { std::size_t end; bool doubled, stray; std::optional<Fault> fault; };
    Quoted read_quoted(std::size_t open);
    bool ends_cell(std::size_t position) const;
    std::size_t after_line(std::size_t line_end) const;
    void skip_to_line_end(std::size_t from);

    std::string_view text_;
    char delimiter_;
    CsvLimits limits_;
    StructuralBytes structure_;
    std::size_t position_ = 0;
    std::uint32_t row_number_ = 0;
};

/// The text of a cell; `scratch` is only written when the cell has doubled quotes.
std::string_view unescape(const CsvCell& cell, std::string& scratch);
/// Appends one cell, quoted where it must be.
void append_csv_cell(std::string& out, std::string_view text, char delimiter);

}  // namespace problemator
