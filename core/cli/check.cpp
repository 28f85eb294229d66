// check: the import report alone — what was understood, what was not, and where.
#include <algorithm>

#include "core/cli/files.hpp"
#include "core/cli/source.hpp"
#include "core/cli/suggest_command.hpp"

namespace problemator::cli {
namespace {

bool has_trouble(const ImportReport& report) {
    return std::any_of(report.files.begin(), report.files.end(), [](const FileReport& f) { return f.failure || f.rows_rejected > 0; });
}

bool has_messages(const Intake& intake) { return !intake.messages.empty(); }

Result<Nothing> write_rejects(const ImportReport& report, const std::string& folder) {
    for (const FileReport& f : report.files) {
        if (f.rejects_csv.empty()) continue;
        TRY(const Nothing written, write_file(std::filesystem::path{folder} / (f.name + ".rejects.csv"), f.rejects_csv));
        (void)written;
    }
    return Nothing{};
}

/// What --previous asks for: how the set changed since that snapshot.
Result<SetChange> change_since(const std::string& previous, const Intake& intake, const ProfileText& profile, std::optional<Minute> as_of) {
    if (previous.empty()) return SetChange{};
    TRY(const Snapshot before, load_snapshot(previous));
    TRY(Assembled now, assemble(intake, profile.profile, profile.json, {.as_of = as_of, .today = today(), .is_published = before.info.is_published, .earlier_inputs = {}}));
    compare_with(now, before.table);
    return now.change;
}

Result<Exit> check(const CheckOptions& options) {
    TRY(const ProfileText profile, load_profile(options.input.profile));
    TRY(const auto as_of, parse_as_of(options.input.as_of));
    TRY(Intake intake, load_inputs(options.input, profile.profile));
    TRY(intake.report.change, change_since(options.previous, intake, profile, as_of));
    print(options.json ? report_json(intake.report) : report_text(intake.report, language()));
    if (!options.rejects.empty()) {
        TRY(const Nothing written, write_rejects(intake.report, options.rejects));
        (void)written;
    }
    if (!has_messages(intake)) return Exit::Failed;
    return has_trouble(intake.report) ? Exit::WithRejects : Exit::Ok;
}

}  // namespace

Exit run_check(const CheckOptions& options) {
    if (!options.suggest.empty()) return run_suggest({.file = options.suggest, .out = options.suggest_out, .json = options.json, .overrides = options.input.overrides});
    return finish(check(options));
}

}  // namespace problemator::cli
