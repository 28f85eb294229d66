// RowSource: a table of any format as rows of cells. The reader of messages sees only this.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/error.hpp"

namespace problemator {

/// What the file itself says about a cell. CSV and HTML say nothing: all their cells are Text.
enum class CellKind : std::uint8_t { Text, Number, Date, Duration, YesNo };

/// Every cell has a text, in UTF-8 except for CSV files (those are decoded by their reader):
/// Number "46335.34375" (point, at most 17 significant digits, no exponent), Date "2026-11-09" or "2026-11-09T08:15:30",
/// Duration "26:33:00", YesNo "1" or "0".
struct RowCell {
    std::string_view raw;                      // without the outer quotes
    bool has_doubled_quotes = false;           // CSV only: "" inside, read with unescape()
    CellKind kind = CellKind::Text;
};

struct TableRow {
    std::vector<RowCell> cells;                   // reused from row to row; views are valid until the next row is read
    std::string_view raw;                      // CSV only: the whole row without its line end
    std::uint32_t number = 0;                  // 1-based, as a spreadsheet shows it
    std::optional<Fault> fault;                // RowTooLong, CellTooLong, UnclosedQuote …: `cells` is not usable
    bool has_stray_quote = false;              // CSV only: a quote where RFC 4180 allows none; read as text

    bool is_blank() const {
        return std::all_of(cells.begin(), cells.end(), [](const RowCell& cell) {
            return std::all_of(cell.raw.begin(), cell.raw.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
        });
    }
};

/// Day number 0 of a spreadsheet's dates: serial 1 is 1 January 1900 (with its false 29 February), or serial 0 is 1 January 1904.
enum class DateSystem : std::uint8_t { From1900, From1904 };

class RowSource {
public:
    virtual ~RowSource() = default;
    /// Reads the next row that the file has; false at the end or when the rest cannot be read (see failure()).
    /// Row numbers grow; rows that the file leaves out are not returned. Trailing empty cells may be left out.
    virtual bool next(TableRow& row) = 0;
    /// Why reading ended early; what came before stays good.
    virtual std::optional<Error> failure() const { return std::nullopt; }
    /// What was read in spite of something: a member of a record that stands twice. The first 100.
    virtual std::span<const Error> warnings() const { return {}; }
    /// Bytes of the input (as packed) used so far, for the progress shown to people; never falls.
    virtual std::uint64_t position() const = 0;
    /// For Number cells that a channel reads as a date.
    virtual DateSystem date_system() const { return DateSystem::From1900; }
};

}  // namespace problemator
