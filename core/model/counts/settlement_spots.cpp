#include "core/model/counts/settlement_spots.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/counts/weekly_cells.hpp"

namespace problemator {

SettledPlaces settled_places(const Scope& scope) {
    SettledPlaces out;
    std::vector<LatLon> where;
    for (const Territory& territory : scope.world.profile.territories) {
        ++out.all;
        const Code code = scope.table.dictionary(Dimension::Territory).find_id(territory.id);
        if (code == kNotGiven || !territory.lat || !territory.lon) continue;
        out.codes.push_back(code);
        where.push_back({*territory.lat, *territory.lon});
    }
    out.points = project(where);
    return out;
}

SettledWeeks settled_weeks(const Scope& scope, const Filter& filter, Week last, const SettledPlaces& places) {
    const WeeklyCells cells{scope, filter, Dimension::Territory, std::nullopt, last, kSpotWeeks + kBaselineWeeks};
    SettledWeeks out;
    const std::size_t known = cells.size() > 0 ? cells.known(0).size() : 0;
    if (known < kMinBaselineWeeks + kScanWeeks) return out;
    out.weeks = std::min(kSpotWeeks, known - kMinBaselineWeeks);
    for (const Code code : places.codes) {
        const auto cell = cells.find(code, kNotGiven);
        const std::vector<double> none(known, 0.0);
        const std::span<const double> series = cell ? cells.known(*cell) : std::span<const double>{none};
        for (std::size_t w = known - out.weeks; w < known; ++w) {
            const auto norm = baseline_of(series.first(w));
            out.counts.push_back(series[w]);
            out.norms.push_back(norm ? norm->mean : 0.5);
        }
    }
    return out;
}

ScanWeeks scan_weeks(const Scope& scope, const Filter& filter, Week last, const SettledPlaces& places) {
    const WeeklyCells cells{scope, filter, Dimension::Territory, std::nullopt, last, kYearWeeks + kScanWeeks};
    ScanWeeks out;
    out.weeks = cells.size() > 0 ? cells.known(0).size() : 0;
    for (const Code code : places.codes) {
        const auto cell = cells.find(code, kNotGiven);
        if (cell) out.counts.insert(out.counts.end(), cells.known(*cell).begin(), cells.known(*cell).end());
        else out.counts.resize(out.counts.size() + out.weeks, 0.0);
    }
    return out;
}

std::vector<SettlementSpot> settlement_spots(const SettledPlaces& places, const SettledWeeks& weekly) {
    std::vector<SettlementSpot> out(places.codes.size());
    const auto weights = nearest_places(places.points, kNearestPlaces, Self::With);
    if (!weights) return out;
    std::vector<double> residuals;
    for (std::size_t i = 0; i < weekly.counts.size(); ++i) residuals.push_back((weekly.counts[i] - weekly.norms[i]) / std::sqrt(weekly.norms[i]));
    const HotSpots spots = hot_spots(residuals, weekly.weeks, *weights, {.seed = kSpotSeed}, kSurely);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i < spots.last.size() && spots.last[i]) out[i] = {*spots.last[i], {}, true};
        out[i].kind = spots.kinds[i];
    }
    return out;
}

std::string spot_words(const EmergingSpot& spot, Lang lang) {
    const bool is_cold = spot.side == Heat::Cold;
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    switch (spot.kind) {
        case EmergingKind::NoPattern: return {};
        case EmergingKind::New: return is_cold ? say({"новый спад", "new cold spot"}) : say({"новый очаг", "new hot spot"});
        case EmergingKind::Consecutive: return is_cold ? say({"спад несколько недель", "consecutive cold spot"}) : say({"очаг несколько недель", "consecutive hot spot"});
        case EmergingKind::Intensifying: return is_cold ? say({"спад усиливается", "intensifying cold spot"}) : say({"очаг усиливается", "intensifying hot spot"});
        case EmergingKind::Persistent: return is_cold ? say({"постоянный спад", "persistent cold spot"}) : say({"постоянный очаг", "persistent hot spot"});
        case EmergingKind::Diminishing: return is_cold ? say({"спад слабеет", "diminishing cold spot"}) : say({"очаг слабеет", "diminishing hot spot"});
        case EmergingKind::Sporadic: return is_cold ? say({"спад время от времени", "sporadic cold spot"}) : say({"очаг время от времени", "sporadic hot spot"});
        case EmergingKind::Oscillating: return is_cold ? say({"то спад, то очаг", "oscillating cold spot"}) : say({"то очаг, то спад", "oscillating hot spot"});
        case EmergingKind::Historical: return is_cold ? say({"прежний спад", "historical cold spot"}) : say({"прежний очаг", "historical hot spot"});
    }
    return {};
}

std::string neighbourhood_words(const SettledPlaces& places, Lang lang) {
    const auto say = [lang](const Phrase& phrase) { return std::string{phrase.in(lang)}; };
    const auto count = [&](std::size_t n) { return format_count(static_cast<std::int64_t>(n), lang); };
    if (places.codes.size() >= kLeastForGi) return say({"территории с соседями против собственной нормы за 4 недели", "territories with their neighbours against their own norm, 4 weeks"});
    return say({"соседство (Gi*) не оценивается: нужны точки 8 территорий, известны у ", "neighbourhood (Gi*) is not judged: points of 8 territories are needed, known of "}) + count(places.codes.size()) + say({" из ", " of "}) +
           count(places.all);
}

}  // namespace problemator
