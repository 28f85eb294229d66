// Prior with its own uncertainty: from twenty departments nobody knows how much departments differ, and an interval that pretends to is too
// narrow (90 % instead of 95 on small counts, docs/methods.md). The shares' Beta prior is therefore averaged over a grid of its mean and worth,
// weighed by the beta-binomial likelihood and a uniform-shrinkage hyperprior (Christiansen & Morris 1997, JASA 92:618–632).
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/stats/finding.hpp"
#include "core/stats/shrinkage.hpp"

namespace problemator {

struct PriorMixture {
    struct Part { BetaPrior prior; double weight = 0; };
    std::vector<Part> parts;               // at most 16 × 9; weights sum to 1
};

/// Portions with n ≤ 0 or successes outside 0…n are left out; nullopt without any. Work: units × 144.
std::optional<PriorMixture> fit_prior_mixture(std::span<const Portion> portions);
/// What is known of one department's share: the Beta with the mean and variance of its posterior under the mixture. For score.hpp and ranks.hpp.
BetaPrior posterior_of(const Portion& portion, const PriorMixture& mixture);
/// Its mean and quantiles.
Interval shrunk_interval(const Portion& portion, const PriorMixture& mixture, double level = 0.95);

}  // namespace problemator
