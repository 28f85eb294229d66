// A channel file whose rows are entries of a register: its rules name fields of the form ("entry": "held") instead of a message's.
#pragma once
#include <optional>

#include "core/base/json.hpp"
#include "core/import/channel.hpp"

namespace problemator {

/// Checks the rules of a register's channel against its form and marks as required what the form requires; the Error has the JSON path
/// and the nearest known word. `root`: the channel file.
std::optional<Error> bind_register(const JsonCursor& root, Channel& channel);

}  // namespace problemator
