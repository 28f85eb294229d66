// The week before: the newest snapshot of a site's folder that is older than the one that is being built.
#pragma once
#include <filesystem>
#include <optional>

#include "core/snapshot/snapshot.hpp"

namespace problemator::cli {

/// nullopt when the folder has no older week. A file that cannot be read is told as a note and counts as none.
std::optional<Snapshot> previous_week(const std::filesystem::path& site, Week week);

}  // namespace problemator::cli
