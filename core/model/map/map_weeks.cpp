// The weeks under the map: 52 bars that end with the newest week of the site; a click shows the map of that week.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/map/map_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLabels = 5;

std::string label_of(Week week, bool has_year, Lang lang) {
    const std::string short_name = format_week_short(week, lang);
    return has_year ? short_name + ", " + std::to_string(iso_week(week).year) : short_name;
}

}  // namespace

MapWeeks map_weeks(const Scope& scope) {
    MapWeeks out;
    const Week last = std::max(scope.home, scope.silent), first = last - static_cast<Week>(kYearWeeks) + 1;
    Filter filter = scope.filter;
    filter.period = {first_minute_of_week(first), first_minute_of_week(last + 1)};
    const auto counted = group_of(scope, filter, Axis::Week);
    for (Week week = first; week <= last; ++week) {
        const auto found = std::lower_bound(counted->keys.begin(), counted->keys.end(), week);
        const bool has_rows = found != counted->keys.end() && *found == week;
        const std::uint32_t n = has_rows ? counted->tallies[static_cast<std::size_t>(found - counted->keys.begin())].n : 0;
        State state = scope.state;
        set_period(state, week_period(week), scope.silent);
        out.weeks.push_back({format_week(week, scope.lang) + ": " + count_words(scope.world, n, scope.lang), drawn_count(scope.world, n), false, to_hash(state)});
    }
    if (scope.is_one_week && scope.week >= first && scope.week <= last) out.shown = static_cast<std::size_t>(scope.week - first);
    for (std::size_t i = 0; i < kLabels; ++i) {
        const std::size_t at = i * (kYearWeeks - 1) / (kLabels - 1);
        out.labels.emplace_back(at, label_of(first + static_cast<Week>(at), i == 0, scope.lang));
    }
    return out;
}

}  // namespace problemator
