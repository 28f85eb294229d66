// Matrix signals: the norm and the threshold of every cell, where its week is over and can be judged.
#pragma once
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/heat/matrix_axes.hpp"

namespace problemator {

struct JudgedCell { Signal signal; int threshold = 0; };

/// One per cell, row by row; without a norm where there is none: a view by hours, a brushed period, a running week, too little history.
std::vector<JudgedCell> judge_matrix(const Scope& scope, const MatrixAxes& axes);

}  // namespace problemator
