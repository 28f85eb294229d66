#include "core/model/heat/matrix_counts.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr std::size_t kNotShown = SIZE_MAX;

/// Where the keys of a count stand among the shown lines.
std::vector<std::size_t> places_of(const std::vector<std::int32_t>& keys, const MatrixAxis& axis) {
    std::vector<std::size_t> out;
    out.reserve(keys.size());
    for (const std::int32_t key : keys) out.push_back(axis.find(key).value_or(kNotShown));
    return out;
}

// Of two dictionaries whose product is too large for a table: the shown lines are counted alone, the margins by themselves.
void keep_lines(Filter& filter, const MatrixAxis& axis) {
    if (!is_dimension(axis.axis)) return;
    auto& keep = filter.keep[static_cast<std::size_t>(axis.axis)];
    keep.clear();
    for (const auto& line : axis.lines) keep.push_back(static_cast<Code>(line.key));
    std::sort(keep.begin(), keep.end());
}

void add_cells(MatrixCounts& counts, const Pivot& found, const MatrixAxes& axes, bool with_margins) {
    const auto rows = places_of(found.rows, axes.rows), columns = places_of(found.columns, axes.columns);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Tally& tally = found.at(r, c);
            if (tally.n == 0) continue;
            if (rows[r] != kNotShown && columns[c] != kNotShown) counts.cells[rows[r] * axes.columns.lines.size() + columns[c]] = tally;
            if (!with_margins) continue;
            if (rows[r] != kNotShown) counts.rows[rows[r]] += tally;
            if (columns[c] != kNotShown) counts.columns[columns[c]] += tally;
            counts.total += tally;
        }
    }
}

void add_margin(std::vector<Tally>& margin, const Table& table, const Filter& filter, const MatrixAxis& axis) {
    const Grouped found = group(table, filter, axis.axis);
    for (std::size_t i = 0; i < found.keys.size(); ++i)
        if (const auto line = axis.find(found.keys[i])) margin[*line] = found.tallies[i];
}

}  // namespace

MatrixCounts count_matrix(const Table& table, const Filter& filter, const MatrixAxes& axes) {
    MatrixCounts counts;
    counts.rows.resize(axes.rows.lines.size());
    counts.columns.resize(axes.columns.lines.size());
    counts.cells.resize(counts.rows.size() * counts.columns.size());
    const Pivot all = pivot(table, filter, axes.rows.axis, axes.columns.axis);
    const bool is_too_large = all.tallies.empty() && count_rows(table, filter) > 0;
    if (!is_too_large) {
        add_cells(counts, all, axes, true);
        return counts;
    }
    Filter shown = filter;
    keep_lines(shown, axes.rows);
    keep_lines(shown, axes.columns);
    add_cells(counts, pivot(table, shown, axes.rows.axis, axes.columns.axis), axes, false);
    add_margin(counts.rows, table, filter, axes.rows);
    add_margin(counts.columns, table, filter, axes.columns);
    counts.total = total(table, filter);
    return counts;
}

}  // namespace problemator
