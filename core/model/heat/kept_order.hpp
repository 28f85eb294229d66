// Kept order: the links to other weeks take the order of the shown matrix along, by ids. The file of another week orders its rows by its
// own week otherwise, and rows would move under the reader's eyes.
#pragma once
#include "core/model/frame/header_model.hpp"
#include "core/model/heat/heatmap_page.hpp"
#include "core/model/state.hpp"

namespace problemator {

/// For every link of the header to a week. Orders that no week changes (by name, by the profile) need no keeping.
void keep_order(HeaderModel& header, const HeatmapPage& page, const State& state);

}  // namespace problemator
