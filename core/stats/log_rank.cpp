#include "core/stats/log_rank.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/stats/pair_numbers.hpp"
#include "core/stats/sort_minutes.hpp"
#include "core/stats/special.hpp"

namespace problemator {
namespace {

struct Watched { std::int32_t minutes = 0, entered = 0; std::uint32_t group : 31 = 0, is_closed : 1 = 0; };

bool is_seen(const Duration& d) { return d.entered <= 0 || d.entered < d.minutes; }

/// Of every code in the order of its first appearance: the place among `groups`, which are ascending.
std::vector<std::uint32_t> put_in_order(std::vector<LogRankGroup>& groups) {
    std::vector<std::uint32_t> order(groups.size()), place_of(groups.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return groups[a].group < groups[b].group; });
    std::vector<LogRankGroup> sorted;
    for (const std::uint32_t from : order) {
        place_of[from] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(groups[from]);
    }
    groups = std::move(sorted);
    return place_of;
}

std::vector<Watched> watched(std::span<const Duration> durations, std::span<const std::uint32_t> group, std::vector<LogRankGroup>& groups) {
    const std::size_t n = std::min(durations.size(), group.size());
    std::uint32_t most = 0;
    for (const std::uint32_t code : group.first(n)) most = std::max(most, code);
    PairNumbers numbers{n, 1, std::uint64_t{most} + 1};
    std::vector<Watched> out;
    out.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (!is_seen(durations[i])) continue;
        const std::uint32_t at = numbers.id(0, group[i]);
        if (at == groups.size()) groups.push_back({group[i], 0, 0, 0});
        groups[at].n += 1;
        out.push_back({durations[i].minutes, durations[i].entered, at & 0x7FFFFFFF, durations[i].is_closed ? 1u : 0u});
    }
    const auto place_of = put_in_order(groups);
    for (Watched& one : out) one.group = place_of[one.group] & 0x7FFFFFFF;
    sort_by_minutes(out, [](const Watched& w) { return w.minutes; });
    return out;
}

using Matrix = std::vector<std::vector<double>>;

// dᵀ V⁻ d by elimination with the largest pivot; a pivot of nothing (a group never at risk beside another) is left out and not counted.
double quadratic_form(Matrix v, std::vector<double> d, int& rank) {
    const std::size_t n = d.size();
    std::vector<bool> is_done(n);
    double largest = 0, sum = 0;
    for (std::size_t i = 0; i < n; ++i) largest = std::max(largest, v[i][i]);
    for (std::size_t round = 0; round < n; ++round) {
        std::size_t pivot = n;
        for (std::size_t i = 0; i < n; ++i)
            if (!is_done[i] && (pivot == n || v[i][i] > v[pivot][pivot])) pivot = i;
        if (!(v[pivot][pivot] > 1e-10 * largest)) break;
        is_done[pivot] = true;
        ++rank;
        sum += d[pivot] * d[pivot] / v[pivot][pivot];
        for (std::size_t i = 0; i < n; ++i) {
            if (is_done[i]) continue;
            const double factor = v[i][pivot] / v[pivot][pivot];
            d[i] -= factor * d[pivot];
            for (std::size_t j = 0; j < n; ++j)
                if (!is_done[j]) v[i][j] -= factor * v[pivot][j];
        }
    }
    return sum;
}

/// Closing times: expected closings and their hypergeometric covariance, the lower triangle of it. With sixty departments and a million messages this
/// is where the time goes, so some times are added together: a number of the triangle is then fetched once for all of them.
class Closings {
public:
    Closings(std::vector<LogRankGroup>& groups, Matrix& covariance) : groups_{groups}, covariance_{covariance} {}

    void add(const std::vector<double>& at_risk, double n, double closed) {
        const double spread = n > 1 ? closed * (n - closed) / (n - 1) : 0;
        Time& time = times_[used_++];
        time.at_risk = at_risk;
        time.by.clear(), time.more.clear();
        for (std::size_t a = 0; a < groups_.size(); ++a) {
            const double share = at_risk[a] / n;
            groups_[a].expected += closed * share;
            time.by.push_back(spread * share / n);
            time.more.push_back(spread * share);
        }
        if (used_ == kTogether) finish();
    }
    /// What was added last; call it at the end.
    void finish() {
        for (std::size_t t = used_; t < kTogether; ++t) times_[t] = {std::vector<double>(groups_.size()), std::vector<double>(groups_.size()), std::vector<double>(groups_.size())};
        used_ = 0;
        const auto& [t1, t2, t3, t4] = times_;
        for (std::size_t a = 0; a < groups_.size(); ++a) {
            const double by1 = t1.by[a], by2 = t2.by[a], by3 = t3.by[a], by4 = t4.by[a];
            double* const row = covariance_[a].data();
            for (std::size_t b = 0; b < a; ++b) row[b] = row[b] - by1 * t1.at_risk[b] - by2 * t2.at_risk[b] - by3 * t3.at_risk[b] - by4 * t4.at_risk[b];
            for (const Time& t : times_) row[a] = row[a] - t.by[a] * t.at_risk[a] + t.more[a];
        }
    }

private:
    static constexpr std::size_t kTogether = 4;
    struct Time { std::vector<double> at_risk, by, more; };   // of every group: by · at_risk is what its row loses, `more` what its variance gains

