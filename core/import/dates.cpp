#include "core/import/dates.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads `least`…`most` digits; false when there are fewer.
bool read_digits(std::string_view text, std::size_t& at, unsigned least, unsigned most, int& value) {
    unsigned count = 0;
    value = 0;
    while (count < most && at < text.size() && is_digit(text[at])) {
        value = value * 10 + (text[at++] - '0');
        ++count;
    }
    return count >= least;
}

struct Spelling { std::string_view pattern, shown; };

constexpr Spelling kUsual[] = {
    {"dd.mm.yyyy[ HH:MM[:SS]]", "ДД.ММ.ГГГГ"}, {"iso", "ГГГГ-ММ-ДД"}, {"d.m.yy[ HH:MM[:SS]]", "Д.М.ГГ"},
    {"mm/dd/yyyy hh:MM:SS am", "ММ/ДД/ГГГГ чч:мм:сс AM"},
};

std::string shown_form(std::string_view pattern) {
    for (const Spelling& usual : kUsual)
        if (usual.pattern == pattern) return std::string{usual.shown};
    if (pattern.starts_with("dd.mm.yyyy HH")) return "ДД.ММ.ГГГГ чч:мм";
    if (pattern.starts_with("dd.mm.yyyy")) return "ДД.ММ.ГГГГ";
    return std::string{pattern};
}

}  // namespace

struct DateForm::Parts {
    Date date;
    int hour = 0, minute = 0, second = 0;
    bool has_time = false, is_12_hour = false, is_pm = false;
    std::optional<int> offset;
};

std::optional<DateForm> DateForm::compile(std::string_view pattern) {
    DateForm form;
    form.shown_ = shown_form(pattern);
    if (pattern == "iso") pattern = "yyyy-mm-dd[THH:MM[:SS[.f]]z]";
    struct Known { std::string_view text; Word word; unsigned char least; };
    static constexpr Known kWords[] = {
        {"dd", Word::DayOfMonth, 2}, {"d", Word::DayOfMonth, 1}, {"mm", Word::MonthOfYear, 2}, {"m", Word::MonthOfYear, 1}, {"yyyy", Word::Year4, 4}, {"yy", Word::Year2, 2},
        {"HH", Word::Hour, 1}, {"H", Word::Hour, 1}, {"hh", Word::Hour12, 1}, {"h", Word::Hour12, 1}, {"MM", Word::Minutes, 2},
        {"SS", Word::Seconds, 2}, {"am", Word::Half, 2}, {"f", Word::Fraction, 1}, {"z", Word::Zone, 0},
    };
    std::vector<std::size_t> open;   // groups not yet closed
    bool has_day = false, has_month = false, has_year = false;
    while (!pattern.empty()) {
        const auto known = std::find_if(std::begin(kWords), std::end(kWords), [&](const Known& w) { return pattern.starts_with(w.text); });
        if (known != std::end(kWords)) {
            form.tokens_.push_back({known->word, known->least, 0, 0});
            has_day |= known->word == Word::DayOfMonth;
            has_month |= known->word == Word::MonthOfYear;
            has_year |= known->word == Word::Year4 || known->word == Word::Year2;
            pattern.remove_prefix(known->text.size());
            continue;
        }
        const char c = pattern.front();
        pattern.remove_prefix(1);
        if (c == '[') {
            open.push_back(form.tokens_.size());
            form.tokens_.push_back({Word::Optional, 1, 0, 0});
        } else if (c == ']') {
            if (open.empty()) return std::nullopt;
            form.tokens_[open.back()].group_end = form.tokens_.size();
            open.pop_back();
        } else {
            form.tokens_.push_back({Word::Literal, 1, c, 0});
        }
    }
    if (!open.empty() || !has_day || !has_month || !has_year) return std::nullopt;
    return form;
}

