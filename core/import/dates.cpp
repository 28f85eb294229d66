#include "core/import/dates.hpp"

#include <algorithm>
#include <span>

#include "core/base/text.hpp"

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

struct Month { std::string_view name, of, english; };

constexpr Month kMonths[] = {
    {"январь", "января", "january"}, {"февраль", "февраля", "february"}, {"март", "марта", "march"}, {"апрель", "апреля", "april"},
    {"май", "мая", "may"}, {"июнь", "июня", "june"}, {"июль", "июля", "july"}, {"август", "августа", "august"},
    {"сентябрь", "сентября", "september"}, {"октябрь", "октября", "october"}, {"ноябрь", "ноября", "november"}, {"декабрь", "декабря", "december"},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// «января», «янв», «янв.», "Jan", "January": at least three letters of the name; 0 when it is none.
unsigned read_month_name(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    const std::string word = to_lower(text.substr(begin, std::min<std::size_t>(at - begin, 32)));
    if (at < text.size() && text[at] == '.') ++at;
    if (count_chars(word) < 3) return 0;
    for (unsigned i = 0; i < std::size(kMonths); ++i)
        if (kMonths[i].name.starts_with(word) || kMonths[i].of.starts_with(word) || kMonths[i].english.starts_with(word)) return i + 1;
    return 0;
}

struct Shown { std::string_view word, shown; };

/// What must be there of a pattern, in neutral letters: "DD.MM.YYYY". describe() writes them in the language of the reader.
std::string shown_form(std::string_view pattern) {
    static constexpr Shown kShown[] = {{"dd", "DD"}, {"d", "DD"}, {"mon", "MON"}, {"mm", "MM"}, {"m", "MM"}, {"yyyy", "YYYY"}, {"yy", "YY"}, {"HH", "hh"}, {"hh", "hh"},
                                       {"H", "hh"}, {"h", "hh"}, {"MM", "mm"}, {"SS", "ss"}, {"am", "AM"}, {"f", "f"}, {"z", ""}, {"~", "."}};
    std::string out;
    int depth = 0;
    while (!pattern.empty()) {
        const auto known = std::find_if(std::begin(kShown), std::end(kShown), [&](const Shown& s) { return pattern.starts_with(s.word); });
        const std::string_view piece = known != std::end(kShown) ? known->word : pattern.substr(0, 1);
        depth += piece == "[" ? 1 : piece == "]" ? -1 : 0;
        if (depth == 0 && piece != "]") out += known != std::end(kShown) ? known->shown : piece;
        pattern.remove_prefix(piece.size());
    }
    return out;
}

constexpr std::string_view kIso = "yyyy-mm-dd[THH:MM[:SS[.f]]z]";

}  // namespace

struct DateForm::Parts {
    Date date;
    int hour = 0, minute = 0, second = 0;
    char separator = 0;
    bool has_time = false, is_12_hour = false, is_pm = false;
    std::optional<int> offset;
};