    std::vector<LogRankGroup>& groups_;
    Matrix& covariance_;
    std::array<Time, kTogether> times_;
    std::size_t used_ = 0;
};

/// Adds the observed closings to the groups and calls add(numbers at risk by group, all at risk, closings) at every time that has closings, in their
/// order. Returns how many closings there are.
template <class Add>
double at_closing_times(const std::vector<Watched>& all, std::vector<LogRankGroup>& groups, Add add) {
    std::vector<Watched> late;
    for (const auto& w : all)
        if (w.entered > 0) late.push_back(w);
    sort_by_minutes(late, [](const Watched& w) { return w.entered; });
    std::vector<double> at_risk(groups.size());
    for (const auto& w : all)
        if (w.entered <= 0) at_risk[w.group] += 1;
    double n = static_cast<double>(all.size() - late.size()), closings = 0;
    for (std::size_t i = 0, entered = 0; i < all.size();) {
        const auto minutes = all[i].minutes;
        for (; entered < late.size() && late[entered].entered < minutes; ++entered, n += 1) at_risk[late[entered].group] += 1;
        std::size_t end = i;
        double closed = 0;
        for (; end < all.size() && all[end].minutes == minutes; ++end) {
            closed += all[end].is_closed ? 1 : 0;
            groups[all[end].group].observed += all[end].is_closed ? 1 : 0;
        }
        if (closed > 0) add(at_risk, n, closed);
        closings += closed;
        for (; i < end; ++i, n -= 1) at_risk[all[i].group] -= 1;
    }
    return closings;
}

}  // namespace

Finding<LogRank> log_rank(std::span<const Duration> durations, std::span<const std::uint32_t> group) {
    LogRank test;
    const auto all = watched(durations, group, test.groups);
    const std::size_t k = test.groups.size();
    if (k < 2) return withheld<LogRank>(Reason::TooFewCounts, all.size());
    if (k > kMaxLogRankGroups) return withheld<LogRank>(Reason::TooLarge, all.size());
    Matrix v(k, std::vector<double>(k));
    Closings times{test.groups, v};
    const double closings = at_closing_times(all, test.groups, [&](const std::vector<double>& at_risk, double n, double closed) { times.add(at_risk, n, closed); });
    times.finish();
    for (std::size_t a = 0; a < k; ++a)
        for (std::size_t b = 0; b < a; ++b) v[b][a] = v[a][b];
    std::vector<double> excess;
    for (const auto& g : test.groups) excess.push_back(g.observed - g.expected);
    test.chi2 = quadratic_form(v, excess, test.degrees);
    if (test.degrees == 0) return withheld<LogRank>(Reason::TooFewCounts, static_cast<std::size_t>(closings));
    test.p = gamma_upper(test.degrees / 2.0, test.chi2 / 2);
    return found(std::move(test), static_cast<std::size_t>(closings));
}

std::map<std::uint32_t, Finding<AgainstRest>> log_rank_each(std::span<const Duration> durations, std::span<const std::uint32_t> group) {
    std::vector<LogRankGroup> groups;
    const auto all = watched(durations, group, groups);
    std::vector<double> variance(groups.size());
    const double closings = at_closing_times(all, groups, [&](const std::vector<double>& at_risk, double n, double closed) {
        const double each = closed / n, spread = n > 1 ? closed * (n - closed) / (n - 1) / (n * n) : 0;
        for (std::size_t a = 0; a < groups.size(); ++a) {
            groups[a].expected += at_risk[a] * each;
            variance[a] += at_risk[a] * (n - at_risk[a]) * spread;
        }
    });
    std::map<std::uint32_t, Finding<AgainstRest>> out;
    for (std::size_t a = 0; a < groups.size(); ++a) {
        AgainstRest test{.own = groups[a], .rest_expected = closings - groups[a].expected};
        if (!(variance[a] > 0)) {
            out.emplace(groups[a].group, withheld<AgainstRest>(Reason::TooFewCounts, static_cast<std::size_t>(closings)));
            continue;
        }
        const double excess = test.own.observed - test.own.expected;
        test.chi2 = excess * excess / variance[a];
        test.p = gamma_upper(0.5, test.chi2 / 2);
        out.emplace(groups[a].group, found(test, static_cast<std::size_t>(closings)));
    }
    return out;
}

}  // namespace problemator
