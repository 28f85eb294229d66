// Aalen–Johansen: how many messages end in each way by a given age — answered, redirected, withdrawn — with those still open.
// Counting a redirected message as open, or as answered, would both lie. Aalen & Johansen 1978, Scand J Stat 5:141–150;
// variance: delta method, Marubini & Valsecchi 1995, «Analysing Survival Data», 10.12.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

/// `ending` 0: still open at this age; 1, 2, 3… the way it ended. `entered` as in Duration.
struct Ending { std::int32_t minutes = 0; std::uint8_t ending = 0; std::int32_t entered = 0; };

struct IncidenceStep {
    std::int32_t minutes = 0;
    double share = 0, error = 0;           // share that ended in this way by now, standard error
    double low = 0, high = 1;              // 95 %, log-log
};
struct Incidence { std::uint8_t ending = 0; std::size_t n = 0; std::vector<IncidenceStep> steps; };

/// One curve per ending that occurs, ascending; a step at each time when this ending occurs. Shares of all endings and of the still open sum to 1.
/// Work: n log n + times × endings.
std::vector<Incidence> aalen_johansen(std::span<const Ending> endings);

}  // namespace problemator
