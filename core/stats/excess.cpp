#include "core/stats/excess.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "core/base/stable_order.hpp"

namespace problemator {
namespace {

constexpr double kClose = 1e-9, kMoreThanNorm = 0.05;   // a coverage 5 points above the share of the norm is concentration

double finite(double v) { return std::isfinite(v) ? std::clamp(v, -1e15, 1e15) : 0; }

std::vector<ExcessPart> risen_children(std::span<const ExcessChild> children) {
    std::vector<ExcessPart> parts;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const double excess = finite(children[i].observed) - finite(children[i].expected);
        if (excess > 0) parts.push_back({i, excess, 0});
    }
    sort_stably(parts, [](const ExcessPart& a, const ExcessPart& b) { return a.excess > b.excess; });
    return parts;
}

void keep_enough(ExcessSplit& split, double enough) {
    std::size_t kept = 0;
    for (ExcessPart& part : split.parts) {
        if (split.covered >= enough - kClose) break;
        part.share = part.excess / split.risen;
        split.covered += part.share;
        ++kept;
    }
    split.parts.resize(kept);
}

}  // namespace

Finding<ExcessSplit> split_excess(std::span<const ExcessChild> children, double enough) {
    ExcessSplit split{.parts = risen_children(children)};
    if (split.parts.empty()) return withheld<ExcessSplit>(Reason::TooFewCounts, children.size());
    double norm = 0, norm_of_parts = 0, shown = 0;
    for (const ExcessChild& child : children) {
        split.total += finite(child.observed) - finite(child.expected);
        norm += finite(child.expected);
    }
    for (const ExcessPart& part : split.parts) split.risen += part.excess;
    keep_enough(split, enough);
    for (const ExcessPart& part : split.parts) {
        shown += part.excess;
        norm_of_parts += finite(children[part.child].expected);
    }
    split.norm_share = norm > 0 ? std::clamp(norm_of_parts / norm, 0.0, 1.0) : 0;
    split.rest_children = children.size() - split.parts.size();
    split.rest_excess = split.total - shown;
    return found(std::move(split), children.size());
}

Finding<ExcessDimension> explain_excess(std::span<const std::span<const ExcessChild>> dimensions, double enough) {
    std::optional<ExcessDimension> best;
    bool has_risen = false;
    const auto worth = [](const ExcessDimension& d) { return std::tuple{d.split.parts.size(), d.split.norm_share, d.dimension}; };
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        auto split = split_excess(dimensions[i], enough);
        if (!split) continue;
        has_risen = true;
        ExcessDimension candidate{i, *std::move(split.value)};
        const bool is_concentrated = dimensions[i].size() > 1 && candidate.split.covered > candidate.split.norm_share + kMoreThanNorm;
        if (is_concentrated && (!best || worth(candidate) < worth(*best))) best = std::move(candidate);
    }
    if (!best) return withheld<ExcessDimension>(has_risen ? Reason::NoVariation : Reason::TooFewCounts, dimensions.size());
    return found(*std::move(best), dimensions.size());
}

}  // namespace problemator
