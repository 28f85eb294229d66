// Filter bar: what narrows a screen, in words. Every screen says it, says which filters it does not follow and why, and when nothing
// is left offers to take each filter off, with the number of messages that this brings back.
#pragma once
#include "core/model/frame/filter_model.hpp"
#include "core/model/scope.hpp"

namespace problemator {

FilterBar build_filter_bar(const Scope& scope);
/// The filters alone, each with the link that takes it off.
std::vector<Chip> build_chips(const Scope& scope);
/// The state without filters: same screen, view, language and comparison.
State without_filters(const State& state);
/// What removing each filter would bring back, the largest first. Empty when something passes.
std::vector<FilterBar::Remedy> build_remedies(const Scope& scope);

/// Filters that a screen follows besides the names of dimensions.
struct Followed { bool period = true, marks = true, basis = true, names = true; };
Followed followed_by(Screen screen);

}  // namespace problemator
