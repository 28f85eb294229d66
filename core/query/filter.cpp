// Filter: a period of receipt is a range of rows; every other condition is one pass over one column that keeps the rows that meet it.
// The passes have no branches, so that it does not matter how many rows fail.
#include "core/query/filter.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace problemator {
namespace {

using Rows = std::vector<std::uint32_t>;

RowRange range_of(const Table& table, const Filter& filter) {
    return filter.basis == Basis::Received ? rows_received(table, filter.period.from, filter.period.until) : RowRange{0, table.rows()};
}

/// Nothing but the period of receipt is asked.
bool is_range_alone(const Filter& filter) {
    const bool has_names = std::any_of(filter.keep.begin(), filter.keep.end(), [](const auto& codes) { return !codes.empty(); });
    return filter.basis == Basis::Received && !has_names && filter.with == 0 && filter.without == 0 && filter.open_at == kNoTime && !filter.only && filter.place.is_everywhere();
}

Rows rows_to_look_at(const Filter& filter, RowRange range) {
    Rows rows;
    if (filter.only) {
        std::copy_if(filter.only->begin(), filter.only->end(), std::back_inserter(rows), [range](std::uint32_t row) { return row >= range.begin && row < range.end; });
        return rows;
    }
    rows.resize(range.size());
    std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(range.begin));
    return rows;
}

template <class Meets>
void keep_rows(Rows& rows, Meets meets) {
    std::size_t kept = 0;
    for (const std::uint32_t row : rows) {
        rows[kept] = row;
        kept += meets(row) ? 1u : 0u;
    }
    rows.resize(kept);
}

void keep_names(Rows& rows, const Table& table, const Filter& filter, Dimension d) {
    const auto& keep = filter.keep[index(d)];
    if (keep.empty()) return;
    const Code* codes = table.column(d).data();
    if (keep.size() == 1) return keep_rows(rows, [codes, code = keep.front()](std::uint32_t row) { return codes[row] == code; });
    std::vector<std::uint8_t> passes(table.dictionary(d).size(), 0);
    for (const Code code : keep)
        if (code < passes.size()) passes[code] = 1;
    keep_rows(rows, [codes, &passes](std::uint32_t row) { return passes[codes[row]] != 0; });
}

void keep_period(Rows& rows, const Table& table, const Filter& filter) {
    if (filter.basis == Basis::Received) return;
    const Period period = filter.period;
    keep_rows(rows, [&table, period, basis = filter.basis](std::uint32_t row) {
        const Minute time = basis_time(table, row, basis);
        return time != kNoTime && time >= period.from && time < period.until;
    });
}

void keep_marks(Rows& rows, const Table& table, const Filter& filter) {
    if (filter.with == 0 && filter.without == 0) return;
    const Marks* marks = table.marks.data();
    const Marks with = filter.with, without = filter.without;
    keep_rows(rows, [marks, with, without](std::uint32_t row) { return (marks[row] & with) == with && (marks[row] & without) == 0; });
}

}  // namespace

std::vector<std::uint32_t> matching_rows(const Table& table, const Filter& filter) {
    Rows rows = rows_to_look_at(filter, range_of(table, filter));
    keep_period(rows, table, filter);
    for (const auto d : kAllDimensions) keep_names(rows, table, filter, d);
    keep_marks(rows, table, filter);
    if (!filter.place.is_everywhere()) keep_rows(rows, [&](std::uint32_t row) { return is_placed_in(table, row, filter.place); });
    if (filter.open_at != kNoTime) keep_rows(rows, [&](std::uint32_t row) { return was_open(table, row, filter.open_at); });
    return rows;
}

std::size_t count_rows(const Table& table, const Filter& filter) {
    return is_range_alone(filter) ? range_of(table, filter).size() : matching_rows(table, filter).size();
}

}  // namespace problemator
