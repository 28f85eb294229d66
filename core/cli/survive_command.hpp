// survive: time to closing of a plain CSV, with those still open, late entry and other endings, to be checked with R's survfit and survdiff.
#pragma once
#include <string>
#include <vector>

#include "core/cli/console.hpp"

namespace problemator::cli {

struct SurviveOptions {
    std::string durations;                     // time, event (0 still open, 1 closed, 2… other endings)
    std::string group, entry;                  // names of columns; empty = none
    std::string show = "curve";                // one of kSurviveShows
    std::vector<double> shares = {0.25, 0.5, 0.75, 0.9};
    std::string out;                           // CSV to write; empty = to stdout
};

inline constexpr const char* kSurviveShows[] = {"curve", "quantiles", "logrank", "incidence"};

Exit run_survive(const SurviveOptions& options);

}  // namespace problemator::cli
