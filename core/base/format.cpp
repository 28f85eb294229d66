#include "core/base/format.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace problemator {
namespace {

constexpr std::string_view kNbsp = "\u00A0";
constexpr std::string_view kMinus = "\u2212";

constexpr std::array<Phrase, 12> kMonths = {{{"январь", "January"}, {"февраль", "February"}, {"март", "March"}, {"апрель", "April"},
                                             {"май", "May"}, {"июнь", "June"}, {"июль", "July"}, {"август", "August"},
                                             {"сентябрь", "September"}, {"октябрь", "October"}, {"ноябрь", "November"}, {"декабрь", "December"}}};
constexpr std::array<Phrase, 12> kMonthsOf = {{{"января", "January"}, {"февраля", "February"}, {"марта", "March"}, {"апреля", "April"},
                                               {"мая", "May"}, {"июня", "June"}, {"июля", "July"}, {"августа", "August"},
                                               {"сентября", "September"}, {"октября", "October"}, {"ноября", "November"}, {"декабря", "December"}}};
constexpr std::array<Phrase, 12> kMonthsShort = {{{"янв", "Jan"}, {"фев", "Feb"}, {"мар", "Mar"}, {"апр", "Apr"}, {"май", "May"}, {"июн", "Jun"},
                                                  {"июл", "Jul"}, {"авг", "Aug"}, {"сен", "Sep"}, {"окт", "Oct"}, {"ноя", "Nov"}, {"дек", "Dec"}}};

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// Groups of three; Russian no-break space, English comma.
std::string grouped(std::string digits, Lang lang) {
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, lang == Lang::Ru ? kNbsp : std::string_view{","});
    }
    return digits;
}

/// |value| with `digits` decimals, rounded half away from zero; the sign is the caller's.
std::string magnitude(double value, int digits, Lang lang) {
    if (!std::isfinite(value)) return "–";   // no number to show
    double scale = 1;
    for (int i = 0; i < digits; ++i) scale *= 10;
    const double scaled = std::floor(std::fabs(value) * scale + 0.5 + 1e-9);
    if (scaled > 9e15) {   // beyond exact integers: no honest digits to show
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%.3e", std::fabs(value));
        return text.data();
    }
    std::string all = std::to_string(static_cast<std::uint64_t>(scaled));
    const auto fraction = static_cast<std::size_t>(digits);
    if (all.size() <= fraction) all.insert(0, fraction + 1 - all.size(), '0');
    std::string out = grouped(all.substr(0, all.size() - fraction), lang);
    if (digits > 0) out += (lang == Lang::Ru ? "," : ".") + all.substr(all.size() - fraction);
    return out;
}

bool is_zero(const std::string& digits) { return digits.find_first_of("123456789") == std::string::npos; }

std::string date_text(Date d, Lang lang, bool with_year) {
    const std::size_t m = d.month - 1;
    std::string out = std::to_string(d.day) + " " + std::string{kMonthsOf[m].in(lang)};
    if (with_year) out += " " + std::to_string(d.year);
    return out;
}

}  // namespace

std::string format_count(std::int64_t n, Lang lang) {
    const std::string digits = grouped(std::to_string(n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n)), lang);
    return n < 0 ? std::string{kMinus} + digits : digits;
}

std::string format_decimal(double value, int digits, Lang lang) {
    const std::string text = magnitude(value, digits, lang);
    return value < 0 && !is_zero(text) ? std::string{kMinus} + text : text;
}

std::string format_signed(double value, int digits, Lang lang) {
    const std::string text = magnitude(value, digits, lang);
    if (!std::isfinite(value)) return text;
    if (is_zero(text)) return "0";
    return (value < 0 ? std::string{kMinus} : std::string{"+"}) + text;
}

std::string format_percent(double share, int digits, Lang lang) {
    return format_decimal(share * 100, digits, lang) + (lang == Lang::Ru ? std::string{kNbsp} + "%" : "%");
}

