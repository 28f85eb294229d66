// Assemble: messages that were taken in become a snapshot — the same steps in the CLI and in the browser.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/clean/intake.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {

struct AssembleOptions {
    std::optional<Minute> as_of;   // moment of the snapshot; absent = the midnight after the last message
    Day today = INT32_MAX;         // dates after it are typing errors and never set the default `as_of`
    bool is_published = true;      // drop texts, exact points and everything else about persons
    std::vector<InputFile> earlier_inputs{}; // of the set that the import was merged into, see Earlier
    PublishedTexts texts = PublishedTexts::Dropped;   // of a published snapshot
    std::shared_ptr<const DistrictMap> map{};        // the ground, see read_district_map
};

struct Assembled {
    Snapshot snapshot;
    std::size_t rows_after_as_of = 0;   // left out: received at or after `as_of`
    SetChange change;                   // see compare_with
};

/// Fault::NoRows when nothing was received before `as_of`.
/// A message closed after `as_of` is open in the snapshot: the file shows the world as it was at that moment.
Result<Assembled> assemble(const Intake& intake, const Profile& profile, std::string profile_json, const AssembleOptions& options);

/// Says in the snapshot's report how the set changed since `previous`. pre: both are published, or both are not
void compare_with(Assembled& assembled, const Table& previous);
/// The messages and registers of an open snapshot, for exports to be merged into. The snapshot must outlive the import.
Earlier earlier_of(const Snapshot& snapshot);

}  // namespace problemator
