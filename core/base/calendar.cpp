#include "core/base/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/base/json.hpp"

namespace problemator {
namespace {

bool is_weekday(Day day) { return weekday_from_day(day) < 5; }

/// Weekdays (Monday to Friday) in [1970-01-05, day], negative before; only differences of it mean something.
std::int64_t weekdays_through(Day day) {
    return std::int64_t{week_from_day(day)} * 5 + std::min(weekday_from_day(day) + 1, 5);
}

Result<int> read_year(const std::string& key, const JsonCursor& at) {
    int year = 0;
    const auto [end, fault] = std::from_chars(key.data(), key.data() + key.size(), year);
    const bool is_year = fault == std::errc{} && end == key.data() + key.size() && year >= 1900 && year <= 2199;
    if (!is_year) return at.error(Fault::UnknownKey, key, "2026");
    return year;
}

/// "04-27" of `year` → day.
std::optional<Day> read_day(int year, const std::string& text) {
    if (text.size() != 5) return std::nullopt;
    const auto minute = parse_iso_minute(std::to_string(year) + "-" + text);
    if (!minute) return std::nullopt;
    return day_from_minute(*minute);
}

Result<std::vector<Day>> read_days(const JsonCursor& year_object, int year, std::string_view key) {
    std::vector<Day> days;
    const auto list = year_object.find(key);
    if (!list) return days;
    TRY(const auto texts, list->strings());
    for (const auto& text : texts) {
        const auto day = read_day(year, text);
        if (!day) return list->error(Fault::BadDate, text, "11-04");
        days.push_back(*day);
    }
    return days;
}

/// "moved" says from which day a day off came; it explains "off" and changes nothing, but must be dates.
Result<Nothing> check_moved(const JsonCursor& year_object, int year) {
    const auto moved = year_object.find("moved");
    if (!moved) return Nothing{};
    TRY(const auto members, moved->members());
    for (const auto& [to, at] : members) {
        TRY(const auto from, at.string());
        if (!read_day(year, to)) return at.error(Fault::BadDate, to, "01-09");
        if (!read_day(year, from)) return at.error(Fault::BadDate, from, "01-03");
    }
    return Nothing{};
}

}  // namespace

Result<WorkCalendar> WorkCalendar::read(std::string_view json, std::string_view file_name) {
    TRY(const auto root, JsonCursor::parse(json, file_name));
    TRY(const auto years, root.members());
    WorkCalendar calendar;
    std::map<Day, bool> worked;
    for (const auto& [key, object] : years) {
        TRY(const int year, read_year(key, object));
        if (calendar.last_year_ >= 0 && year != calendar.last_year_ + 1)
            return object.error(Fault::MissingKey, key, std::to_string(calendar.last_year_ + 1));
        if (calendar.last_year_ < 0) calendar.first_year_ = year;
        calendar.last_year_ = year;
        if (auto unknown = object.unknown_member({"off", "short", "working", "moved"})) return *std::move(unknown);
        TRY(const auto off, read_days(object, year, "off"));
        TRY(const auto shortened, read_days(object, year, "short"));
        TRY(const auto working, read_days(object, year, "working"));
        TRY([[maybe_unused]] const auto moved, check_moved(object, year));
        for (const Day day : off) worked[day] = false;
        for (const Day day : shortened) worked[day] = true;
        for (const Day day : working) worked[day] = true;
    }
    int balance = 0;
    for (const auto& [day, is_working] : worked) {
        if (is_working == is_weekday(day)) continue;
        balance += is_working ? 1 : -1;
        calendar.exceptions_.push_back({.day = day, .is_working = is_working, .balance = balance});
    }
    return calendar;
}

bool WorkCalendar::is_working(Day day) const {
    const auto at = std::lower_bound(exceptions_.begin(), exceptions_.end(), day, [](const Exception& e, Day d) { return e.day < d; });
    return at != exceptions_.end() && at->day == day ? at->is_working : is_weekday(day);
}

bool WorkCalendar::covers(Day day) const {
    const int year = date_from_day(day).year;
    return year >= first_year_ && year <= last_year_;
}

Day WorkCalendar::add_working_days(Day day, int n) const {
    while (n > 0 && day < INT32_MAX) n -= is_working(++day) ? 1 : 0;
    return day;
}

int WorkCalendar::balance_through(Day day) const {
    const auto after = std::upper_bound(exceptions_.begin(), exceptions_.end(), day, [](Day d, const Exception& e) { return d < e.day; });
    return after == exceptions_.begin() ? 0 : std::prev(after)->balance;
}

int WorkCalendar::working_days_between(Day from, Day until) const {
    if (until <= from) return 0;
    return static_cast<int>(weekdays_through(until) - weekdays_through(from)) + balance_through(until) - balance_through(from);
}

}  // namespace problemator
