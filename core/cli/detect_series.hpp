// DetectSeries: the weekly counts of a plain table, cell by cell, with no week left out.
#pragma once
#include <string>
#include <vector>

#include "core/base/time.hpp"
#include "core/cli/detect_command.hpp"
#include "core/cli/plain_table.hpp"

namespace problemator::cli {

struct DetectSeries {
    std::string cell;
    std::vector<std::string> dates;            // as written
    std::vector<double> counts;
    std::vector<std::vector<double>> regressors;   // columns as long as counts
    std::optional<Day> first_day;              // when the dates are days or ISO weeks
    std::int32_t step = 1;                     // days between two values, when there are days
};

/// Cells in the order of their first rows. Error: a column that is missing, a cell that is no number, a date that is neither a day
/// (2026-11-16), an ISO week (2026-W46) nor a whole number, or that does not follow the one before it: a week without messages is a row with 0.
Result<std::vector<DetectSeries>> series_of(const PlainTable& table, const DetectOptions& options);

}  // namespace problemator::cli
