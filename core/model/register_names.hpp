// Names of registers: which topics and which territory an entry means, by the names and aliases of the profile.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/world.hpp"

namespace problemator {

/// The cell of a field; empty where the form has no such field.
RegisterCell entry_cell(const Register& entries, std::string_view field, std::size_t row);
/// Codes of the topics that a cell names, parted by «;»; the name of a block stands for all its topics. Sorted.
std::vector<Code> topics_named(const World& world, std::string_view cell);
/// kNotGiven: the cell is blank. nullopt: a name that the profile does not know.
std::optional<Code> territory_named(const World& world, std::string_view cell);

}  // namespace problemator
