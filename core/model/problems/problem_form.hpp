// The form behind «Новая проблема» and «Записать причину»: which fields it has, what may be chosen, what stands in them already.
#pragma once
#include "core/model/entry_form.hpp"
#include "core/model/state.hpp"
#include "core/model/world.hpp"

namespace problemator {

/// Of the state's overlay: empty fields for a new problem, the opened problem's own for its cause. Without such a problem a new one.
EntryForm problem_form(const World& world, const State& state);

}  // namespace problemator
