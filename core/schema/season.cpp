#include "core/schema/season.hpp"

#include <algorithm>
#include <cstdlib>

namespace problemator {
namespace {

constexpr Day kNearTheUsual = 120;

Day day_of(int year, int month_day) {
    Date date{year, static_cast<unsigned>(month_day / 100), static_cast<unsigned>(month_day % 100)};
    if (!is_valid(date)) date.day = 28;   // 29 February of a usual year
    return day_from_date(date);
}

}  // namespace

DayRange season_in(const Season& season, int year) {
    const Day from = day_of(year, season.from_month_day);
    const auto ordered = std::find_if(season.exact.begin(), season.exact.end(), [from](const DayRange& range) { return std::abs(range.from - from) <= kNearTheUsual; });
    if (ordered != season.exact.end()) return *ordered;
    return {from, day_of(season.until_month_day < season.from_month_day ? year + 1 : year, season.until_month_day)};
}

bool is_in_season(const Season& season, Day day) {
    const int year = date_from_day(day).year;
    for (int begins = year - 1; begins <= year + 1; ++begins) {   // an ordered stretch may begin some days before its year
        const DayRange range = season_in(season, begins);
        if (day >= range.from && day <= range.until) return true;
    }
    return false;
}

}  // namespace problemator
