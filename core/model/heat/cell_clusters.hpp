// Clusters of a cell: messages of it that say the same, the step between its sub-topics and its messages.
#pragma once
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// `rows` lists the messages of the cell, `filter` is the same. Clusters are found among all messages of the cell's blocks in its period,
/// so that another filter narrows their rows and never changes what they are.
void add_clusters(CellDrawer& drawer, const Scope& scope, const State& rows, const Filter& filter);

}  // namespace problemator
