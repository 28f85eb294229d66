// Seasons of a profile: which days belong to one — as ordered in that year, else by its usual days.
#pragma once
#include "core/schema/profile.hpp"

namespace problemator {

/// The stretch that begins in `year`: the one of `exact` that begins within 120 days of the usual first day, else the usual days.
DayRange season_in(const Season& season, int year);
bool is_in_season(const Season& season, Day day);

}  // namespace problemator
