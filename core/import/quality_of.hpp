// quality_of: an import report without the contents of cells, as it goes into a snapshot.
#pragma once
#include "core/import/import_report.hpp"
#include "core/schema/quality.hpp"

namespace problemator {

/// The same numbers. Pieces of refused cells and the table of rejects stay behind; names are as they were found, so a published
/// snapshot hides those that look like persons (drop_personal_quality).
QualityReport quality_of(const ImportReport& report);

}  // namespace problemator