bool DateForm::read_zone(std::string_view text, std::size_t& at, Parts& parts) {
    if (at >= text.size()) return true;
    if (text[at] == 'Z' || text[at] == 'z') { ++at; parts.offset = 0; return true; }
    if (text[at] != '+' && text[at] != '-') return true;
    const int sign = text[at++] == '+' ? 1 : -1;
    int hours = 0, minutes = 0;
    if (!read_digits(text, at, 2, 2, hours)) return false;
    if (at < text.size() && text[at] == ':') ++at;
    if (at < text.size() && !read_digits(text, at, 2, 2, minutes)) return false;
    if (hours > 14 || minutes > 59) return false;
    parts.offset = sign * (hours * 60 + minutes);
    return true;
}

bool DateForm::read_word(const Token& token, std::string_view text, std::size_t& at, Parts& parts) {
    int value = 0;
    switch (token.word) {
        case Word::DayOfMonth:
            if (!read_digits(text, at, token.least, 2, value)) return false;
            parts.date.day = static_cast<unsigned>(value);
            return true;
        case Word::MonthOfYear:
            if (!read_digits(text, at, token.least, 2, value)) return false;
            parts.date.month = static_cast<unsigned>(value);
            return true;
        case Word::Year4: return read_digits(text, at, 4, 4, parts.date.year);
        case Word::Year2:
            if (!read_digits(text, at, 2, 2, value)) return false;
            parts.date.year = 2000 + value;
            return at >= text.size() || !is_digit(text[at]);
        case Word::Hour:
        case Word::Hour12:
            parts.has_time = true;
            parts.is_12_hour = token.word == Word::Hour12;
            return read_digits(text, at, token.least, 2, parts.hour);
        case Word::Minutes: return read_digits(text, at, 2, 2, parts.minute);
        case Word::Seconds: return read_digits(text, at, 2, 2, parts.second);
        case Word::Half: {
            if (at + 2 > text.size() || (text[at + 1] | 0x20) != 'm') return false;
            const int half = text[at] | 0x20;
            parts.is_pm = half == 'p';
            at += 2;
            return half == 'a' || half == 'p';
        }
        case Word::Fraction: return read_digits(text, at, 1, 9, value);
        case Word::Zone: return read_zone(text, at, parts);
        case Word::Literal:
            if (at >= text.size()) return false;
            if (text[at] != token.literal && !(token.literal == 'T' && (text[at] == ' ' || text[at] == 't'))) return false;
            ++at;
            return true;
        case Word::Optional: return true;
    }
    return false;
}

bool DateForm::read_words(std::size_t begin, std::size_t end, std::string_view text, std::size_t& at, Parts& parts) const {
    for (std::size_t i = begin; i < end; ++i) {
        const Token& token = tokens_[i];
        if (token.word != Word::Optional) {
            if (!read_word(token, text, at, parts)) return false;
            continue;
        }
        const std::size_t at_before = at;
        const Parts before = parts;
        if (at >= text.size() || !read_words(i + 1, token.group_end, text, at, parts)) {
            at = at_before;
            parts = before;
        }
        i = token.group_end - 1;
    }
    return true;
}

std::optional<ReadTime> DateForm::read(std::string_view text) const {
    Parts parts;
    std::size_t at = 0;
    if (!read_words(0, tokens_.size(), text, at, parts) || at != text.size() || !is_valid(parts.date)) return std::nullopt;
    if (parts.is_12_hour) {
        if (parts.hour < 1 || parts.hour > 12) return std::nullopt;
        parts.hour = parts.hour % 12 + (parts.is_pm ? 12 : 0);
    }
    if (parts.hour > 23 || parts.minute > 59 || parts.second > 60) return std::nullopt;
    return ReadTime{minute_from_day(day_from_date(parts.date)) + parts.hour * 60 + parts.minute, parts.has_time, parts.offset};
}

const std::vector<DateForm>& usual_date_forms() {
    static const std::vector<DateForm> forms = [] {
        std::vector<DateForm> all;
        for (const Spelling& usual : kUsual) all.push_back(*DateForm::compile(usual.pattern));
        return all;
    }();
    return forms;
}

std::optional<ReadTime> read_date(std::string_view text, const std::vector<DateForm>& forms) {
    for (const DateForm& form : forms)
        if (auto time = form.read(text)) return time;
    return std::nullopt;
}

namespace {

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
