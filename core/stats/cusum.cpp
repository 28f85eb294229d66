#include "core/stats/cusum.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

double scaled(double y, double mean, CusumScale scale) {
    if (scale == CusumScale::Standard) return (y - mean) / std::sqrt(mean);
    return (y - 3 * mean + 2 * std::sqrt(y * mean)) / (2 * std::sqrt(mean));
}

/// The count that scales to `z`; 0 when even an empty week lies above.
double count_at(double z, double mean, CusumScale scale) {
    if (scale == CusumScale::Standard) return std::max(0.0, mean + z * std::sqrt(mean));
    const double square = 4 * mean + 2 * z * std::sqrt(mean);   // (√y + √m)²
    const double root = std::sqrt(std::max(0.0, square)) - std::sqrt(mean);
    return root > 0 ? root * root : 0;
}

}  // namespace

Finding<std::vector<CusumPoint>> cusum(std::span<const double> counts, const CusumOptions& options) {
    using Points = std::vector<CusumPoint>;
    if (counts.empty()) return withheld<Points>(Reason::TooFewPeriods);
    if (!(options.mean > 0)) return withheld<Points>(Reason::TooFewCounts, counts.size());
    const bool is_sound = std::all_of(counts.begin(), counts.end(), [](double y) { return y >= 0 && y <= 1e100; });
    if (!is_sound || !(options.mean <= 1e100) || !(options.mean >= 1e-100)) return withheld<Points>(Reason::NotConverged, counts.size());
    Points points;
    points.reserve(counts.size());
    double sum = 0;
    for (const double y : counts) {
        const double upper = count_at(options.h + options.k - sum, options.mean, options.scale);
        sum = std::max(0.0, sum + scaled(y, options.mean, options.scale) - options.k);
        const bool is_alarm = sum >= options.h;
        points.push_back({sum, upper, is_alarm});
        if (is_alarm && options.reset == CusumReset::AfterAlarm) sum = 0;
    }
    return found(std::move(points), counts.size());
}

}  // namespace problemator
