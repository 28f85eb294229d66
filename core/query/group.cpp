// Group and pivot: one increment per row in a histogram [group][fact code]; tallies are made of it at the end.
#include <algorithm>
#include <limits>

#include "core/query/facts.hpp"
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

/// Sums of the kinds of rows per group. A histogram pays when it is not much larger than the rows; else rows are added one by one.
std::vector<Tally> tallies_of(std::size_t groups, const std::vector<std::uint32_t>& group_of, const std::vector<Tally>& kinds,
                              const std::vector<std::uint16_t>& codes) {
    std::vector<Tally> sums(groups);
    if (groups * kinds.size() > std::max<std::size_t>(4 * group_of.size(), 1u << 12)) {
        for (std::size_t i = 0; i < group_of.size(); ++i) sums[group_of[i]] += kinds[codes[i]];
        return sums;
    }
    std::vector<std::uint32_t> histogram(groups * kinds.size());
    for (std::size_t i = 0; i < group_of.size(); ++i) ++histogram[group_of[i] * kinds.size() + codes[i]];
    for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            const std::uint32_t times = histogram[group * kinds.size() + kind];
            if (times > 0) add_times(sums[group], kinds[kind], times);
        }
    }
    return sums;
}

/// Numbers of the cells of a pivot, by rows; empty keys when there would be too many cells.
struct Cells { std::vector<std::int32_t> rows, columns; std::vector<std::uint32_t> of_row; };

Cells cells_of(const Chosen& chosen, Axis row_axis, Axis column_axis) {
    auto down = slots_on(chosen.table, chosen.rows, row_axis, chosen.basis, chosen.period);
    const auto across = slots_on(chosen.table, chosen.rows, column_axis, chosen.basis, chosen.period);
    if (down.keys.size() * across.keys.size() > kMaxCells) return {};
    const auto width = static_cast<std::uint32_t>(across.keys.size());
    for (std::size_t i = 0; i < down.of_row.size(); ++i) down.of_row[i] = down.of_row[i] * width + across.of_row[i];
    return {std::move(down.keys), across.keys, std::move(down.of_row)};
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    add_times(*this, other, 1);
    return *this;
}

Tally total_of(const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes) {
    std::vector<std::uint32_t> times(kinds.size());
    for (const auto code : codes) ++times[code];
    Tally sum;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) add_times(sum, kinds[kind], times[kind]);
    return sum;
}

Grouped group_rows(const Chosen& chosen, Axis axis, const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes) {
    auto slots = slots_on(chosen.table, chosen.rows, axis, chosen.basis, chosen.period);
    auto tallies = tallies_of(slots.keys.size(), slots.of_row, kinds, codes);
    return {axis, std::move(slots.keys), std::move(tallies)};
}

Pivot pivot_rows(const Chosen& chosen, Axis rows, Axis columns, const std::vector<Tally>& kinds, const std::vector<std::uint16_t>& codes) {
    auto cells = cells_of(chosen, rows, columns);
    auto tallies = tallies_of(cells.rows.size() * cells.columns.size(), cells.of_row, kinds, codes);
    return {rows, columns, std::move(cells.rows), std::move(cells.columns), std::move(tallies)};
}

CountPivot count_rows_by(const Chosen& chosen, Axis rows, Axis columns) {
    auto cells = cells_of(chosen, rows, columns);
    std::vector<std::uint32_t> counts(cells.rows.size() * cells.columns.size());
    for (const auto cell : cells.of_row) ++counts[cell];
    return {std::move(cells.rows), std::move(cells.columns), std::move(counts)};
}

Tally total(const Table& table, const Filter& filter) {
    const Facts facts = facts_of(table, matching_rows(table, filter));
    return total_of(facts.tally, facts.code);
}

Grouped group(const Table& table, const Filter& filter, Axis axis) {
    const Rows rows = with_hour(table, matching_rows(table, filter), axis, axis);
    const Facts facts = facts_of(table, rows);
    return group_rows({table, rows, filter.basis, filter.period}, axis, facts.tally, facts.code);
}

Pivot pivot(const Table& table, const Filter& filter, Axis rows, Axis columns) {
    const Rows chosen = with_hour(table, matching_rows(table, filter), rows, columns);
    const Facts facts = facts_of(table, chosen);
    return pivot_rows({table, chosen, filter.basis, filter.period}, rows, columns, facts.tally, facts.code);
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
    auto slots = slots_on(table, rows, axis, filter.basis, filter.period);
    std::vector<std::vector<Minute>> minutes(slots.keys.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (has(table.marks[rows[i]], Mark::Closed)) minutes[slots.of_row[i]].push_back(table.closed[rows[i]] - table.received[rows[i]]);
    }
    return {std::move(slots.keys), std::move(minutes)};
}

}  // namespace problemator
