// What holds for every table of every format: see core/import/row_source.hpp.
#pragma once
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/import/formats.hpp"
#include "core/import/serial.hpp"
#include "tests/fuzz/require.hpp"

namespace problemator::fuzz {

/// Small bounds, so that the fuzzer reaches them.
inline PartLimits small_limits() {
    return {.unpacked_bytes = 1 << 22, .shared_bytes = 1 << 20, .ratio = 400, .members = 40, .rows = 3000, .columns = 300, .depth = 2, .cell_bytes = 2000};
}

inline bool is_utf8(std::string_view text) { return first_bad_utf8(text) == std::string_view::npos; }

inline void check_error(const Error& error) {
    REQUIRE(is_utf8(error.piece) && is_utf8(describe(error, Lang::Ru)) && is_utf8(describe(error, Lang::En)));
}

inline void check_cell(const RowCell& cell, const PartLimits& limits) {
    REQUIRE(cell.raw.size() <= limits.cell_bytes + 400);   // a number may be longer than what was read: 1E300
    REQUIRE(is_utf8(cell.raw));
    std::string number;
    switch (cell.kind) {
        case CellKind::Text: break;
        case CellKind::Number: REQUIRE(append_number(number, cell.raw) && cell.raw.find_first_of("eE") == std::string_view::npos); break;
        case CellKind::Date: REQUIRE((cell.raw.size() == 10 || cell.raw.size() == 19) && parse_iso_minute(cell.raw.substr(0, 16))); break;
        case CellKind::Duration: REQUIRE(read_duration(cell.raw)); break;
        case CellKind::YesNo: REQUIRE(cell.raw == "0" || cell.raw == "1"); break;
    }
}

/// How many there were.
inline std::size_t read_rows(RowSource& rows, const PartLimits& limits) {
    TableRow row;
    std::uint32_t last = 0, count = 0;
    std::uint64_t position = 0;
    while (rows.next(row)) {
        REQUIRE(row.number > last && ++count <= limits.rows);
        REQUIRE(rows.position() >= position);
        last = row.number, position = rows.position();
        if (row.fault) continue;
        REQUIRE(row.cells.size() <= limits.columns);
        for (const RowCell& cell : row.cells) check_cell(cell, limits);
    }
    if (const auto failure = rows.failure()) check_error(*failure);
    for (const Error& warning : rows.warnings()) check_error(warning);
    REQUIRE(!rows.next(row));
    return count;
}

/// Takes any part: something to read, or why not.
inline bool take_part(TablePart&& part, const PartLimits& limits) {
    REQUIRE((part.rows != nullptr) + (part.text != nullptr) + part.failure.has_value() == 1);
    REQUIRE(is_utf8(part.path) && is_utf8(part.sheet));
    if (part.failure) check_error(*part.failure);
    if (part.rows) read_rows(*part.rows, limits);
    return true;
}

}  // namespace problemator::fuzz
