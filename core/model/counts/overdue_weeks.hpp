// How many messages were overdue at the end of each past week: recomputed from deadlines and closing dates.
#pragma once
#include <cstdint>
#include <vector>

#include "core/model/scope.hpp"

namespace problemator {

/// Overdue at the end of each week from `first` to `last` (the snapshot's moment for its own week and later ones): due before that
/// moment, and neither closed before it nor finally answered without a date. Agrees with derive() at the snapshot's own moment.
std::vector<std::uint32_t> overdue_by_week(const Scope& scope, Week first, Week last);

}  // namespace problemator
