// The drawer of a matrix cell: how unusual it is, what grew, its year of weeks, its newest messages.
#pragma once
#include <optional>

#include "core/model/heat/heatmap_page.hpp"
#include "core/model/heat/matrix_axes.hpp"

namespace problemator {

/// nullopt when nothing is selected, the ids are unknown, or the view has no drawer (weekday × hour).
std::optional<CellDrawer> build_drawer(const Scope& scope);

}  // namespace problemator
