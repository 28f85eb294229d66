#include "core/import/quick_cells.hpp"

namespace problemator {
namespace {

/// Value of two digits; 100 or more when one of them is none.
unsigned two(std::string_view text, std::size_t at) {
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'}, ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 10'000u : tens * 10 + ones;
}

std::optional<Minute> midnight(unsigned century, unsigned year, unsigned month, unsigned day) {
    const Date date{static_cast<int>(century * 100 + year), month, day};
    if (century > 21 || year > 99 || !is_valid(date)) return std::nullopt;
    return minute_from_day(day_from_date(date));
}

std::optional<ReadTime> with_clock(std::optional<Minute> day, unsigned hour, unsigned minute) {
    if (!day || hour > 23 || minute > 59) return std::nullopt;
    return ReadTime{*day + static_cast<Minute>(hour * 60 + minute), true, std::nullopt};
}

std::optional<Minute> iso_midnight(std::string_view t) {
    if (t[4] != '-' || t[7] != '-') return std::nullopt;
    return midnight(two(t, 0), two(t, 2), two(t, 5), two(t, 8));
}

std::optional<Minute> dotted_midnight(std::string_view t) {
    if (t[2] != '.' || t[5] != '.') return std::nullopt;
    return midnight(two(t, 6), two(t, 8), two(t, 3), two(t, 0));
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

std::optional<ReadTime> QuickDates::iso_day(std::string_view t) const {
    const auto minute = has_iso_day_ ? iso_midnight(t) : std::nullopt;
    return minute ? std::optional{ReadTime{*minute, false, std::nullopt}} : std::nullopt;
}

std::optional<ReadTime> QuickDates::dotted_day(std::string_view t) const {
    const auto minute = has_dotted_day_ ? dotted_midnight(t) : std::nullopt;
    return minute ? std::optional{ReadTime{*minute, false, std::nullopt}} : std::nullopt;
}

std::optional<ReadTime> QuickDates::iso_time(std::string_view t) const {
    const bool is_known = (t[10] == 'T' && has_iso_t_) || (t[10] == ' ' && has_iso_blank_);
    if (!is_known || t[13] != ':') return std::nullopt;
    return with_clock(iso_midnight(t), two(t, 11), two(t, 14));
}

std::optional<ReadTime> QuickDates::dotted_time(std::string_view t) const {
    if (!has_dotted_time_ || t[10] != ' ' || t[13] != ':') return std::nullopt;
    return with_clock(dotted_midnight(t), two(t, 11), two(t, 14));
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
