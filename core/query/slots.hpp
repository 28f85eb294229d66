// Slots: the number of the group that each listed row belongs to on one axis. Inside of query/, used by group and pivot.
#pragma once
#include <cstdint>
#include <vector>

#include "core/query/tally.hpp"

namespace problemator {

using Rows = std::vector<std::uint32_t>;

struct Slots {
    std::vector<std::int32_t> keys;      // ascending
    std::vector<std::uint32_t> of_row;   // of_row[i]: index into keys of the group of rows[i]
};

/// `period` and `basis` say which units of time there are; every row must lie in the period.
/// pre: with Axis::Hour no row whose hour is unknown, see with_hour().
Slots slots_on(const Table& table, const Rows& rows, Axis axis, Basis basis, const Period& period);
/// The rows whose hour of receipt is known, when one of the axes is Hour; otherwise all.
Rows with_hour(const Table& table, Rows rows, Axis axis, Axis other);

/// Grouping of rows that have been chosen already; shared by the stateless functions and by CrossFilter.
/// `fact_at(i)` is the code in `kinds` of rows[i].
struct Chosen { const Table& table; const Rows& rows; Basis basis; const Period& period; };
Grouped group_rows(const Chosen& chosen, Axis axis, const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes);
Pivot pivot_rows(const Chosen& chosen, Axis rows, Axis columns, const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes);
CountPivot count_rows_by(const Chosen& chosen, Axis rows, Axis columns);
Tally total_of(const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes);

}  // namespace problemator
