// Matrix counts: cells, margins and total of a matrix, all from one pass over its rows.
#pragma once
#include "core/model/heat/matrix_axes.hpp"

namespace problemator {

struct MatrixCounts {
    std::vector<Tally> cells, rows, columns;   // cells row by row; margins count also what has no cell of its own
    Tally total;
};

/// Counts of the filter's rows by the shown lines of both axes.
MatrixCounts count_matrix(const Table& table, const Filter& filter, const MatrixAxes& axes);
/// The same of other weeks than the axis shows: `base_of` says which week stands for a shown one.
template <class BaseOf>
MatrixAxes with_base_weeks(MatrixAxes axes, const BaseOf& base_of) {
    for (MatrixAxis* axis : {&axes.rows, &axes.columns})
        if (axis->axis == Axis::Week)
            for (AxisLine& line : axis->lines) line.key = base_of(line.key);
    return axes;
}

}  // namespace problemator
