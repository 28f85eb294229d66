// Double coordinates of scenes to the floats of Dear ImGui. What is not finite becomes 0, what is far away comes near:
// a scene made from hostile data never gives the rasterisers numbers that they cannot hold.
#pragma once
#include <algorithm>
#include <cmath>

#include "core/charts/scene.hpp"
#include "imgui.h"

namespace problemator::web {

inline float real(double v) { return std::isfinite(v) ? static_cast<float>(std::clamp(v, -1e6, 1e6)) : 0.0f; }
inline ImVec2 vec(double x, double y) { return {real(x), real(y)}; }
inline ImVec2 vec(Point p) { return vec(p.x, p.y); }

/// CSS px that one unit of ImGui's wheel stands for; the platform divides pixels by it.
inline constexpr double kWheelStep = 100;

}  // namespace problemator::web
