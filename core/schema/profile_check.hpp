// check_profile: what a single member cannot know — ids and aliases are unique, and every reference points at something.
#pragma once
#include <optional>
#include <string_view>

#include "core/schema/profile.hpp"

namespace problemator {

/// The first mistake in file order, with the JSON path of the value; nullopt when the profile holds together.
std::optional<Error> check_profile(const Profile& profile, std::string_view file_name);

}  // namespace problemator
