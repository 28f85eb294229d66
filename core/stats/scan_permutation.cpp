#include "core/stats/scan_permutation.hpp"

#include <algorithm>
#include <cmath>

#include "core/stats/random.hpp"

namespace problemator {
namespace {

struct Scan {
    const SpatialWeights& zones;
    std::size_t windows = 0;                    // lengths 1…windows
    double all = 0, largest_zone = 0;
    std::vector<double> of_place{};             // cases of a place in all periods
    std::vector<double> of_window{};            // cases of the last 1…windows periods
    std::vector<std::uint32_t> recent{};        // places × windows: cases of a place in the last 1…windows periods

    /// The score if it is above `best`, else `best`. It is at most (c − μ)²·C / (μ·(C − μ)), so most windows need no logarithm.
    double better(double best, double count, double expected) const {
        const double above = count - expected;
        if (above * above * all * (1 + 1e-9) <= best * expected * (all - expected)) return best;
        return std::max(best, permutation_score(count, expected, all));
    }

    /// Calls visit(size, window, count, expected) for every zone around one centre with anything in it lately.
    template <typename Visit>
    void each_window(std::size_t centre, std::vector<double>& sums, Visit visit) const {
        std::fill(sums.begin(), sums.end(), 0.0);
        double cases = 0;
        const auto zone = zones.of(centre);
        for (std::size_t size = 1; size <= zone.size(); ++size) {
            const std::size_t place = zone[size - 1];
            cases += of_place[place];
            if (cases > largest_zone) return;
            const std::uint32_t* row = recent.data() + place * windows;
            for (std::size_t w = 0; w < windows; ++w) {
                sums[w] += row[w];
                const double expected = cases * of_window[w] / all;
                if (sums[w] > expected) visit(size, w + 1, sums[w], expected);
            }
        }
    }

    ScanWindow best_around(std::size_t centre, std::vector<double>& sums) const {
        ScanWindow best{.centre = static_cast<std::uint32_t>(centre)};
        each_window(centre, sums, [&](std::size_t size, std::size_t periods, double count, double expected) {
            const double value = better(best.score, count, expected);
            if (value > best.score) best = {best.centre, size, periods, count, expected, value};
        });
        return best;
    }

    std::vector<ScanWindow> best_of_all() const {
        std::vector<double> sums(windows);
        std::vector<ScanWindow> best;
        for (std::size_t centre = 0; centre < zones.places(); ++centre) best.push_back(best_around(centre, sums));
        return best;
    }
};

void make_cumulative(std::vector<std::uint32_t>& recent, std::size_t windows) {
    for (std::size_t i = 0; i < recent.size(); ++i)
        if (i % windows != 0) recent[i] += recent[i - 1];
}

Scan scan_of(const PlacePeriods<std::uint32_t>& counts, const SpatialWeights& zones, const ScanOptions& options) {
    Scan scan{.zones = zones, .windows = std::clamp<std::size_t>(options.max_periods, 1, counts.periods / 2)};
    scan.of_place.resize(counts.places);
    scan.of_window.resize(scan.windows);
    scan.recent.resize(counts.places * scan.windows);
    for (std::size_t place = 0; place < counts.places; ++place)
        for (std::size_t period = 0; period < counts.periods; ++period) {
            const std::uint32_t count = counts.at(place, period);
            const std::size_t age = counts.periods - 1 - period;
            scan.of_place[place] += count;
            scan.all += count;
            if (age >= scan.windows) continue;
            scan.recent[place * scan.windows + age] = count;
            scan.of_window[age] += count;
        }
    for (std::size_t w = 1; w < scan.windows; ++w) scan.of_window[w] += scan.of_window[w - 1];
    make_cumulative(scan.recent, scan.windows);
    scan.largest_zone = options.max_share * scan.all;
    return scan;
}

// Only the cases of the windows have to be dealt: the first of_window[w] of a random order of all cases.
void deal(Scan& scan, std::vector<std::uint32_t>& place_of_case, Random& random) {
    std::fill(scan.recent.begin(), scan.recent.end(), 0u);
    std::size_t next = 0;
    for (std::size_t w = 0; w < scan.windows; ++w)
        for (; next < static_cast<std::size_t>(scan.of_window[w]); ++next) {
            const std::size_t other = next + static_cast<std::size_t>(random.uniform() * static_cast<double>(place_of_case.size() - next));
            std::swap(place_of_case[next], place_of_case[other]);
            ++scan.recent[place_of_case[next] * scan.windows + w];
        }
    make_cumulative(scan.recent, scan.windows);
}

std::vector<double> replica_scores(Scan& scan, const ScanOptions& options) {
    std::vector<std::uint32_t> place_of_case;
    place_of_case.reserve(static_cast<std::size_t>(scan.all));
    for (std::size_t place = 0; place < scan.of_place.size(); ++place) place_of_case.insert(place_of_case.end(), static_cast<std::size_t>(scan.of_place[place]), static_cast<std::uint32_t>(place));
    Random random{options.seed};
    std::vector<double> best(options.replicas), sums(scan.windows);
    for (double& score : best) {
        deal(scan, place_of_case, random);
        for (std::size_t centre = 0; centre < scan.zones.places(); ++centre)
            scan.each_window(centre, sums, [&](std::size_t, std::size_t, double count, double expected) { score = scan.better(score, count, expected); });
    }
    return best;
}

}  // namespace

double permutation_score(double count, double expected, double all) {
    if (!(count > expected) || expected <= 0 || all < count) return 0;
    const double inside = count * std::log(count / expected);
    return count < all ? inside + (all - count) * std::log((all - count) / (all - expected)) : inside;
}

Finding<std::vector<ScanCluster>> scan_permutation(const PlacePeriods<std::uint32_t>& counts, const SpatialWeights& zones, const ScanOptions& options) {
    using Clusters = std::vector<ScanCluster>;
    if (counts.periods < 2) return withheld<Clusters>(Reason::TooFewPeriods);
    if (counts.places < 2 || zones.places() != counts.places || !counts.is_whole()) return withheld<Clusters>(Reason::NoNeighbours);
    std::uint64_t cases = 0;
    for (const std::uint32_t count : counts.cells) cases += count;
    const auto n = static_cast<std::size_t>(cases);
    if (cases < 2) return withheld<Clusters>(Reason::TooFewCounts, n);
    Scan scan = scan_of(counts, zones, options);
    const double steps = static_cast<double>(zones.index.size() * scan.windows) * static_cast<double>(options.replicas + 1);
    if (cases > kMaxScanCases || steps > kMaxScanSteps) return withheld<Clusters>(Reason::TooLarge, n);
    auto windows = scan.best_of_all();
    return found(choose_clusters(std::move(windows), zones, replica_scores(scan, options), options.max_clusters), n);
}

}  // namespace problemator
