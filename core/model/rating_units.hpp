// Rating units: what is counted about each department over a span, its score and where it stands.
#pragma once
#include <optional>

#include "core/model/scope.hpp"
#include "core/stats/ranks.hpp"
#include "core/stats/shrinkage.hpp"

namespace problemator {

inline constexpr double kWeightInTime = 0.5, kWeightComplete = 0.3, kWeightSatisfied = 0.2;
inline constexpr std::size_t kMaxUnits = 200;   // the largest; a rating of more helps nobody

struct RatingUnit {
    Code code = kNotGiven;
    Tally received, decided, closed;         // of the span, each on its own basis
    std::optional<Minute> median;            // Kaplan–Meier, with those still open
    std::optional<double> score;             // 0…100; absent: no answer with a deadline
    bool is_ranked = false;                  // enough answers with a deadline
    int place = 0;                           // 1 = best among the ranked; 0 otherwise
    RankRange range;
};

struct RatingUnits {
    std::vector<RatingUnit> units;           // ranked first by place, then the others by name
    Tally municipality;                      // on the decided basis
};

/// Departments of the filter over `period`. Ranks only with at least the profile's number of answers with a deadline.
RatingUnits rate_units(const Scope& scope, const Period& period);

}  // namespace problemator
