// snapshot: exports become a snapshot file, as the page makes one of dropped files — for analysts, not for publishing.
#include "core/cli/files.hpp"
#include "core/cli/source.hpp"

namespace problemator::cli {
namespace {

Result<std::optional<Snapshot>> load_earlier(const std::string& path) {
    if (path.empty()) return std::optional<Snapshot>{};
    TRY(Snapshot snapshot, load_snapshot(path));
    return std::optional<Snapshot>{std::move(snapshot)};
}

Result<Exit> make_snapshot(const SnapshotOptions& options) {
    TRY(const ProfileText profile, load_profile(options.input.profile));
    TRY(const auto as_of, parse_as_of(options.input.as_of));
    TRY(const auto into, load_earlier(options.into));
    TRY(const Intake intake, load_inputs(options.input, profile.profile, into ? earlier_of(*into) : Earlier{}));
    AssembleOptions wish{.as_of = as_of, .today = today(), .is_published = options.published, .earlier_inputs = {}};
    TRY(wish.map, load_map(options.input.profile, profile.profile));
    if (into) wish.earlier_inputs = into->info.inputs;
    TRY(Assembled assembled, assemble(intake, profile.profile, profile.json, wish));
    if (into) compare_with(assembled, into->table);
    const std::vector<std::uint8_t> bytes = write_snapshot(assembled.snapshot);
    TRY(const Nothing written, write_file(options.out, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    (void)written;
    ImportReport report = intake.report;
    report.change = assembled.change;
    print(report_text(report, language()));
    return Exit::Ok;
}

}  // namespace

Exit run_snapshot(const SnapshotOptions& options) {
    return finish(make_snapshot(options));
}

}  // namespace problemator::cli
