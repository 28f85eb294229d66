// Filter: which rows. The same rows whether a chart counts them, a table lists them or a file exports them.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/hex_grid.hpp"
#include "core/store/table.hpp"

namespace problemator {

enum class Basis : std::uint8_t {
    Received,   // the period speaks of when a message came
    Decided,    // … of when its deadline was met or missed (shares in time are counted on this basis)
    Closed,     // … of when it was closed (ratings are given then)
    Due,        // … of its deadline, whatever became of it
};

struct Period {   // [from, until)
    Minute from = INT32_MIN + 1, until = INT32_MAX;
    friend bool operator==(const Period&, const Period&) = default;
};

struct Filter {
    Basis basis = Basis::Received;
    Period period;
    std::array<std::vector<Code>, kDimensions> keep;   // sorted codes; empty = all
    Marks with = 0;         // every one of these marks
    Marks without = 0;      // none of these
    HexArea place;          // cells of the map; without cells: anywhere, also where no point is known
    Minute open_at = kNoTime;   // only rows that were open at this moment, see was_open(); kNoTime = any
    std::shared_ptr<const std::vector<std::uint32_t>> only;   // of these rows alone, ascending: what no column says; null = of all
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// The time of a row that the period speaks of; kNoTime (which no period holds) when it has none at the table's moment.
inline Minute basis_time(const Table& table, std::size_t row, Basis basis) {
    switch (basis) {
        case Basis::Received: return table.received[row];
        case Basis::Decided: return table.decided[row];
        case Basis::Closed: return has(table.marks[row], Mark::Closed) ? table.closed[row] : kNoTime;
        case Basis::Due: return table.due[row];
    }
    return kNoTime;
}
/// Received at or before `moment` and closed after it, or open still. A row with a final status but no date of closing
/// was open at no moment that we know of.
inline bool was_open(const Table& table, std::size_t row, Minute moment) {
    const Minute closed = table.closed[row];
    return table.received[row] <= moment && (closed != kNoTime ? closed > moment : has(table.marks[row], Mark::Open));
}
/// The point of the row is known and lies in one of the cells.
inline bool is_placed_in(const Table& table, std::size_t row, const HexArea& area) {
    return has(table.marks[row], Mark::HasPlace) && area.holds(table.lat_e6[row], table.lon_e6[row]);
}
/// Rows that pass, ascending.
std::vector<std::uint32_t> matching_rows(const Table& table, const Filter& filter);
std::size_t count_rows(const Table& table, const Filter& filter);

}  // namespace problemator