std::optional<DateForm> DateForm::compile(std::string_view pattern) {
    DateForm form;
    if (pattern == "iso") pattern = kIso;
    form.shown_ = shown_form(pattern);
    struct Known { std::string_view text; Word word; unsigned char least; };
    static constexpr Known kWords[] = {
        {"dd", Word::DayOfMonth, 2}, {"d", Word::DayOfMonth, 1}, {"mon", Word::MonthName, 3}, {"mm", Word::MonthOfYear, 2}, {"m", Word::MonthOfYear, 1}, {"yyyy", Word::Year4, 4}, {"yy", Word::Year2, 2},
        {"HH", Word::Hour, 1}, {"H", Word::Hour, 1}, {"hh", Word::Hour12, 1}, {"h", Word::Hour12, 1}, {"MM", Word::Minutes, 2},
        {"SS", Word::Seconds, 2}, {"am", Word::Half, 2}, {"f", Word::Fraction, 1}, {"z", Word::Zone, 0}, {"~", Word::Separator, 1},
    };
    std::vector<std::size_t> open;   // groups not yet closed
    bool has_day = false, has_month = false, has_year = false;
    while (!pattern.empty()) {
        const auto known = std::find_if(std::begin(kWords), std::end(kWords), [&](const Known& w) { return pattern.starts_with(w.text); });
        if (known != std::end(kWords)) {
            form.tokens_.push_back({known->word, known->least, 0, 0});
            has_day |= known->word == Word::DayOfMonth;
            has_month |= known->word == Word::MonthOfYear || known->word == Word::MonthName;
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
        case Word::MonthName: parts.date.month = read_month_name(text, at); return parts.date.month != 0;
        case Word::Separator:
            if (at >= text.size() || (text[at] != '.' && text[at] != '/' && text[at] != '-')) return false;
            if (parts.separator != 0 && parts.separator != text[at]) return false;
            parts.separator = text[at++];
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

namespace {

// Numbers first, in the order that the column has; then ISO and names of months, which no order can mistake.
constexpr std::string_view kDayFirst[] = {"d~m~yyyy[[,] HH:MM[:SS[.f]]]", "d~m~yy[[,] HH:MM[:SS]]", "d~m~yyyy[,] hh:MM[:SS] am", "d~m~yy[,] hh:MM[:SS] am"};
constexpr std::string_view kMonthFirst[] = {"m~d~yyyy[[,] HH:MM[:SS[.f]]]", "m~d~yy[[,] HH:MM[:SS]]", "m~d~yyyy[,] hh:MM[:SS] am", "m~d~yy[,] hh:MM[:SS] am"};
constexpr std::string_view kYearFirst[] = {"yy~m~d[[,] HH:MM[:SS]]"};
constexpr std::string_view kAnyOrder[] = {"iso", "yyyy~m~d[[,] HH:MM[:SS[.f]]]", "yyyy~m~d[,] hh:MM[:SS] am", "d mon yyyy[ г.][[,] HH:MM[:SS]]", "d mon yyyy[,] hh:MM[:SS] am", "d-mon-yyyy[ HH:MM[:SS]]",
                                          "d-mon-yy[ HH:MM[:SS]]", "d mon yy[ HH:MM[:SS]]", "mon d, yyyy[[,] HH:MM[:SS]]", "mon d, yyyy[,] hh:MM[:SS] am"};

std::vector<std::string_view> patterns_in_order(std::span<const std::string_view> numbers) {
    std::vector<std::string_view> all{numbers.begin(), numbers.end()};
    all.insert(all.end(), std::begin(kAnyOrder), std::end(kAnyOrder));
    return all;
}

template <class Value>
struct ByOrder {
    Value day_first, month_first, year_first;
    const Value& of(DateOrder order) const { return order == DateOrder::DayFirst ? day_first : order == DateOrder::MonthFirst ? month_first : year_first; }
};

std::vector<DateForm> compiled(const std::vector<std::string_view>& patterns) {
    std::vector<DateForm> forms;
    for (const std::string_view pattern : patterns) forms.push_back(*DateForm::compile(pattern));
    return forms;
}

}  // namespace

const std::vector<std::string_view>& date_patterns(DateOrder order) {
    static const ByOrder<std::vector<std::string_view>> all{patterns_in_order(kDayFirst), patterns_in_order(kMonthFirst), patterns_in_order(kYearFirst)};
    return all.of(order);
}

const std::vector<DateForm>& date_forms(DateOrder order) {
    static const ByOrder<std::vector<DateForm>> all{compiled(date_patterns(DateOrder::DayFirst)), compiled(date_patterns(DateOrder::MonthFirst)), compiled(date_patterns(DateOrder::YearFirst))};
    return all.of(order);
}

const std::vector<DateForm>& usual_date_forms() {
    static const std::vector<DateForm> forms = [] {
        std::vector<DateForm> all;
        for (const std::string_view pattern : {"dd.mm.yyyy[ HH:MM[:SS]]", "iso", "d.m.yy[ HH:MM[:SS]]", "mm/dd/yyyy hh:MM:SS am"}) all.push_back(*DateForm::compile(pattern));
        for (const DateForm& form : date_forms(DateOrder::DayFirst)) all.push_back(form);
        return all;
    }();
    return forms;
}

std::string_view order_id(DateOrder order) {
    switch (order) {
        case DateOrder::DayFirst: return "dmy";
        case DateOrder::MonthFirst: return "mdy";
        case DateOrder::YearFirst: return "ymd";
    }
    return {};
}

std::optional<DateOrder> parse_order(std::string_view id) {
    for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst})
        if (order_id(order) == id) return order;
    return std::nullopt;
}

std::optional<ReadTime> read_date(std::string_view text, const std::vector<DateForm>& forms) {
    for (const DateForm& form : forms)
        if (auto time = form.read(text)) return time;
    return std::nullopt;
}

}  // namespace problemator
