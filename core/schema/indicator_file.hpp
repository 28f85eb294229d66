// Indicators: those of a profile, and those of data/indicators — one file each, for every municipality that it names (docs/formats.md).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/embedded.hpp"
#include "core/base/json.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// An indicator as a profile has it.
Result<Indicator> read_indicator(const JsonCursor& object);
/// The first term that parse_term() refuses; place.column is ".numerator", ".denominator" or ".also.denominator".
std::optional<Error> wrong_term(const Indicator& indicator);

struct IndicatorFile {
    Indicator indicator;
    std::vector<std::string> municipalities;   // ids of profiles; "*" = all
};
/// A file of data/indicators, its terms checked. The Error's place.column is the path of the value.
Result<IndicatorFile> read_indicator_file(std::string_view json, std::string_view file_name);

std::span<const EmbeddedFile> embedded_indicators();   // sorted by file name; written by cmake/embed.py
/// Those of the program's own files that name the municipality, in the order of their names. A file that cannot be read adds nothing (tests read them all).
std::vector<Indicator> own_indicators(std::string_view municipality);

}  // namespace problemator
