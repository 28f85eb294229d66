// Site: a snapshot becomes a folder that any static server can host, and one HTML file that opens by double-click.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/commands.hpp"
#include "core/model/reports/own_pages.hpp"
#include "core/seal/sealed.hpp"
#include "core/snapshot/privacy_check.hpp"

namespace problemator::cli {

/// app.js, fonts.css and import.json of the browser app; empty script = static pages only.
struct AppBundle { std::string script, style, import_pack; };

/// The browser app: `folder`, else $PROBLEMATOR_APP, else beside the program. An empty bundle when there is none.
Result<AppBundle> load_app(const std::string& folder);

struct SiteReport { std::vector<std::pair<std::string, std::uint64_t>> files; };   // name, bytes

/// A published snapshot is read with the recognisers first (core/cli/privacy.hpp): when anything personal is found that `allowed` does not
/// list, it is told and nothing is written (Fault::PersonalData). `sealed`: the same week with texts, sealed; it lies beside the data and the
/// page opens it with the key. Without it a sealed twin that an earlier build left of this week goes.
Result<SiteReport> write_site(const Snapshot& snapshot, const AppBundle& app, const std::filesystem::path& out, bool single_file, const AllowList& allowed, SealBytes sealed = {}, const OwnPages& own = {});
/// A site without a week: the page asks for exports, explains them, and opens `sample` on request.
Result<SiteReport> write_empty_site(const Snapshot& sample, const AppBundle& app, const std::filesystem::path& out);

}  // namespace problemator::cli
