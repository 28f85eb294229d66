// Touch: what a finger means. It covers 44 px, controls are 32 px tall and rows are narrow; so every target answers a finger in its
// neighbourhood of 44 px, and where two of them meet the nearer one does. Nothing is drawn otherwise and nothing overlaps.
#pragma once
#include <vector>

#include "core/charts/scene.hpp"

namespace problemator::web {

inline constexpr double kFinger = 44;

/// Where a finger at `at` presses: inside the target that it means, or where it is. `targets`: visible boxes in the order of drawing.
Point aim(const std::vector<Box>& targets, Point at);

}  // namespace problemator::web
