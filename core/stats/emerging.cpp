#include "core/stats/emerging.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

// What the definitions ask of one side; for the cold side «hot» is cold and the trend is mirrored.
struct History {
    std::size_t weeks = 0, hot = 0, opposite = 0, final_run = 0;
    double rise = 0;                     // > 0: the side grows stronger, significantly; < 0: weaker; 0: no discernible trend
    bool is_mostly_hot = false;
};

History history_of(std::span<const Heat> weeks, Heat side, const MannKendall& trend, const EmergingOptions& options) {
    History h{.weeks = weeks.size()};
    for (const Heat week : weeks) {
        h.hot += week == side ? 1 : 0;
        h.opposite += week != side && week != Heat::Neither ? 1 : 0;
    }
    while (h.final_run < weeks.size() && weeks[weeks.size() - 1 - h.final_run] == side) ++h.final_run;
    if (trend.p <= options.trend_p) h.rise = side == Heat::Hot ? trend.s : -trend.s;
    h.is_mostly_hot = static_cast<double>(h.hot) >= options.most_of_the_time * static_cast<double>(h.weeks) - 1e-9;
    return h;
}

EmergingKind kind_of(const History& h) {
    if (h.final_run == 0) return h.is_mostly_hot ? EmergingKind::Historical : EmergingKind::NoPattern;
    if (h.hot == 1) return EmergingKind::New;
    if (!h.is_mostly_hot && h.final_run >= 2 && h.final_run == h.hot) return EmergingKind::Consecutive;
    if (h.is_mostly_hot) return h.rise > 0 ? EmergingKind::Intensifying : h.rise < 0 ? EmergingKind::Diminishing : EmergingKind::Persistent;
    return h.opposite == 0 ? EmergingKind::Sporadic : EmergingKind::Oscillating;
}

}  // namespace

Finding<EmergingSpot> emerging_spot(std::span<const Heat> weeks, std::span<const double> z, const EmergingOptions& options) {
    if (weeks.size() < kMinEmergingPeriods || z.size() != weeks.size()) return withheld<EmergingSpot>(Reason::TooFewPeriods, weeks.size());
    const auto trend = mann_kendall(z);
    EmergingSpot spot{.trend = trend ? *trend : MannKendall{}};   // all z equal: no trend
    spot.hot = static_cast<std::size_t>(std::count(weeks.begin(), weeks.end(), Heat::Hot));
    spot.cold = static_cast<std::size_t>(std::count(weeks.begin(), weeks.end(), Heat::Cold));
    for (const Heat side : {Heat::Hot, Heat::Cold}) {
        spot.kind = kind_of(history_of(weeks, side, spot.trend, options));
        spot.side = spot.kind == EmergingKind::NoPattern ? Heat::Neither : side;
        if (spot.kind != EmergingKind::NoPattern) break;
    }
    return found(spot, weeks.size());
}

}  // namespace problemator
