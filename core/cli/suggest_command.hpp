// check --suggest: a first mapping for an export that no channel knows, for a person to look through.
#pragma once
#include <string>

#include "core/cli/console.hpp"
#include "core/cli/overrides.hpp"

namespace problemator::cli {

struct SuggestOptions {
    std::string file;
    std::string out;                           // mapping file to write; empty = to stdout
    bool json = false;                         // columns with confidences and alternatives, for programs
    OverrideOptions overrides;
};

Exit run_suggest(const SuggestOptions& options);

}  // namespace problemator::cli
