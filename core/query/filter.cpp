// Filter: a period of receipt is a range of rows; every other condition is one pass over one column that keeps the rows that meet it.
// The passes have no branches, so that it does not matter how many rows fail; the first one, over the whole table, skips blocks of rows
// of which none can pass.
#include "core/query/filter.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

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
    if (filter.only) {
        const auto from = std::lower_bound(filter.only->begin(), filter.only->end(), range.begin);
        return {from, std::lower_bound(from, filter.only->end(), range.end)};
    }
    Rows rows(range.size());
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

/// The rows of a range that meet a condition, without a list of all of them first. Times go up roughly as rows do, so that most blocks
/// hold none of a short period: a loop that the compiler turns into SIMD finds that out.
template <class Meets>
Rows rows_that(RowRange range, Meets meets) {
    constexpr std::size_t kBlock = 512;
    std::array<std::uint32_t, kBlock> kept{};
    Rows rows;
    for (std::size_t begin = range.begin; begin < range.end; begin += kBlock) {
        const std::size_t end = std::min(begin + kBlock, range.end);
        unsigned any = 0;
        for (std::size_t row = begin; row < end; ++row) any |= meets(row) ? 1u : 0u;
        if (any == 0) continue;
        std::size_t count = 0;
        for (std::size_t row = begin; row < end; ++row) {
            kept[count] = static_cast<std::uint32_t>(row);
            count += meets(row) ? 1u : 0u;
        }
        rows.insert(rows.end(), kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return rows;
}

const Minute* times_of(const Table& table, Basis basis) {
    return basis == Basis::Due ? table.due.data() : basis == Basis::Closed ? table.closed.data() : basis == Basis::Decided ? table.decided.data() : table.received.data();
}

/// Rows whose time of another basis than receipt lies in the period: one comparison a row, as the distance from its begin.
Rows rows_of_period(const Table& table, const Filter& filter) {
    const Minute from = std::max(filter.period.from, kNoTime + 1);   // kNoTime is in no period
    if (from >= filter.period.until) return {};
    const Minute* times = times_of(table, filter.basis);
    const auto begin = static_cast<std::uint32_t>(from), width = static_cast<std::uint32_t>(filter.period.until) - begin;
    const auto is_in = [times, begin, width](std::size_t row) { return static_cast<std::uint32_t>(times[row]) - begin < width; };
    Rows rows = filter.only ? *filter.only : rows_that({0, table.rows()}, is_in);
    if (filter.only) keep_rows(rows, is_in);
    if (filter.basis == Basis::Closed) keep_rows(rows, [&table](std::uint32_t row) { return has(table.marks[row], Mark::Closed); });   // basis_time() knows no later closing
    return rows;
}

/// The first dimension of which one name is asked.
std::optional<Dimension> named_once(const Filter& filter) {
    for (const auto d : kAllDimensions)
        if (filter.keep[index(d)].size() == 1) return d;
    return std::nullopt;
}

bool begins_with_marks(const Filter& filter) { return !filter.only && filter.basis == Basis::Received && (filter.with | filter.without) != 0; }

/// What is cheapest to begin with: a period of the filter's basis over the whole table, or marks or a name over the rows of the period.
Rows first_rows(const Table& table, const Filter& filter) {
    const RowRange range = range_of(table, filter);
    if (filter.basis != Basis::Received) return rows_of_period(table, filter);
    if (begins_with_marks(filter)) {
        const Marks* marks = table.marks.data();
        const Marks asked = filter.with | filter.without, with = filter.with;
        return rows_that(range, [marks, asked, with](std::size_t row) { return (marks[row] & asked) == with; });
    }
    const auto named = named_once(filter);
    if (filter.only || !named) return rows_to_look_at(filter, range);
    return rows_that(range, [codes = table.column(*named).data(), code = filter.keep[index(*named)].front()](std::size_t row) { return codes[row] == code; });
}

void keep_marks(Rows& rows, const Table& table, const Filter& filter) {
    if (filter.with == 0 && filter.without == 0) return;
    const Marks* marks = table.marks.data();
    const Marks with = filter.with, without = filter.without;
    keep_rows(rows, [marks, with, without](std::uint32_t row) { return (marks[row] & with) == with && (marks[row] & without) == 0; });
}

}  // namespace

std::vector<std::uint32_t> matching_rows(const Table& table, const Filter& filter) {
    if ((filter.with & filter.without) != 0) return {};
    Rows rows = first_rows(table, filter);
    for (const auto d : kAllDimensions) keep_names(rows, table, filter, d);
    if (!begins_with_marks(filter)) keep_marks(rows, table, filter);
    if (!filter.place.is_everywhere()) keep_rows(rows, [&](std::uint32_t row) { return is_placed_in(table, row, filter.place); });
    if (filter.open_at != kNoTime) keep_rows(rows, [&](std::uint32_t row) { return was_open(table, row, filter.open_at); });
    return rows;
}

std::size_t count_rows(const Table& table, const Filter& filter) {
    return is_range_alone(filter) ? range_of(table, filter).size() : matching_rows(table, filter).size();
}

}  // namespace problemator
