// The municipality profiles and working calendars that are compiled into the program (data/municipalities, data/calendar).
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/calendar.hpp"
#include "core/base/embedded.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_municipalities();   // sorted by file name; written by cmake/embed.py
std::span<const EmbeddedFile> embedded_calendars();

/// The file "<id>.json" of `files`, or nullopt.
std::optional<EmbeddedFile> find_embedded(std::span<const EmbeddedFile> files, std::string_view id);
/// File names without ".json", in the order of `files`.
std::vector<std::string> embedded_ids(std::span<const EmbeddedFile> files);

/// Built-in profile by id. An unknown id is Fault::BadArgument, with the nearest known id as `expected`.
Result<Profile> builtin_profile(std::string_view id);
/// Built-in working calendar of Russia.
Result<WorkCalendar> builtin_calendar();

}  // namespace problemator
