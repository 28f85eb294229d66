// The working screen of «Проблематор»: which problems are listed, the toolbar over them, and the protocol that is made of them.
#pragma once
#include <functional>

#include "core/model/problems/problem_list.hpp"

namespace problemator {

/// Judges the week of the state once and lends what the builders read.
void with_problems(const World& world, const State& state, const std::function<void(const ProblemMaker&)>& act);
/// Views, filters and the buttons.
void add_toolbar(ProblemsPage& page, const ProblemMaker& m);
/// Strip, rows and the opened card.
void add_register(ProblemsPage& page, const ProblemMaker& m);

}  // namespace problemator
