// rate: departments of a plain CSV with intervals, shrinkage, funnel and groups, so that anyone can check them with R or Python (docs/formats.md).
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/cli/console.hpp"

namespace problemator::cli {

struct RateOptions {
    std::string departments;                   // one row per department: department, n, events, and expected where known
    std::string messages;                      // or one row per message: department, outcome 0 or 1, and the strata
    std::vector<std::string> strata;           // columns of messages, the most telling first
    std::size_t kept = 0;                      // of those, never pooled away
    std::string peers = "others";              // others, all
    double min_peers = 20, min_figure = 5, min_colour = 10;
    std::string best = "low";                  // low: events are overdue answers; high: answers in time
    int draws = 2000;
    std::uint64_t seed = 1844;
    std::string out;                           // CSV to write; empty = to stdout
};

Exit run_rate(const RateOptions& options);

}  // namespace problemator::cli
