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

double excess_of(const ExcessChild& child) { return finite(child.observed) - finite(child.expected); }

std::vector<ExcessPart> risen_children(std::span<const ExcessChild> children) {
    std::vector<ExcessPart> parts;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (const double excess = excess_of(children[i]); excess > 0 && children[i].is_named) parts.push_back({i, excess, 0});
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
        split.total += excess_of(child);
        split.risen += std::max(0.0, excess_of(child));
        norm += finite(child.expected);
    }
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

Finding<ExcessSplit> concentrated_excess(std::span<const ExcessChild> children, double enough) {
    auto split = split_excess(children, enough);
    if (!split) return split;
    if (children.size() < 2 || split->covered <= split->norm_share + kMoreThanNorm) return withheld<ExcessSplit>(Reason::NoVariation, children.size());
    return split;
}

Finding<ExcessDimension> explain_excess(std::span<const std::span<const ExcessChild>> dimensions, double enough) {
    std::optional<ExcessDimension> best;
    bool has_risen = false;
    const auto worth = [enough](const ExcessDimension& d) { return std::tuple{d.split.covered < enough - kClose, d.split.parts.size(), d.split.norm_share, d.dimension}; };
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        auto split = concentrated_excess(dimensions[i], enough);
        has_risen |= split.value || split.reason == Reason::NoVariation;
        if (!split) continue;
        ExcessDimension candidate{i, *std::move(split.value)};
        if (!best || worth(candidate) < worth(*best)) best = std::move(candidate);
    }
    if (!best) return withheld<ExcessDimension>(has_risen ? Reason::NoVariation : Reason::TooFewCounts, dimensions.size());
    return found(*std::move(best), dimensions.size());
}

}  // namespace problemator
