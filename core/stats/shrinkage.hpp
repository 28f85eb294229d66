// Shrinkage: the share of a small department is pulled towards the municipality's, the more the fewer its answers.
// Empirical Bayes, beta-binomial prior by the method of moments (Casella 1985, Am Stat 39:83–87; the form of D. Robinson's ebbr).
#pragma once
#include <optional>
#include <vector>

#include "core/stats/finding.hpp"

namespace problemator {

struct Portion { double successes = 0, n = 0; };
struct BetaPrior { double alpha = 1, beta = 1; };

/// α = ((1 − m)/v − 1/m)·m², β = α·(1/m − 1). pre: 0 < m < 1, 0 < v < m(1 − m)
BetaPrior beta_from_moments(double mean, double variance);
/// Prior from the departments' shares: mean and between-department variance weighted by n, sampling variance taken off.
/// When the shares differ no more than chance does, the prior is worth 200 answers (nearly full pooling). nullopt without data.
std::optional<BetaPrior> fit_prior(const std::vector<Portion>& portions);
/// (x + α) / (n + α + β).
double shrunk_share(const Portion& portion, const BetaPrior& prior);
/// The shrunk share with the quantiles of its posterior Beta(x + α, n − x + β). It holds `level` on the average over departments like
/// these; a department far from all others is pulled in too much, which the funnel and Wilson's interval do not do.
Interval shrunk_interval(const Portion& portion, const BetaPrior& prior, double level = 0.95);

}  // namespace problemator
