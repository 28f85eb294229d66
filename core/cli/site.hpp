// Site: a snapshot becomes a folder that any static server can host, and one HTML file that opens by double-click.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/commands.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator::cli {

struct AppBundle { std::string script, style; };        // app.js and fonts.css of the browser app; empty script = static pages only

/// The browser app: `folder`, else $PROBLEMATOR_APP, else beside the program. An empty bundle when there is none.
Result<AppBundle> load_app(const std::string& folder);

struct SiteReport { std::vector<std::pair<std::string, std::uint64_t>> files; };   // name, bytes

Result<SiteReport> write_site(const Snapshot& snapshot, const AppBundle& app, const std::filesystem::path& out, bool single_file);

}  // namespace problemator::cli
