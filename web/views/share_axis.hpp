// The common scale of the share answered in time: the dots of every row stand on it, its marks stand over the column.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kShareLow = 0.25, kShareHigh = 1;

/// Marks of dot_interval's grid over its column, in percent; those that would touch are left out.
void draw_share_axis(Ui& ui, double left, double width, double y, Weight weight);

}  // namespace problemator::web
