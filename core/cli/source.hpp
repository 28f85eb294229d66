// Source: what a command reads — a profile, exported files, or a snapshot that was made before.
#pragma once
#include <filesystem>
#include <string>

#include "core/app/assemble.hpp"
#include "core/cli/commands.hpp"

namespace problemator::cli {

struct ProfileText { Profile profile; std::string json; };

/// A built-in profile by id, or a file when the name ends in ".json" or has a slash.
Result<ProfileText> load_profile(const std::string& id_or_path);
/// The ground of the profile's municipality: the file that it names, or the GeoJSON of the same name beside it, or the built-in one.
/// Null when there is none. Says on stderr what was read.
Result<std::shared_ptr<const DistrictMap>> load_map(const std::string& id_or_path, const Profile& profile);
/// Reads and cleans the inputs with progress on stderr.
Result<Intake> load_inputs(const InputOptions& options, const Profile& profile, const Earlier& earlier = {});
Result<Snapshot> load_snapshot(const std::filesystem::path& path);
/// "2026-11-16" or "2026-11-16T08:00"; empty gives nothing.
Result<std::optional<Minute>> parse_as_of(const std::string& text);
Day today();

}  // namespace problemator::cli
