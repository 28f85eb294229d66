// Settlement spots: which territories, with their neighbours, lie above their own norm — judged once for «Проблематор» and for the map.
// Gi* and the classes of emerging spots need enough territories with a point; below that nothing is said of a neighbourhood.
#pragma once
#include <string>
#include <vector>

#include "core/model/scope.hpp"
#include "core/stats/hot_spots.hpp"

namespace problemator {

inline constexpr std::size_t kSpotWeeks = 26, kScanWeeks = 4, kNearestPlaces = 4, kLeastForGi = 8, kLeastForScan = 3;
inline constexpr double kSurely = 0.05;
inline constexpr std::uint64_t kSpotSeed = 20'051;       // every reader draws the same

/// Territories with a point (those that place_by_messages has given one too), and how many there are in all.
struct SettledPlaces { std::vector<Code> codes; std::vector<PlanePoint> points; std::size_t all = 0; };
SettledPlaces settled_places(const Scope& scope);

/// Weeks of every place, oldest first, and what its 12 weeks before led to expect; no weeks when the history is too short.
struct SettledWeeks { std::size_t weeks = 0; std::vector<double> counts, norms; };
SettledWeeks settled_weeks(const Scope& scope, const Filter& filter, Week last, const SettledPlaces& places);

/// Weeks of every place for the scan, the last kScanWeeks of them its window: up to a year before it.
struct ScanWeeks { std::size_t weeks = 0; std::vector<double> counts; };
ScanWeeks scan_weeks(const Scope& scope, const Filter& filter, Week last, const SettledPlaces& places);

/// Gi* of how far places are above their own norms (Pearson residuals), week by week. `is_known`: of the last week.
struct SettlementSpot { LocalG now; Finding<EmergingSpot> kind; bool is_known = false; };
std::vector<SettlementSpot> settlement_spots(const SettledPlaces& places, const SettledWeeks& weekly);

/// «новый очаг», «спад слабеет»; empty for no pattern.
std::string spot_words(const EmergingSpot& spot, Lang lang);
/// «Соседство (Gi*) не оценивается: нужны точки 8 территорий, известны у 5 из 11».
std::string neighbourhood_words(const SettledPlaces& places, Lang lang);

}  // namespace problemator
