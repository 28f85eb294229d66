// cluster: clusters of messages and candidates for automatic rules from a plain CSV of messages (columns: docs/formats.md).
#pragma once
#include <string>

#include "core/cli/console.hpp"
#include "core/stats/auto_rule_candidates.hpp"
#include "core/stats/clusters.hpp"

namespace problemator::cli {

struct ClusterOptions {
    std::string messages, what = "clusters", out;   // what: one of kClusterTables; out: CSV to write; empty = to stdout
    ClusterLimits limits;
    int apart_days = 60, repeat_days = 30;
    CandidateLimits rules;
};

inline constexpr const char* kClusterTables[] = {"clusters", "members", "rules"};

Exit run_cluster(const ClusterOptions& options);

}  // namespace problemator::cli
