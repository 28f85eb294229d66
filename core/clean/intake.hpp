// Intake: exported files in, one clean set of messages out, with a report that accounts for every row.
#pragma once
#include <vector>

#include "core/base/calendar.hpp"
#include "core/clean/earlier.hpp"
#include "core/clean/geo_places.hpp"
#include "core/clean/record_set.hpp"
#include "core/import/import.hpp"
#include "core/schema/profile.hpp"
#include "core/schema/register.hpp"

namespace problemator {

struct Intake {
    RecordSet messages;
    ImportReport report;
    std::vector<Register> registers;             // sorted by form
    std::vector<std::uint32_t> file_numbers;     // Message::file of each report.files: a file that the earlier set had keeps its number
};

/// Reads every file, puts the profile's names and clocks in, merges by key. Bad rows and bad files are reported, the rest is kept.
/// Authors become salted codes that find repeats and are forgotten; texts are masked when options.mask_texts asks for it, and what was
/// found in them is counted in any case. One problem that came through two channels is one record.
/// Never fails as a whole: a file that cannot be read has `failure`. Messages are sorted by (received, channel, id).
/// `earlier`: messages and registers that stay in the set; importing the same files into it again changes nothing.
/// `own_places`: of the user's GeoJSON (read_geo_places).
Intake take_in(const std::vector<SourceFile>& files, const Profile& profile, const WorkCalendar& calendar, const ImportOptions& options, const Earlier& earlier = {},
               std::vector<GeoPlace> own_places = {});

}  // namespace problemator
