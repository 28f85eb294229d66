// CsvScanner: RFC 4180 text as rows of cells, without copying: cells are views into the file.
// Every kind of damage is contained in the row where it happens; the next row is read as if nothing had been.
// The file may be given window by window: where they are cut changes nothing.
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

enum class Window : unsigned char { Last, MoreFollows };

class CsvScanner {
public:
    /// pre: `delimiter` is not '\0', a quote or a line end. Views in rows live as long as `text`.
    CsvScanner(std::string_view text, char delimiter, CsvLimits limits = {}, Window window = Window::Last);
    /// Reads the next row; false at the end, or when the row does not end in this window. A row that is too long is skipped to its line
    /// end; a quote that never closes (or closes beyond the limits) costs its first line only: reading goes on with the line after it.
    bool next(CsvRow& row);
    std::size_t position() const { return position_; }   // of the first byte that is not read yet
    /// `text` begins with what lay at position() and goes further than the window before.
    void move_on(std::string_view text, Window window);

private:
    struct Quoted { std::size_t end; bool doubled, stray, is_cut; std::optional<Fault> fault; };
    Quoted read_quoted(std::size_t open);
    bool ends_cell(std::size_t position) const;
    bool is_cut(std::size_t position) const { return window_ == Window::MoreFollows && position >= text_.size(); }
    std::size_t after_line(std::size_t line_end) const;
    bool wait_at(std::size_t start);
    bool lose(CsvRow& row, std::size_t start, std::size_t from, Fault fault);
    bool skip_lost_line(CsvRow& row);

    std::string_view text_;
    char delimiter_;
    CsvLimits limits_;
    Window window_;
    StructuralBytes structure_;
    std::size_t position_ = 0;
    std::uint32_t row_number_ = 0;
    std::optional<Fault> lost_;                // the rest of a line is being passed over
    std::string lost_text_;                    // its beginning
};

/// The text of a cell; `scratch` is only written when the cell has doubled quotes.
std::string_view unescape(const CsvCell& cell, std::string& scratch);
/// Appends one cell, quoted where it must be.
void append_csv_cell(std::string& out, std::string_view text, char delimiter);

}  // namespace problemator
