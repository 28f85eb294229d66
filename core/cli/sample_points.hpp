// Points of the synthetic messages: a made-up street plan around the profile's settlement points. Whole numbers only, so that every
// platform writes the same digits; nothing is drawn at random, so that the rest of the samples stays as it was.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/schema/profile.hpp"

namespace problemator::cli {

struct SamplePoint { std::string lat, lon; };            // "62.458123"

/// Where `street`, `house` of the territory stands. `weight`: how large the settlement is, as in SampleWorld. A territory whose point the
/// profile does not know stands at an invented one, 14–46 km off the middle of the known ones. Nullopt for one message in six, as addresses
/// that no map finds, and where the profile knows no point at all. `number`: of the message.
std::optional<SamplePoint> sample_point(const Profile& profile, const Territory& territory, std::uint32_t weight, std::string_view street, std::string_view house, std::uint64_t number);

}  // namespace problemator::cli
