#include "core/stats/log_rank.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

struct Watched { std::int32_t minutes = 0, entered = 0; bool is_closed = false; std::size_t group = 0; };

std::vector<Watched> watched(std::span<const Duration> durations, std::span<const std::uint32_t> group, std::vector<LogRankGroup>& groups) {
    const std::size_t n = std::min(durations.size(), group.size());
    std::vector<std::uint32_t> codes;
    const auto is_seen = [&](std::size_t i) { return durations[i].entered <= 0 || durations[i].entered < durations[i].minutes; };
    for (std::size_t i = 0; i < n; ++i)
        if (is_seen(i)) codes.push_back(group[i]);
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    for (const auto code : codes) groups.push_back({code, 0, 0, 0});
    std::vector<Watched> out;
    for (std::size_t i = 0; i < n; ++i) {
        if (!is_seen(i)) continue;
        const auto at = static_cast<std::size_t>(std::lower_bound(codes.begin(), codes.end(), group[i]) - codes.begin());
        out.push_back({durations[i].minutes, durations[i].entered, durations[i].is_closed, at});
        groups[at].n += 1;
    }
    const auto is_before = [](const Watched& a, const Watched& b) { return a.minutes < b.minutes; };
    if (!std::is_sorted(out.begin(), out.end(), is_before)) std::sort(out.begin(), out.end(), is_before);
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

// One closing time: expected closings and their hypergeometric covariance, the lower triangle of it: with sixty departments and a
// million messages this is where the time goes.
void add_time(std::vector<LogRankGroup>& groups, Matrix& v, const std::vector<double>& at_risk, double n, double closed) {
    const double spread = n > 1 ? closed * (n - closed) / (n - 1) : 0;
    for (std::size_t a = 0; a < groups.size(); ++a) {
        const double share = at_risk[a] / n;
        if (share == 0) continue;
        groups[a].expected += closed * share;
        const double by = spread * share / n;
        double* const row = v[a].data();
        for (std::size_t b = 0; b <= a; ++b) row[b] -= by * at_risk[b];
        row[a] += spread * share;
    }
}

}  // namespace

Finding<LogRank> log_rank(std::span<const Duration> durations, std::span<const std::uint32_t> group) {
    LogRank test;
    const auto all = watched(durations, group, test.groups);
    const std::size_t k = test.groups.size();
    if (k < 2) return withheld<LogRank>(Reason::TooFewCounts, all.size());
    if (k > kMaxLogRankGroups) return withheld<LogRank>(Reason::TooLarge, all.size());
    std::vector<Watched> late;
    for (const auto& w : all)
        if (w.entered > 0) late.push_back(w);
    std::sort(late.begin(), late.end(), [](const Watched& a, const Watched& b) { return a.entered < b.entered; });
    std::vector<double> at_risk(k);
    for (const auto& w : all)
        if (w.entered <= 0) at_risk[w.group] += 1;
    double n = static_cast<double>(all.size() - late.size()), closings = 0;
    Matrix v(k, std::vector<double>(k));
    for (std::size_t i = 0, entered = 0; i < all.size();) {
        const auto minutes = all[i].minutes;
        for (; entered < late.size() && late[entered].entered < minutes; ++entered, n += 1) at_risk[late[entered].group] += 1;
        std::size_t end = i;
        double closed = 0;
        for (; end < all.size() && all[end].minutes == minutes; ++end) {
            closed += all[end].is_closed ? 1 : 0;
            test.groups[all[end].group].observed += all[end].is_closed ? 1 : 0;
        }
        if (closed > 0) add_time(test.groups, v, at_risk, n, closed);
        closings += closed;
        for (; i < end; ++i, n -= 1) at_risk[all[i].group] -= 1;
    }
    for (std::size_t a = 0; a < k; ++a)
        for (std::size_t b = 0; b < a; ++b) v[b][a] = v[a][b];
    std::vector<double> excess;
    for (const auto& g : test.groups) excess.push_back(g.observed - g.expected);
    test.chi2 = quadratic_form(v, excess, test.degrees);
    if (test.degrees == 0) return withheld<LogRank>(Reason::TooFewCounts, static_cast<std::size_t>(closings));
    test.p = gamma_upper(test.degrees / 2.0, test.chi2 / 2);
    return found(std::move(test), static_cast<std::size_t>(closings));
}

}  // namespace problemator
