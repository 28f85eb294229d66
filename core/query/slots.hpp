// Slots: the number of the group that a chosen row belongs to on one axis. Inside of query/, used by group and pivot.
#pragma once
#include <cstdint>
#include <vector>

#include "core/query/facts.hpp"
#include "core/query/tally.hpp"

namespace problemator {

using Rows = std::vector<std::uint32_t>;

/// Rows that have been chosen already; every one has a time on `basis`, and lies in `period`.
struct Chosen { const Table& table; const Rows& rows; Basis basis; const Period& period; };

/// The groups of one axis. Where `codes` is set, a row's slot is its code, and groups may be empty; otherwise slots lists them.
struct Lane {
    std::vector<std::int32_t> keys;      // ascending
    const Code* codes = nullptr;
    std::vector<std::uint32_t> slots;    // slots[i]: index into keys of the group of rows[i]
    bool keeps_empty = false;            // a unit of time without rows is shown, a name without rows is not
};

/// The fact codes of the chosen rows: of the i-th one, or (by_row) of its row in the table.
struct Kinds { const Facts& facts; bool by_row = false; };

/// `may_be_sparse`: names may be numbered by their codes, without a pass that finds which of them occur.
/// pre: with Axis::Hour no row whose hour is unknown, see with_hour().
Lane lane_on(const Chosen& chosen, Axis axis, bool may_be_sparse);
/// The rows whose hour of receipt is known, when one of the axes is Hour; otherwise all.
Rows with_hour(const Table& table, Rows rows, Axis axis, Axis other);

Tally total_of(const Rows& rows, const Kinds& kinds);
Grouped group_rows(const Chosen& chosen, Axis axis, const Kinds& kinds);
Pivot pivot_rows(const Chosen& chosen, Axis rows, Axis columns, const Kinds& kinds);
CountPivot count_rows_by(const Chosen& chosen, Axis rows, Axis columns);

}  // namespace problemator
