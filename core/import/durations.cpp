// Durations, as exports write them. Declared with the dates: a channel's column is one or the other.
#include <cmath>

#include "core/base/text.hpp"
#include "core/import/dates.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr double kLongestMinutes = 100.0 * 366 * kMinutesPerDay;

/// "26:33:00" or "26:33" as hours, minutes, seconds.
std::optional<double> read_clock(std::string_view text) {
    const auto parts = split(text, ':');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    double minutes = 0;
    const double scale[] = {60, 1, 1.0 / 60};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto value = read_number(parts[i]);
        if (!value || *value < 0 || (i > 0 && *value >= 60) || parts[i].empty() || !is_digit(parts[i].front())) return std::nullopt;
        minutes += *value * scale[i];
    }
    return minutes;
}

/// Minutes in one unit named by the first letters of a word: «д.», «дн.», «дней», "days", «ч», «мин», "h", "m", «сек».
std::optional<double> unit_minutes(std::string_view word) {
    struct Unit { std::string_view beginning; double minutes; };
    static constexpr Unit kUnits[] = {{"сут", 1440}, {"д", 1440}, {"d", 1440}, {"ч", 60}, {"h", 60}, {"м", 1}, {"m", 1}, {"с", 1.0 / 60}, {"s", 1.0 / 60}};
    for (const Unit& unit : kUnits)
        if (word.starts_with(unit.beginning)) return unit.minutes;
    return std::nullopt;
}

/// «2 д. 3 ч.», "1 day, 02:33:00": numbers with units, and at most one clock at the end.
std::optional<double> read_units(std::string_view text) {
    double minutes = 0;
    bool has_unit = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789:.,"), text.size());
        std::string_view number = text.substr(0, end);
        while (!number.empty() && (number.back() == ',' || number.back() == '.')) number.remove_suffix(1);
        text = trim(text.substr(end));
        if (number.find(':') != std::string_view::npos) {
            const auto clock = read_clock(number);
            if (!clock || !text.empty()) return std::nullopt;
            return minutes + *clock;
        }
        const auto value = read_number(number);
        const std::size_t word_end = std::min(text.find_first_of("0123456789 "), text.size());
        const auto unit = unit_minutes(text.substr(0, word_end));
        if (!value || *value < 0 || !unit) return std::nullopt;
        minutes += *value * *unit;
        has_unit = true;
        text = trim(text.substr(word_end));
    }
    return has_unit ? std::optional{minutes} : std::nullopt;
}

}  // namespace

std::optional<Minute> read_duration(std::string_view text) {
    const std::string lower = fold(text);
    if (lower.empty() || !is_digit(lower.front())) return std::nullopt;
    std::optional<double> minutes;
    if (lower.find_first_not_of("0123456789.,") == std::string::npos) {
        minutes = read_number(lower);
        if (minutes) *minutes *= kMinutesPerDay;
    } else if (lower.find_first_not_of("0123456789:") == std::string::npos) {
        minutes = read_clock(lower);
    } else {
        minutes = read_units(lower);
    }
    if (!minutes || !(*minutes <= kLongestMinutes)) return std::nullopt;
    return static_cast<Minute>(std::floor(*minutes + 1e-6));
}

}  // namespace problemator
