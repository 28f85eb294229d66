#include "core/cli/previous.hpp"

#include "core/base/format.hpp"
#include "core/cli/console.hpp"
#include "core/cli/manifest.hpp"
#include "core/cli/source.hpp"

namespace problemator::cli {

std::optional<Snapshot> previous_week(const std::filesystem::path& site, Week week) {
    const auto manifest = read_manifest(site / "data" / "manifest.js");
    if (!manifest) return std::nullopt;   // write_site says what is wrong with it
    for (const ManifestWeek& entry : manifest->weeks) {
        if (entry.week >= week) continue;
        auto snapshot = load_snapshot(site / "data" / (format_week_key(entry.week) + ".pmsnap"));
        if (snapshot) return *std::move(snapshot);
        note(describe(snapshot.error(), language()));
        return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace problemator::cli
