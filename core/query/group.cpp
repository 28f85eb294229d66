// Group and pivot: one increment per row in a histogram [group][fact code]; tallies are made of it at the end.
#include <algorithm>
#include <utility>

#include "core/query/slots.hpp"

namespace problemator {
namespace {

void add_times(Tally& sum, const Tally& kind, std::uint32_t times) {
    sum.n += kind.n * times;
    sum.open += kind.open * times;
    sum.overdue_now += kind.overdue_now * times;
    sum.due_soon += kind.due_soon * times;
    sum.decided += kind.decided * times;
    sum.in_time += kind.in_time * times;
    sum.closed += kind.closed * times;
    sum.repeats += kind.repeats * times;
    sum.fast_track += kind.fast_track * times;
    sum.fast_eligible += kind.fast_eligible * times;
    sum.fast_in_time += kind.fast_in_time * times;
    sum.auto_routed += kind.auto_routed * times;
    sum.auto_control += kind.auto_control * times;
    sum.rated += kind.rated * times;
    sum.rated_high += kind.rated_high * times;
    sum.rating_sum += kind.rating_sum * times;
    sum.gratitude += kind.gratitude * times;
    sum.consultation += kind.consultation * times;
}

constexpr std::size_t kMaxSparseGroups = 1024, kMaxSparseCells = std::size_t{1} << 14;

/// Calls `use(slot_at)` with the function i → slot of the i-th chosen row; each kind of lane gets loops of its own.
template <class Use>
void with_slots(const Lane& lane, const Rows& rows, Use use) {
    if (lane.codes != nullptr) use([codes = lane.codes, row = rows.data()](std::size_t i) { return std::uint32_t{codes[row[i]]}; });
    else use([slot = lane.slots.data()](std::size_t i) { return slot[i]; });
}

template <class Use>
void with_kinds(const Kinds& kinds, const Rows& rows, Use use) {
    const std::uint16_t* codes = kinds.facts.code.data();
    if (kinds.by_row) use([codes, row = rows.data()](std::size_t i) { return codes[row[i]]; });
    else use([codes](std::size_t i) { return codes[i]; });
}

/// Sums per slot. A histogram pays when it is not much larger than the rows; else rows are added one by one.
template <class SlotAt, class KindAt>
void add_up(std::vector<Tally>& sums, std::size_t rows, SlotAt slot_at, KindAt kind_at, const std::vector<Tally>& kinds) {
    if (kinds.size() == rows || sums.size() * kinds.size() > std::max<std::size_t>(4 * rows, 1u << 12)) {
        for (std::size_t i = 0; i < rows; ++i) sums[slot_at(i)] += kinds[kind_at(i)];
        return;
    }
    std::vector<std::uint32_t> histogram(sums.size() * kinds.size());
    const auto width = static_cast<std::uint32_t>(kinds.size());
    for (std::size_t i = 0; i < rows; ++i) ++histogram[slot_at(i) * width + kind_at(i)];
    for (std::size_t cell = 0; cell < histogram.size(); ++cell) {
        if (histogram[cell] > 0) add_times(sums[cell / width], kinds[cell % width], histogram[cell]);
    }
}

/// Numbers of the cells of a pivot by rows: two lanes, and whether there are so few cells that they may be.
struct Lanes {
    Lane down, across;
    std::size_t cells() const { return down.keys.size() * across.keys.size(); }
};

std::size_t groups_at_most(const Table& table, Axis axis) {
    return is_dimension(axis) ? table.dictionary(static_cast<Dimension>(axis)).size() : 256;
}

Lanes lanes_on(const Chosen& chosen, Axis rows, Axis columns) {
    const bool may_be_sparse = groups_at_most(chosen.table, rows) * groups_at_most(chosen.table, columns) <= kMaxSparseCells;
    Lanes lanes{lane_on(chosen, rows, may_be_sparse), lane_on(chosen, columns, may_be_sparse)};
    return lanes.cells() <= kMaxCells ? std::move(lanes) : Lanes{};
}

template <class Use>
void with_cells(const Lanes& lanes, const Rows& rows, Use use) {
    const auto width = static_cast<std::uint32_t>(lanes.across.keys.size());
    with_slots(lanes.down, rows, [&](auto row_at) {
        with_slots(lanes.across, rows, [&](auto column_at) { use([=](std::size_t i) { return row_at(i) * width + column_at(i); }); });
    });
}

std::uint32_t rows_in(const Tally& tally) { return tally.n; }
std::uint32_t rows_in(std::uint32_t count) { return count; }

/// Positions of the keys of a lane that stay: all units of time, and the names that occur.
template <class Occurs>
std::vector<std::size_t> shown(const Lane& lane, Occurs occurs) {
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < lane.keys.size(); ++i) {
        if (lane.keeps_empty || occurs(i)) positions.push_back(i);
    }
    return positions;
}

std::vector<std::int32_t> keys_at(const Lane& lane, const std::vector<std::size_t>& positions) {
    std::vector<std::int32_t> keys;
    for (const auto i : positions) keys.push_back(lane.keys[i]);
    return keys;
}

/// Cells of the rows and columns that are shown, with their keys.
template <class Cell>
struct Dense { std::vector<std::int32_t> rows, columns; std::vector<Cell> cells; };

template <class Cell>
Dense<Cell> without_empty(const Lanes& lanes, const std::vector<Cell>& all) {
    const std::size_t width = lanes.across.keys.size();
    std::vector<std::uint32_t> in_row(lanes.down.keys.size()), in_column(width);
    for (std::size_t i = 0; i < all.size(); ++i) {
        in_row[i / width] += rows_in(all[i]);
        in_column[i % width] += rows_in(all[i]);
    }
    const auto rows = shown(lanes.down, [&](std::size_t i) { return in_row[i] > 0; });
    const auto columns = shown(lanes.across, [&](std::size_t i) { return in_column[i] > 0; });
    Dense<Cell> dense{keys_at(lanes.down, rows), keys_at(lanes.across, columns), {}};
    for (const auto r : rows) {
        for (const auto c : columns) dense.cells.push_back(all[r * width + c]);
    }
    return dense;
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    add_times(*this, other, 1);
    return *this;
}

Tally total_of(const Rows& rows, const Kinds& kinds) {
    std::vector<Tally> sum(1);
    with_kinds(kinds, rows, [&](auto kind_at) { add_up(sum, rows.size(), [](std::size_t) { return 0u; }, kind_at, kinds.facts.tally); });
    return sum.front();
}

Grouped group_rows(const Chosen& chosen, Axis axis, const Kinds& kinds) {
    const Lane lane = lane_on(chosen, axis, groups_at_most(chosen.table, axis) <= kMaxSparseGroups);
    std::vector<Tally> sums(lane.keys.size());
    with_slots(lane, chosen.rows, [&](auto slot_at) {
        with_kinds(kinds, chosen.rows, [&](auto kind_at) { add_up(sums, chosen.rows.size(), slot_at, kind_at, kinds.facts.tally); });
    });
    const auto positions = shown(lane, [&](std::size_t i) { return sums[i].n > 0; });
    Grouped grouped{axis, keys_at(lane, positions), {}};
    for (const auto i : positions) grouped.tallies.push_back(sums[i]);
    return grouped;
}

Pivot pivot_rows(const Chosen& chosen, Axis rows, Axis columns, const Kinds& kinds) {
    const Lanes lanes = lanes_on(chosen, rows, columns);
    if (lanes.cells() == 0) return {rows, columns, lanes.down.keys, lanes.across.keys, {}};
    std::vector<Tally> sums(lanes.cells());
    with_cells(lanes, chosen.rows, [&](auto cell_at) {
        with_kinds(kinds, chosen.rows, [&](auto kind_at) { add_up(sums, chosen.rows.size(), cell_at, kind_at, kinds.facts.tally); });
    });
    auto dense = without_empty(lanes, sums);
    return {rows, columns, std::move(dense.rows), std::move(dense.columns), std::move(dense.cells)};
}

CountPivot count_rows_by(const Chosen& chosen, Axis rows, Axis columns) {
    const Lanes lanes = lanes_on(chosen, rows, columns);
    if (lanes.cells() == 0) return {lanes.down.keys, lanes.across.keys, {}};
    std::vector<std::uint32_t> counts(lanes.cells());
    with_cells(lanes, chosen.rows, [&](auto cell_at) {
        for (std::size_t i = 0; i < chosen.rows.size(); ++i) ++counts[cell_at(i)];
    });
    auto dense = without_empty(lanes, counts);
    return {std::move(dense.rows), std::move(dense.columns), std::move(dense.cells)};
}

Tally total(const Table& table, const Filter& filter) {
    const Rows rows = matching_rows(table, filter);
    return total_of(rows, {facts_of(table, rows)});
}

Grouped group(const Table& table, const Filter& filter, Axis axis) {
    const Rows rows = with_hour(table, matching_rows(table, filter), axis, axis);
    return group_rows({table, rows, filter.basis, filter.period}, axis, {facts_of(table, rows)});
}

Pivot pivot(const Table& table, const Filter& filter, Axis rows, Axis columns) {
    const Rows chosen = with_hour(table, matching_rows(table, filter), rows, columns);
    return pivot_rows({table, chosen, filter.basis, filter.period}, rows, columns, {facts_of(table, chosen)});
}

CountPivot count_pivot(const Table& table, const Filter& filter, Axis rows, Axis columns) {
    const Rows chosen = with_hour(table, matching_rows(table, filter), rows, columns);
    return count_rows_by({table, chosen, filter.basis, filter.period}, rows, columns);
}

std::vector<Minute> reply_minutes(const Table& table, const Filter& filter) {
    std::vector<Minute> minutes;
    for (const auto row : matching_rows(table, filter)) {
        if (has(table.marks[row], Mark::Closed)) minutes.push_back(table.closed[row] - table.received[row]);
    }
    return minutes;
}

GroupedMinutes reply_minutes_by(const Table& table, const Filter& filter, Axis axis) {
    const Rows rows = with_hour(table, matching_rows(table, filter), axis, axis);
    auto lane = lane_on({table, rows, filter.basis, filter.period}, axis, false);
    std::vector<std::vector<Minute>> minutes(lane.keys.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (has(table.marks[rows[i]], Mark::Closed)) minutes[lane.slots[i]].push_back(table.closed[rows[i]] - table.received[rows[i]]);
    }
    return {std::move(lane.keys), std::move(minutes)};
}

}  // namespace problemator
