// The form behind «План по годам»: the plan of one indicator, a field a year.
#pragma once
#include "core/model/entry_form.hpp"
#include "core/model/state.hpp"
#include "core/model/world.hpp"

namespace problemator {

/// Of the state's opened indicator; without fields when there is none.
EntryForm plan_form(const World& world, const State& state);

}  // namespace problemator
