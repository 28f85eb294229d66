// Matrix: rows × columns of one period with margins, measures, surges and the order of the reader's choice.
#pragma once
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/heat/matrix_axes.hpp"
#include "core/model/heat/matrix_model.hpp"

namespace problemator {

/// What surges say about the matrix as a whole: for the verdict above it.
struct MatrixAlarms {
    std::size_t surges = 0;
    double excess = 0;                       // messages above the norm in surging cells
    std::optional<std::size_t> largest;      // index into cells: the one with the most excess
    double largest_excess = 0;
};

struct BuiltMatrix { Matrix matrix; MatrixAlarms alarms; MatrixAxes axes; };

/// The matrix of the state's measure and order in the given view.
BuiltMatrix build_matrix(const Scope& scope, MatrixView view);

}  // namespace problemator
