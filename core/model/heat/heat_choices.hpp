// Choices that all views of «Тепловая карта» share: the views themselves and the measures.
#pragma once
#include "core/model/figure.hpp"
#include "core/model/state.hpp"

namespace problemator {

std::vector<Choice> heat_views(const State& state);
std::vector<Choice> heat_measures(const State& state);

}  // namespace problemator
