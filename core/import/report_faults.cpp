// Faults of a table by kind: a file with a million bad rows says the same in one line each.
#include <algorithm>

#include "core/import/import_report.hpp"

namespace problemator {

void count_fault(std::vector<FaultCount>& counts, const Error& error) {
    const auto is_same = [&](const FaultCount& known) { return known.fault == error.fault && known.column == error.place.column; };
    auto known = std::find_if(counts.begin(), counts.end(), is_same);
    if (known == counts.end()) known = counts.insert(counts.end(), {.fault = error.fault, .column = error.place.column, .count = 0, .first = {}});
    ++known->count;
    if (known->first.size() < kFirstRows) known->first.push_back(error.place.row);
}

}  // namespace problemator
