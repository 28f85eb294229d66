#include "core/base/time.hpp"

namespace problemator {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

unsigned days_in_month(int year, unsigned month) {
    constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/// Exactly `count` digits at `pos`, advanced past them.
std::optional<int> digits(std::string_view text, std::size_t& pos, std::size_t count) {
    if (pos + count > text.size()) return std::nullopt;
    int value = 0;
    for (std::size_t end = pos + count; pos < end; ++pos) {
        if (text[pos] < '0' || text[pos] > '9') return std::nullopt;
        value = value * 10 + (text[pos] - '0');
    }
    return value;
}

bool take(std::string_view text, std::size_t& pos, char expected) {
    if (pos >= text.size() || text[pos] != expected) return false;
    ++pos;
    return true;
}

}  // namespace

bool is_valid(Date date) {
    return date.year >= 1900 && date.year <= 2199 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

// Days from civil, by the proleptic Gregorian calendar in 400-year eras (H. Hinnant, "chrono-compatible low-level date algorithms").
Day day_from_date(Date date) {
    const int year = date.year - (date.month <= 2);
    const int era = floor_div(year, 400);
    const int year_of_era = year - era * 400;
    const int shifted_month = static_cast<int>(date.month) + (date.month > 2 ? -3 : 9);   // March = 0
    const int day_of_year = (153 * shifted_month + 2) / 5 + static_cast<int>(date.day) - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Date date_from_day(Day day) {
    const int shifted = day + 719468;
    const int era = floor_div(shifted, 146097);
    const int day_of_era = shifted - era * 146097;
    const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted_month = (5 * day_of_year + 2) / 153;
    const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    const int day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    return {.year = year_of_era + era * 400 + (month <= 2), .month = static_cast<unsigned>(month), .day = static_cast<unsigned>(day_of_month)};
}

Month month_from_day(Day d) {
    const Date date = date_from_day(d);
    return date.year * 12 + static_cast<int>(date.month) - 1;
}

Day first_day_of_month(Month m) {
    const int year = floor_div(m, 12);
    return day_from_date({.year = year, .month = static_cast<unsigned>(m - year * 12 + 1), .day = 1});
}

IsoWeek iso_week(Week w) {
    const int year = date_from_day(first_day_of_week(w) + 3).year;   // the year of the Thursday
    const Week first = week_from_day(day_from_date({.year = year, .month = 1, .day = 4}));
    return {.year = year, .week = w - first + 1};
}

std::optional<Week> week_from_iso(IsoWeek iso) {
    if (iso.year < 1900 || iso.year > 2199 || iso.week < 1) return std::nullopt;
    const Week week = week_from_day(day_from_date({.year = iso.year, .month = 1, .day = 4})) + iso.week - 1;
    if (!(iso_week(week) == iso)) return std::nullopt;
    return week;
}

std::optional<Week> parse_week(std::string_view text) {
    std::size_t pos = 0;
    const auto year = digits(text, pos, 4);
    if (!year || !take(text, pos, '-') || !take(text, pos, 'W')) return std::nullopt;
    const auto week = digits(text, pos, 2);
    if (!week || pos != text.size()) return std::nullopt;
    return week_from_iso({.year = *year, .week = *week});
}

std::optional<Minute> parse_iso_minute(std::string_view text) {
    std::size_t pos = 0;
    const auto year = digits(text, pos, 4);
    if (!year || !take(text, pos, '-')) return std::nullopt;
    const auto month = digits(text, pos, 2);
    if (!month || !take(text, pos, '-')) return std::nullopt;
    const auto day = digits(text, pos, 2);
    if (!day) return std::nullopt;
    const Date date{.year = *year, .month = static_cast<unsigned>(*month), .day = static_cast<unsigned>(*day)};
    if (!is_valid(date)) return std::nullopt;
    const Minute midnight = minute_from_day(day_from_date(date));
    if (pos == text.size()) return midnight;
    if (!take(text, pos, 'T')) return std::nullopt;
    const auto hour = digits(text, pos, 2);
    if (!hour || !take(text, pos, ':')) return std::nullopt;
    const auto minute = digits(text, pos, 2);
    if (!minute || pos != text.size() || *hour > 23 || *minute > 59) return std::nullopt;
    return midnight + *hour * 60 + *minute;
}

}  // namespace problemator