std::string format_points(double share_difference, int digits, Lang lang) {
    return format_signed(share_difference * 100, digits, lang) + std::string{kNbsp} + (lang == Lang::Ru ? "п." + std::string{kNbsp} + "п." : "pp");
}

std::string format_times(double ratio, Lang lang) { return "×" + format_decimal(ratio, 1, lang); }

std::string format_counted(std::int64_t n, const Counted& noun, Lang lang) {
    return format_count(n, lang) + std::string{kNbsp} + std::string{noun.in(lang, static_cast<std::uint64_t>(n < 0 ? -n : n))};
}

std::string format_date(Day day, Lang lang) {
    const Date d = date_from_day(day);
    if (lang == Lang::Ru) return two(static_cast<int>(d.day)) + "." + two(static_cast<int>(d.month)) + "." + std::to_string(d.year);
    return std::to_string(d.day) + " " + std::string{kMonthsShort[d.month - 1].en} + " " + std::to_string(d.year);
}

std::string format_day_month(Day day, Lang lang) {
    const Date d = date_from_day(day);
    if (lang == Lang::Ru) return two(static_cast<int>(d.day)) + "." + two(static_cast<int>(d.month));
    return std::to_string(d.day) + " " + std::string{kMonthsShort[d.month - 1].en};
}

std::string format_time(Minute minute, Lang lang) {
    const Day day = day_from_minute(minute);
    const int in_day = minute - minute_from_day(day);
    return format_day_month(day, lang) + ", " + two(in_day / 60) + ":" + two(in_day % 60);
}

std::string format_date_range(Day first, Day last, Lang lang) {
    const Date a = date_from_day(first), b = date_from_day(last);
    if (first == last) return date_text(b, lang, true);
    if (a.year == b.year && a.month == b.month) return std::to_string(a.day) + "–" + date_text(b, lang, true);
    return date_text(a, lang, a.year != b.year) + " – " + date_text(b, lang, true);
}

std::string format_week(Week week, Lang lang) {
    return (lang == Lang::Ru ? "неделя" + std::string{kNbsp} : "week" + std::string{kNbsp}) + std::to_string(iso_week(week).week);
}

std::string format_week_short(Week week, Lang lang) {
    return (lang == Lang::Ru ? "нед." + std::string{kNbsp} : "wk" + std::string{kNbsp}) + std::to_string(iso_week(week).week);
}

std::string format_week_key(Week week) {
    const IsoWeek iso = iso_week(week);
    return std::to_string(iso.year) + "-W" + two(iso.week);
}

std::string format_iso_day(Day day) {
    const Date d = date_from_day(day);
    return std::to_string(d.year) + "-" + two(static_cast<int>(d.month)) + "-" + two(static_cast<int>(d.day));
}

std::string format_iso_minute(Minute minute) {
    const Day day = day_from_minute(minute);
    const int in_day = minute - minute_from_day(day);
    return format_iso_day(day) + "T" + two(in_day / 60) + ":" + two(in_day % 60);
}

std::string format_month(Month month, Lang lang) {
    const Date d = date_from_day(first_day_of_month(month));
    return std::string{kMonths[d.month - 1].in(lang)} + " " + std::to_string(d.year);
}

std::string format_month_short(Month month, Lang lang) { return std::string{kMonthsShort[date_from_day(first_day_of_month(month)).month - 1].in(lang)}; }

std::string format_duration(Minute minutes, Lang lang) {
    const bool ru = lang == Lang::Ru;
    const int m = minutes < 0 ? 0 : minutes;
    const auto with = [&](int n, const char* ru_unit, const char* en_unit) { return std::to_string(n) + std::string{kNbsp} + (ru ? ru_unit : en_unit); };
    if (m < 60) return with(m, "мин", "min");
    if (m < 2 * kMinutesPerDay) return with((m + 30) / 60, "ч", "h");
    return format_count((m + kMinutesPerDay / 2) / kMinutesPerDay, lang) + std::string{kNbsp} + (ru ? "дн." : "d");
}

}  // namespace problemator
