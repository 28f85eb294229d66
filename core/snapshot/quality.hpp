// The import report of a snapshot: one optional section of JSON, so that whoever opens the file sees what it was made of.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.hpp"
#include "core/schema/quality.hpp"

namespace problemator {

/// The same report gives the same text.
std::string quality_json(const QualityReport& report);
/// Checks every type, number and week; a member that is not there has its default, so that the section may grow. Memory is bounded
/// by the size of `json`. The Error has the path.
Result<QualityReport> read_quality(std::string_view json, std::string_view file_name);
/// What a published snapshot must not hold: hides names that look like a person's and are not the profile's own, masks names of files.
/// Counts stay: hidden names of one dimension become one.
void drop_personal_quality(QualityReport& report, std::string_view profile_json);
/// Every name that a file brought along, with where it stands: what `check --privacy` reads.
std::vector<std::pair<std::string, std::string_view>> names_in_quality(const QualityReport& report);

}  // namespace problemator
