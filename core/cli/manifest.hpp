// Manifest: which weeks a site holds. data/manifest.js is one call with JSON inside, so that it loads without fetch.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace problemator::cli {

struct ManifestWeek {
    Week week = 0;
    std::string as_of{}, checksum{}, sha256{};   // moment of the snapshot; short and full checksum of its bytes
    std::uint64_t bytes = 0, messages = 0;     // of the snapshot; received in its week
    bool is_sealed = false;                    // <week>.seal.js holds the same week with texts, for those who have the key
};

struct Manifest { std::string profile_id, name_ru, name_en; std::vector<ManifestWeek> weeks; };   // weeks: newest first

/// The manifest of a site's folder; an empty one when there is none yet.
Result<Manifest> read_manifest(const std::filesystem::path& file);
/// Adds the week or replaces it.
void put_week(Manifest& manifest, ManifestWeek week);
std::string manifest_script(const Manifest& manifest);

}  // namespace problemator::cli
