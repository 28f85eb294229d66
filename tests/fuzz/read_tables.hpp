// read_tables: opens any bytes as a file and holds every reader of tables to what row_source.hpp promises.
#pragma once
#include <string>

#include "core/base/text.hpp"
#include "core/import/formats.hpp"
#include "tests/fuzz/require.hpp"

namespace problemator::fuzz {

struct Seen { std::size_t parts = 0, rows = 0; bool has_failed = false; };

inline bool is_utf8(std::string_view text) { return first_bad_utf8(text) == std::string_view::npos; }

inline void check_error(const Error& error) {
    REQUIRE(is_utf8(error.piece) && is_utf8(describe(error, Lang::Ru)) && is_utf8(describe(error, Lang::En)));
}

inline void check_number(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        REQUIRE((c >= '0' && c <= '9') || c == '.' || c == '-');
        digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    REQUIRE(digits > 0 && digits <= 450);   // 1e308 is written out
}

inline void check_row(const TableRow& row, const PartLimits& limits) {
    REQUIRE(row.cells.size() <= limits.columns);
    if (row.fault) return;
    for (const RowCell& cell : row.cells) {
        REQUIRE(is_utf8(cell.raw) && cell.raw.size() <= limits.cell_bytes);
        if (cell.kind == CellKind::Number) check_number(cell.raw);
        if (cell.kind == CellKind::YesNo) REQUIRE(cell.raw == "0" || cell.raw == "1");
        if (cell.kind == CellKind::Date) REQUIRE(cell.raw.size() == 10 || cell.raw.size() == 19);
    }
}

inline Seen read_tables(const Format& format, const std::string& bytes, const std::string& name) {
    PartLimits limits;
    limits.cell_bytes = 5000;
    limits.columns = 500;
    limits.rows = 100'000;
    Seen seen;
    const FileView file{std::make_shared<BorrowedBytes>(bytes), name, limits};
    const auto error = format.open(file, [&](TablePart&& part) {
        ++seen.parts;
        REQUIRE(is_utf8(part.sheet) && part.rows);
        std::uint32_t last = 0;
        std::uint64_t position = 0;
        for (TableRow row; part.rows->next(row); last = row.number) {
            REQUIRE(row.number > last);
            REQUIRE(part.rows->position() >= position);
            position = part.rows->position();
            check_row(row, limits);
            ++seen.rows;
        }
        if (const auto failure = part.rows->failure()) { check_error(*failure); seen.has_failed = true; }
        for (const Error& warning : part.rows->warnings()) check_error(warning);
        return seen.rows < 200'000;
    });
    if (error) { check_error(*error); seen.has_failed = true; }
    return seen;
}

}  // namespace problemator::fuzz
