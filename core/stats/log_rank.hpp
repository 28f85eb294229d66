// Log-rank: do departments (or periods) close messages at the same speed? Mantel 1966, Cancer Chemother Rep 50:163–170;
// hypergeometric variance with ties; late entry enters the numbers at risk.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/kaplan_meier.hpp"

namespace problemator {

struct LogRankGroup { std::uint32_t group = 0; double n = 0, observed = 0, expected = 0; };   // closings
struct LogRank {
    double chi2 = 0, p = 1;
    int degrees = 0;
    std::vector<LogRankGroup> groups;      // ascending
};

inline constexpr std::size_t kMaxLogRankGroups = 300;   // the work is closing times × groups²

/// `group` beside each duration; the longer of the two is cut. p by χ² with (groups − 1) degrees. Withheld: fewer than 2 groups or
/// no closing while two groups are at risk (TooFewCounts), more than 300 groups (TooLarge). n = closings.
/// Good when no curve crosses another; the χ² needs some 5 expected closings per group.
Finding<LogRank> log_rank(std::span<const Duration> durations, std::span<const std::uint32_t> group);

/// One group against all the others together. `own`: n, observed, expected of the group; p by χ² with one degree.
struct AgainstRest { LogRankGroup own; double rest_expected = 0, chi2 = 0, p = 1; };
/// For every group what log_rank() of it and the rest says, all in one pass: the variance of a group's excess is the same however the rest is
/// parted. The work is closing times × groups. Withheld: nobody closed while the group and another one were at risk (TooFewCounts). n = closings of all.
std::map<std::uint32_t, Finding<AgainstRest>> log_rank_each(std::span<const Duration> durations, std::span<const std::uint32_t> group);

}  // namespace problemator
