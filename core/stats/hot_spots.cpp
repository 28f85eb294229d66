#include "core/stats/hot_spots.hpp"

#include <utility>

#include "core/base/parallel.hpp"

namespace problemator {
namespace {

constexpr std::size_t kWeeksAtOnce = 8;      // numbers of a place that share a line of the cache
constexpr std::size_t kPlacesAtOnce = 256;

}  // namespace

HotSpots hot_spots(std::span<const double> values, std::size_t weeks, const SpatialWeights& weights, const LocalGOptions& options, double max_false_share) {
    const std::size_t places = weights.places();
    HotSpots out{{}, std::vector<Finding<EmergingSpot>>(places)};
    std::vector<Heat> heat(places * weeks);
    std::vector<double> z(places * weeks);
    parallel_ranges(weeks, kWeeksAtOnce, [&](std::size_t first, std::size_t until) {
        std::vector<double> now(places);
        for (std::size_t week = first; week < until; ++week) {
            for (std::size_t i = 0; i < places; ++i) now[i] = values[i * weeks + week];
            auto all = local_g(now, weights, options);
            for (std::size_t i = 0; i < places; ++i) {
                if (!all[i]) continue;
                z[i * weeks + week] = all[i]->z;
                if (all[i]->q <= max_false_share) heat[i * weeks + week] = all[i]->z > 0 ? Heat::Hot : Heat::Cold;
            }
            if (week + 1 == weeks) out.last = std::move(all);
        }
    });
    parallel_ranges(places, kPlacesAtOnce, [&](std::size_t first, std::size_t until) {
        for (std::size_t i = first; i < until; ++i) out.kinds[i] = emerging_spot(std::span{heat}.subspan(i * weeks, weeks), std::span{z}.subspan(i * weeks, weeks));
    });
    return out;
}

}  // namespace problemator
