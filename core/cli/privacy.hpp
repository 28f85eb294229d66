// Privacy: proves that what is published names nobody — a site's folder, one of its files, or the files that `build` is about to write.
#pragma once
#include <string>
#include <string_view>

#include "core/cli/commands.hpp"
#include "core/snapshot/privacy_check.hpp"

namespace problemator::cli {

/// Reads one file of a site by its form: snapshot, data script, page, manifest, JSON, text. The program itself (app.js and what belongs to
/// it) is no data and is passed over; a file of another kind is told in `unread`.
void scan_site_file(PrivacyScan& scan, const std::string& name, std::string_view bytes);

/// The allow-list of --allow-personal; an empty one without a file.
Result<AllowList> load_allow_list(const std::string& path);

std::string privacy_text(const PrivacyReport& report);
std::string privacy_json(const PrivacyReport& report);

/// Fault::PersonalData with what to do, when the report is not clean.
Result<Nothing> require_clean(const PrivacyReport& report);

/// check --privacy
Exit run_privacy_check(const CheckOptions& options);

}  // namespace problemator::cli
