#include "core/stats/auto_rule_candidates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/base/stable_order.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr double kOpen = std::numeric_limits<double>::infinity();

struct Cell {
    std::size_t n = 0;
    std::map<std::uint32_t, std::size_t> departments;
    std::vector<double> days;   // kOpen while open

    void add(const SentMessage& m) {
        ++n;
        ++departments[m.department];
        days.push_back(m.days && std::isfinite(*m.days) ? std::max(*m.days, 0.0) : kOpen);
    }
};
using Place = std::pair<std::uint32_t, std::uint32_t>;   // topic, settlement

/// As R's quantile (type 7); nothing when it falls among the open ones.
std::optional<double> quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place), above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    if (sorted[below] == kOpen || (part > 0 && sorted[above] == kOpen)) return std::nullopt;
    return part > 0 ? sorted[below] + part * (sorted[above] - sorted[below]) : sorted[below];
}

std::optional<RuleCandidate> candidate_of(const Place& place, Cell& cell, const CandidateLimits& limits) {
    if (cell.n == 0 || cell.n < limits.least_messages) return std::nullopt;
    const auto first = std::max_element(cell.departments.begin(), cell.departments.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    RuleCandidate c{.topic = place.first, .settlement = place.second, .department = first->first, .n = cell.n, .sent = first->second, .share = {}, .median_days = {}, .spread_days = {}};
    c.share = wilson(static_cast<double>(c.sent), static_cast<double>(c.n));
    if (c.share.low < limits.least_share) return std::nullopt;
    std::sort(cell.days.begin(), cell.days.end());
    c.median_days = quantile(cell.days, 0.5);
    const auto early = quantile(cell.days, 0.25), late = quantile(cell.days, 0.75);
    if (early && late) c.spread_days = *late - *early;
    c.suits_fast_track = c.median_days && c.spread_days && *c.median_days <= limits.most_median_days && *c.spread_days <= limits.most_spread_days;
    return c;
}

}  // namespace

std::vector<RuleCandidate> find_rule_candidates(std::span<const SentMessage> messages, const CandidateLimits& limits) {
    std::map<Place, Cell> cells;   // a topic's own cell comes before those of its settlements
    for (const SentMessage& m : messages) {
        if (m.topic == 0 || m.department == 0) continue;
        cells[{m.topic, 0}].add(m);
        if (m.settlement != 0) cells[{m.topic, m.settlement}].add(m);
    }
    std::vector<RuleCandidate> found;
    std::optional<RuleCandidate> topic;
    for (auto& [place, cell] : cells) {
        const auto candidate = candidate_of(place, cell, limits);
        if (place.second == 0) topic = candidate;
        if (!candidate) continue;
        const bool says_more = place.second == 0 || !topic || topic->department != candidate->department || (candidate->suits_fast_track && !topic->suits_fast_track);
        if (says_more) found.push_back(*candidate);
    }
    sort_stably(found, [](const RuleCandidate& a, const RuleCandidate& b) { return a.n > b.n; });
    return found;
}

}  // namespace problemator
