// Case mix: a department is set against what others achieve on the same kind of messages; otherwise housing always loses to culture.
// Indirect standardisation (Breslow & Day 1987, IARC 82, ch. 2): expected = Σ over its messages of the peers' mean in the same stratum.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/poisson_interval.hpp"

namespace problemator {

enum class Peers : std::uint8_t {
    Others,    // all departments but this one: it is not its own yardstick
    All,       // everybody: then Σ observed = Σ expected over the municipality
};

enum class CaseMixInterval : std::uint8_t {
    Count,     // observed is a Poisson count over `expected` (kind below): too wide when overdue answers are no rarity
    Share,     // Wilson's interval of the department's own share over its expected share: for outcomes 0 and 1
    Amount,    // normal, by the variances of the strata: for times
};

/// The messages by columns of one length; columns of other lengths are cut to the shortest.
struct CaseMix {
    std::span<const std::uint32_t> unit;                     // department of each message
    std::vector<std::span<const std::uint32_t>> strata;      // topic, channel, month: the most telling first
    std::span<const double> outcome;                         // 1 overdue, 0 not; or a time. Messages without a finite one are left out
};

struct CaseMixOptions {
    double min_peers = 20;               // messages of peers that a stratum needs
    std::size_t kept_columns = 0;        // leading columns that pooling never drops: without peers there a message is left out
    Peers peers = Peers::Others;
    CaseMixInterval interval = CaseMixInterval::Share;
    CountInterval count = CountInterval::Exact;
};

struct CaseMixUnit {
    std::uint32_t unit = 0;
    std::size_t n = 0;                   // messages compared
    std::size_t pooled = 0;              // of those, by a coarser stratum than their own
    std::size_t left_out = 0;            // messages that nobody else has the like of
    double observed = 0, expected = 0;   // sums of outcomes
    double variance = 0;                 // of the observed sum by chance: Σ of the strata's variances
    Finding<Interval> ratio;             // observed / expected; withheld: nothing to compare with, or nothing expected
};

/// One entry per department, ascending. A stratum with too few messages of peers is widened by dropping its last column, then the
/// next, down to the whole municipality (or to `kept_columns`). Work: messages × columns.
std::vector<CaseMixUnit> case_mix(const CaseMix& messages, const CaseMixOptions& options = {});

}  // namespace problemator
