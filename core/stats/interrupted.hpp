// Interrupted: did a measure change the weekly counts? Segmented quasi-Poisson regression,
// ln μ = β₀ + β₁·t + β₂·D + β₃·(t − t₀)·D + season: the level jumps by exp(β₂) at the measure, the slope changes by exp(β₃) a week.
// Wagner et al. 2002, J Clin Pharm Ther 27:299–309; Bernal, Cummins & Gasparrini 2017, Int J Epidemiol 46:348–355.
// It says what changed then, not why: anything else of that week is in it too. Against R glm: tests/unit/stats/interrupted.cpp.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct InterruptedOptions {
    std::size_t harmonics = 0;                 // pairs of sine and cosine; 1 or 2 with at least two years
    double period = 52.1775;                   // weeks
    std::size_t min_weeks = 12;                // on either side
    double alpha = 0.05;                       // of the intervals
};

struct Interrupted {
    Interval level;                            // ratio: just after the measure to what the weeks before led to
    Interval slope;                            // ratio of the weekly growth after to that before
    Interval slope_before;                     // weekly growth before, as a ratio
    double level_p = 1, slope_p = 1;           // of Student's t
    double dispersion = 1;                     // at least 1: counts are never surer than Poisson's
};

/// `start`: index of the first week with the measure. `regressors`: columns as long as `counts`. n = weeks.
/// TooFewPeriods: fewer than min_weeks on a side. TooFewCounts: a side without messages.
/// NoVariation: the change cannot be told from the season or the regressors. NotConverged: no finite fit.
Finding<Interrupted> interrupted(std::span<const double> counts, std::size_t start, const InterruptedOptions& options = {},
                                 std::span<const std::vector<double>> regressors = {});

}  // namespace problemator
