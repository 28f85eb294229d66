// Candidates for automatic rules: topics, or topics of one settlement, that practically always go to the same department — a person need not
// send them — and among those the ones that are solved so quickly and evenly that they suit the fast track.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct SentMessage {
    std::uint32_t topic = 0, settlement = 0, department = 0;   // codes of the caller; 0 = unknown. Without a topic or a department it is not counted
    std::optional<double> days;                                // from receipt to closing; empty while open
};

struct CandidateLimits {
    std::size_t least_messages = 30;
    double least_share = 0.9;              // lower 95 % bound (Wilson) of the share that goes to the department
    double most_median_days = 5;           // of the fast track: half are closed by then, open ones counted as not yet
    double most_spread_days = 5;           // of the fast track: between the quarters
};

struct RuleCandidate {
    std::uint32_t topic = 0, settlement = 0, department = 0;   // settlement 0: the topic everywhere
    std::size_t n = 0, sent = 0;                               // messages; those of them that went to the department
    Interval share;
    std::optional<double> median_days, spread_days;            // empty when too many are open to tell
    bool suits_fast_track = false;
};

/// The most messages first, then by topic and settlement. A settlement is told only where it says more than its topic does.
std::vector<RuleCandidate> find_rule_candidates(std::span<const SentMessage> messages, const CandidateLimits& limits = {});

}  // namespace problemator
