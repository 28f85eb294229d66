// The weeks under the map: 52 bars that end with the newest week of the site; a click shows the map of that week.
#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/map_parts.hpp"
#include "core/model/weekly_cells.hpp"
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
    for (Week week = first; week <= last; ++week) {
        filter.period = week_period(week);
        const auto n = static_cast<std::uint32_t>(count_rows(scope.table, filter));
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
