// Intake: exported files in, one clean set of messages out, with a report that accounts for every row.
#pragma once
#include <vector>

#include "core/base/calendar.hpp"
#include "core/import/import.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

struct Intake { std::vector<Message> messages; ImportReport report; };

/// Reads every file, puts the profile's names and clocks in, merges by key. Bad rows and bad files are reported, the rest is kept.
/// Never fails as a whole: a file that cannot be read has `failure`. Messages are sorted by (received, channel, id).
Intake take_in(const std::vector<SourceFile>& files, const Profile& profile, const WorkCalendar& calendar, const ImportOptions& options);

}  // namespace problemator
