#include "core/stats/scan_zones.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr double kSame = 1e-9;   // a replica that ties with the real score counts as extreme, whatever the last digit says

double rank_p(double score, const std::vector<double>& ascending) {
    const auto from = std::lower_bound(ascending.begin(), ascending.end(), score - kSame * (1 + score));
    return (1 + static_cast<double>(ascending.end() - from)) / (1 + static_cast<double>(ascending.size()));
}

}  // namespace

std::vector<ScanCluster> choose_clusters(std::vector<ScanWindow> windows, const SpatialWeights& zones, std::vector<double> replica_best, std::size_t most) {
    std::sort(replica_best.begin(), replica_best.end());
    std::sort(windows.begin(), windows.end(), [](const ScanWindow& a, const ScanWindow& b) { return a.score > b.score || (a.score == b.score && a.centre < b.centre); });
    std::vector<bool> is_taken(zones.places());
    std::vector<ScanCluster> clusters;
    for (const ScanWindow& w : windows) {
        if (clusters.size() == most || w.score <= 0) break;
        const auto zone = zones.of(w.centre).first(w.size);
        if (std::any_of(zone.begin(), zone.end(), [&](std::uint32_t place) { return is_taken[place]; })) continue;
        for (const std::uint32_t place : zone) is_taken[place] = true;
        const double p = rank_p(w.score, replica_best);
        clusters.push_back({w.centre, {zone.begin(), zone.end()}, w.periods, w.count, w.expected, w.count / w.expected, w.score, p, 1 / p});
    }
    return clusters;
}

}  // namespace problemator
