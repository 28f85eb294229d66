// Civil time as integers: days and minutes since 1970-01-01 on the municipality's own wall clock, ISO weeks, months.
// Russia has fixed offsets without daylight saving since 2014, so local minutes order and subtract correctly.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace problemator {

using Day = std::int32_t;     // days since 1970-01-01
using Minute = std::int32_t;  // minutes since 1970-01-01 00:00 local time; good until the year 6053
using Week = std::int32_t;    // ISO weeks (Monday to Sunday) since the one that starts on 1970-01-05
using Month = std::int32_t;   // year * 12 + (month - 1)

inline constexpr Minute kNoTime = INT32_MIN;
inline constexpr Minute kMinutesPerDay = 24 * 60;
inline constexpr Minute kMinutesPerWeek = 7 * kMinutesPerDay;

struct Date {
    int year = 1970;
    unsigned month = 1, day = 1;
    friend bool operator==(const Date&, const Date&) = default;
};

struct IsoWeek {
    int year = 1970;   // the week-year: 1 January 2027 is in week 53 of 2026
    int week = 1;      // 1…53
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

constexpr std::int32_t floor_div(std::int32_t a, std::int32_t b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

bool is_valid(Date date);                 // year 1900…2199, month and day that exist
Day day_from_date(Date date);             // pre: is_valid(date)
Date date_from_day(Day day);
constexpr Day day_from_minute(Minute m) { return floor_div(m, kMinutesPerDay); }
constexpr Minute minute_from_day(Day d) { return d * kMinutesPerDay; }
constexpr Week week_from_day(Day d) { return floor_div(d - 4, 7); }
constexpr Day first_day_of_week(Week w) { return w * 7 + 4; }
constexpr Week week_from_minute(Minute m) { return week_from_day(day_from_minute(m)); }
constexpr Minute first_minute_of_week(Week w) { return minute_from_day(first_day_of_week(w)); }
Month month_from_day(Day d);
Day first_day_of_month(Month m);
constexpr int weekday_from_day(Day d) { return (d + 3) - floor_div(d + 3, 7) * 7; }  // 0 = Monday … 6 = Sunday
constexpr int hour_from_minute(Minute m) { return (m - minute_from_day(day_from_minute(m))) / 60; }
IsoWeek iso_week(Week w);
/// The week index of an ISO week; nullopt when the year has no such week.
std::optional<Week> week_from_iso(IsoWeek iso);
/// "2026-W46" → week index.
std::optional<Week> parse_week(std::string_view text);
/// "2026-11-16" or "2026-11-16T08:30" → minute; strict.
std::optional<Minute> parse_iso_minute(std::string_view text);

}  // namespace problemator
