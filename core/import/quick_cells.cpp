#include "core/import/quick_cells.hpp"

#include <array>

namespace problemator {
namespace {

/// Value of two digits; 100 or more when one of them is none.
unsigned two(std::string_view text, std::size_t at) {
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'}, ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 10'000u : tens * 10 + ones;
}

constexpr unsigned kFirstYear = 1900, kYears = 300;

/// Day numbers of the first of every month, and of the one after the last.
constexpr auto kMonths = [] {
    std::array<Day, kYears * 12 + 1> firsts{};
    constexpr std::array<Day, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Day day = -25567;                                  // 1900-01-01
    for (unsigned i = 0; i < kYears * 12; ++i) {
        const unsigned year = kFirstYear + i / 12;
        const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        firsts[i] = day;
        day += kLengths[i % 12] + (is_leap && i % 12 == 1 ? 1 : 0);
    }
    firsts.back() = day;
    return firsts;
}();

/// kNoTime when there is no such day. `hundreds`, `years`, `month`, `day` may be what two() returns for no digits.
Minute midnight(unsigned hundreds, unsigned years, unsigned month, unsigned day) {
    const unsigned year = hundreds * 100 + years - kFirstYear;     // wraps round to a large number before the first
    if (years > 99 || year >= kYears || month - 1 > 11) return kNoTime;
    const std::size_t at = year * 12 + month - 1;
    if (day - 1 >= static_cast<unsigned>(kMonths[at + 1] - kMonths[at])) return kNoTime;
    return minute_from_day(kMonths[at] + static_cast<Day>(day) - 1);
}

Minute iso_midnight(std::string_view t) {
    return t[4] == '-' && t[7] == '-' ? midnight(two(t, 0), two(t, 2), two(t, 5), two(t, 8)) : kNoTime;
}

Minute dotted_midnight(std::string_view t) {
    return t[2] == '.' && t[5] == '.' ? midnight(two(t, 6), two(t, 8), two(t, 3), two(t, 0)) : kNoTime;
}

}  // namespace

QuickDates::QuickDates(const std::vector<DateForm>& forms) {
    const ReadTime day{minute_from_day(day_from_date({2001, 2, 3})), false, std::nullopt}, time{day.minute + 245, true, std::nullopt};
    const auto reads = [&](std::string_view text, const ReadTime& expected) { return read_date(text, forms) == expected; };
    has_iso_day_ = reads("2001-02-03", day);
    has_iso_t_ = reads("2001-02-03T04:05", time);
    has_iso_blank_ = reads("2001-02-03 04:05", time);
    has_dotted_day_ = reads("03.02.2001", day);
    has_dotted_time_ = reads("03.02.2001 04:05", time);
}

QuickTime QuickDates::read(std::string_view t) const {
    if (t.size() != 10 && t.size() != 16) return {};
    const bool is_iso = t[4] == '-', has_time = t.size() == 16;
    const bool is_known = !has_time ? (is_iso ? has_iso_day_ : has_dotted_day_) : is_iso ? (t[10] == 'T' ? has_iso_t_ : t[10] == ' ' && has_iso_blank_) : t[10] == ' ' && has_dotted_time_;
    if (!is_known) return {};
    const Minute day = is_iso ? iso_midnight(t) : dotted_midnight(t);
    if (!has_time || day == kNoTime) return {day, false};
    const unsigned hour = two(t, 11), minute = two(t, 14);
    if (t[13] != ':' || hour > 23 || minute > 59) return {};
    return {day + static_cast<Minute>(hour * 60 + minute), true};
}

std::optional<double> quick_number(std::string_view text) {
    static constexpr double kTens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const bool is_negative = !text.empty() && text.front() == '-';
    if (is_negative) text.remove_prefix(1);
    if (text.empty() || text.size() > 16) return std::nullopt;
    std::int64_t digits = 0;
    std::size_t behind = 0, count = 0;
    bool has_mark = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            ++count;
            behind += has_mark ? 1u : 0u;
        } else if ((c == '.' || c == ',') && !has_mark && count > 0) {
            has_mark = true;
        } else {
            return std::nullopt;
        }
    }
    if (count == 0 || count > 15 || (has_mark && behind == 0)) return std::nullopt;
    const double value = static_cast<double>(digits) / kTens[behind];
    return is_negative ? -value : value;
}

}  // namespace problemator
