// What the user says about his files himself: the options of build, check and query that stand in for guesses.
#pragma once
#include <span>
#include <string>

#include "core/import/import.hpp"

namespace problemator::cli {

struct OverrideOptions {
    std::string encoding, delimiter, channel_id, sheet, date_order;
    int header_row = 0;                        // 0: found by looking
};

/// A wrong word is an Error that names the option and the nearest right one.
Result<Overrides> read_overrides(const OverrideOptions& options, std::span<const Channel> user_channels);

}  // namespace problemator::cli
