// Joins of registers to messages: a list of controlled messages becomes marks of the table.
#pragma once
#include <string>
#include <vector>

#include "core/schema/register.hpp"
#include "core/store/table.hpp"

namespace problemator {

struct ControlJoin {
    std::uint32_t marked = 0;                // messages that got the mark, those that had it from their source not among them
    std::vector<std::string> not_found;      // numbers of the list that no message has, or several; sorted, each once
};
/// Sets Mark::AutoControl where the register "auto_control" names a message by its number. A number that messages of several channels have
/// counts only with its channel (id or name). Numbers are compared as they stand in the table: before a snapshot is published.
/// Entries that found their message leave the register, which now says only what is left: the marks say the rest in fewer bytes.
ControlJoin join_auto_control(Table& table, std::vector<Register>& registers);

}  // namespace problemator
