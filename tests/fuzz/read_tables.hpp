// read_tables: opens any bytes as a file of one format and holds its rows to what row_source.hpp promises.
#pragma once
#include <string>

#include "tests/fuzz/rows.hpp"

namespace problemator::fuzz {

struct Seen { std::size_t rows = 0; bool has_failed = false; };

inline Seen read_tables(const Format& format, const std::string& bytes, const std::string& name) {
    PartLimits limits;
    limits.cell_bytes = 5000;
    limits.columns = 500;
    limits.rows = 100'000;
    Seen seen;
    const FileView file{std::make_shared<BorrowedBytes>(bytes), name, limits};
    const auto error = format.open(file, [&](TablePart&& part) {
        REQUIRE(is_utf8(part.sheet) && part.rows);
        seen.rows += read_rows(*part.rows, limits);
        seen.has_failed |= part.rows->failure().has_value();
        return seen.rows < 200'000;
    });
    if (error) { check_error(*error); seen.has_failed = true; }
    return seen;
}

}  // namespace problemator::fuzz
