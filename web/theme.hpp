// Theme: design inks as Dear ImGui colours, and the few numbers of its style that we use.
#pragma once
#include <cstdint>

#include "core/charts/scene.hpp"

namespace problemator::web {

/// 0xAABBGGRR as ImDrawList wants it; Ink::None is fully transparent.
std::uint32_t colour(Ink ink, Theme theme, double opacity = 1);
/// No padding, no borders, no rounding of ImGui's own; anti-aliasing by geometry. Call once after CreateContext.
void set_plain_style();

inline constexpr double kTooltipDelay = 0.25;   // seconds

}  // namespace problemator::web
