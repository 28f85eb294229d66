// What the blocks of a paper are built from: the states that its links say, so that they can be counted in steps before it is shown.
#pragma once
#include <vector>

#include "core/model/pages.hpp"

namespace problemator {

/// The paper of «Отчёты» or «Разделы»; without parts where readers have no section yet. It counts nothing.
Paper report_paper(const World& world, const State& state);
Paper section_paper(const World& world, const State& state);
/// The states of the parts that are on, each once.
std::vector<State> paper_states(const Paper& paper, Lang lang);

}  // namespace problemator
