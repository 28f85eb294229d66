#include "core/stats/scan_poisson.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/poisson_draw.hpp"

namespace problemator {
namespace {

// Places × windows: what came in the last 1…windows columns.
std::vector<double> recent_sums(const PlacePeriods<double>& table, std::size_t windows) {
    std::vector<double> sums(table.places * windows);
    for (std::size_t place = 0; place < table.places; ++place)
        for (std::size_t w = 0; w < windows; ++w) sums[place * windows + w] = table.at(place, table.periods - 1 - w) + (w > 0 ? sums[place * windows + w - 1] : 0);
    return sums;
}

// The score is at most (C − B)²/2B, so most windows need no logarithm.
bool can_beat(double best, double count, double baseline) { return (count - baseline) * (count - baseline) * (1 + 1e-9) > 2 * baseline * best; }

struct Scan {
    const SpatialWeights& zones;
    std::size_t windows = 0;
    std::vector<double> counts, baselines;   // places × windows, as above

    ScanWindow best_around(std::size_t centre) const {
        ScanWindow best{.centre = static_cast<std::uint32_t>(centre)};
        const auto zone = zones.of(centre);
        for (std::size_t w = 0; w < windows; ++w) {
            double count = 0, baseline = 0;
            for (std::size_t size = 1; size <= zone.size(); ++size) {
                count += counts[zone[size - 1] * windows + w];
                baseline += baselines[zone[size - 1] * windows + w];
                if (count <= baseline || !can_beat(best.score, count, baseline)) continue;
                const double score = poisson_score(count, baseline);
                if (score > best.score) best = {best.centre, size, w + 1, count, baseline, score};
            }
        }
        return best;
    }
};

std::vector<double> replica_scores(Scan& scan, const PlacePeriods<double>& baselines, const ScanOptions& options) {
    Random random{options.seed};
    std::vector<double> best(options.replicas);
    for (double& score : best) {
        for (std::size_t place = 0; place < baselines.places; ++place)
            for (std::size_t w = 0; w < scan.windows; ++w)
                scan.counts[place * scan.windows + w] = draw_poisson(random, baselines.at(place, baselines.periods - 1 - w)) + (w > 0 ? scan.counts[place * scan.windows + w - 1] : 0);
        for (std::size_t centre = 0; centre < scan.zones.places(); ++centre) score = std::max(score, scan.best_around(centre).score);
    }
    return best;
}

bool are_usable(std::span<const double> cells) {
    return std::all_of(cells.begin(), cells.end(), [](double v) { return v >= 0 && v <= 1e12; });
}

}  // namespace

double poisson_score(double count, double baseline) {
    if (!(count > baseline) || baseline <= 0) return 0;
    return count * std::log(count / baseline) + baseline - count;
}

Finding<std::vector<ScanCluster>> scan_poisson(const PlacePeriods<double>& counts, const PlacePeriods<double>& baselines, const SpatialWeights& zones, const ScanOptions& options) {
    using Clusters = std::vector<ScanCluster>;
    const std::size_t n = counts.places;
    if (n == 0 || zones.places() != n || baselines.places != n || !counts.is_whole() || !baselines.is_whole()) return withheld<Clusters>(Reason::NoNeighbours, n);
    if (counts.periods == 0 || baselines.periods != counts.periods) return withheld<Clusters>(Reason::TooFewPeriods, n);
    const std::size_t windows = std::clamp<std::size_t>(options.max_periods, 1, counts.periods);
    const double steps = static_cast<double>(zones.index.size() * windows) * static_cast<double>(options.replicas + 1);
    if (steps > kMaxScanSteps || !are_usable(counts.cells) || !are_usable(baselines.cells)) return withheld<Clusters>(Reason::TooLarge, n);
    Scan scan{zones, windows, recent_sums(counts, windows), recent_sums(baselines, windows)};
    std::vector<ScanWindow> best;
    for (std::size_t centre = 0; centre < n; ++centre) best.push_back(scan.best_around(centre));
    return found(choose_clusters(std::move(best), zones, replica_scores(scan, baselines, options), options.max_clusters), n);
}

}  // namespace problemator
