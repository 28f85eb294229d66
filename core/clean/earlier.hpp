// Earlier: a set of messages that this week's exports are merged into. Its rows enter first, so that a newer row of the same key
// updates them, and a row that is there already changes nothing.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/schema/message.hpp"
#include "core/schema/register.hpp"

namespace problemator {

/// In Message::file while an import runs: the message came from this import's files, whose numbers are not known yet.
inline constexpr std::uint32_t kOfThisImport = 1u << 31;

struct EarlierFile { std::string name, channel, sha256; };

struct Earlier {
    std::function<bool(Message&)> next;          // fills the next message; false at the end. May be empty: there is no earlier set
    std::vector<EarlierFile> files;              // that Message::file of its messages counts
    std::vector<Register> registers;
};

}  // namespace problemator
