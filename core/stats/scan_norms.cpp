#include "core/stats/scan_norms.hpp"

#include <algorithm>

namespace problemator {
namespace {

struct Past { std::vector<double> means; double all = 0, dispersion = 1; };

Past past_of(const PlacePeriods<double>& all, std::size_t past) {
    Past out;
    const double weeks = static_cast<double>(past);
    double sum = 0;
    for (std::size_t place = 0; place < all.places; ++place) {
        double mean = 0, squares = 0;
        for (std::size_t w = 0; w < past; ++w) mean += all.at(place, w) / weeks;
        out.all += mean;
        mean = std::max(mean, 0.5 / weeks);
        for (std::size_t w = 0; w < past; ++w) squares += (all.at(place, w) - mean) * (all.at(place, w) - mean) / mean;
        out.means.push_back(mean);
        sum += squares / (weeks - 1);
    }
    out.dispersion = std::max(1.0, sum / static_cast<double>(all.places));
    return out;
}

}  // namespace

Finding<ScanNorms> scan_norms(const PlacePeriods<double>& all, std::size_t window, std::size_t least_past) {
    if (!all.is_whole() || all.places == 0) return withheld<ScanNorms>(Reason::NoNeighbours, all.places);
    if (window == 0 || all.periods < window + std::max<std::size_t>(least_past, 2)) return withheld<ScanNorms>(Reason::TooFewPeriods, all.periods);
    const std::size_t past = all.periods - window;
    const Past known = past_of(all, past);
    if (known.all <= 0) return withheld<ScanNorms>(Reason::TooFewCounts, past);
    ScanNorms out;
    out.dispersion = known.dispersion * (1 + static_cast<double>(window) / static_cast<double>(past));
    double usual = 0;
    for (const double mean : known.means) usual += mean;
    out.counts.resize(all.places * window);
    out.baselines.resize(all.places * window);
    for (std::size_t w = 0; w < window; ++w) {
        double now = 0;
        for (std::size_t place = 0; place < all.places; ++place) now += all.at(place, past + w);
        for (std::size_t place = 0; place < all.places; ++place) {
            out.counts[place * window + w] = all.at(place, past + w) / out.dispersion;
            out.baselines[place * window + w] = known.means[place] * std::max(now, 1.0) / usual / out.dispersion;
        }
    }
    return found(std::move(out), past);
}

}  // namespace problemator
