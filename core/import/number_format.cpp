#include "core/import/number_format.hpp"

#include <algorithm>

#include "core/import/serial.hpp"

namespace problemator {
namespace {

constexpr std::int64_t kHundredYears = std::int64_t{36525} * 86400;
constexpr Minute kTenYears = 3653 * kMinutesPerDay;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_elapsed(std::string_view inside) {
    if (inside.empty()) return false;
    const char unit = lower(inside[0]);
    if (unit != 'h' && unit != 'm' && unit != 's') return false;
    for (const char c : inside)
        if (lower(c) != unit) return false;
    return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "P1DT2H33M00S": units in this order, each at most once; a fraction of a second is cut.
std::optional<std::int64_t> iso_seconds(std::string_view text) {
    struct Unit { char letter; std::int64_t seconds; bool is_clock; };
    constexpr Unit units[] = {{'D', 86400, false}, {'H', 3600, true}, {'M', 60, true}, {'S', 1, true}};
    if (text.size() < 3 || text[0] != 'P') return std::nullopt;
    std::int64_t total = 0;
    std::size_t at = 1, unit = 0;
    bool is_clock = false;
    while (at < text.size()) {
        if (text[at] == 'T' && !is_clock) { is_clock = true; ++at; continue; }
        std::int64_t value = 0;
        const std::size_t begin = at;
        for (; at < text.size() && is_digit(text[at]) && value <= kHundredYears; ++at) value = value * 10 + (text[at] - '0');
        if (at == begin) return std::nullopt;
        if (at < text.size() && (text[at] == '.' || text[at] == ','))
            for (++at; at < text.size() && is_digit(text[at]);) ++at;
        while (unit < 4 && (at >= text.size() || units[unit].letter != text[at])) ++unit;
        if (unit == 4 || units[unit].is_clock != is_clock) return std::nullopt;
        total += value * units[unit++].seconds;
        if (value > kHundredYears || total > kHundredYears) return std::nullopt;
        ++at;
    }
    return text.back() == 'T' ? std::nullopt : std::optional{total};
}

/// What the letters of a code stand for; 'm' is a month unless hours precede or seconds follow it.
struct CodeLetters {
    bool has_date = false, has_clock = false, is_elapsed = false;
    bool is_after_hour = false, is_open_month = false;

    void take(char letter) {
        if (letter == 'y' || letter == 'd') { settle(); has_date = true; is_after_hour = false; }
        if (letter == 'h') { settle(); has_clock = true; is_after_hour = true; }
        if (letter == 's') { is_open_month = false; has_clock = true; is_after_hour = false; }
        if (letter == 'm' && !is_after_hour) is_open_month = true;
    }
    void settle() { has_date |= is_open_month; is_open_month = false; }
};

}  // namespace

NumberForm form_of_code(std::string_view code) {
    CodeLetters letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') { ++i; continue; }
        if (c == '"') { i = std::min(code.find('"', i + 1), code.size()); continue; }
        if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            letters.is_elapsed |= is_elapsed(code.substr(i + 1, end - i - 1));
            i = end;
            continue;
        }
        const std::string_view rest = code.substr(i);
        if (rest.starts_with("General") || rest.starts_with("GENERAL")) { i += 6; continue; }
        if (rest.starts_with("AM/PM") || rest.starts_with("am/pm")) { letters.has_clock = true; i += 4; continue; }
        if (rest.starts_with("A/P") || rest.starts_with("a/p")) { letters.has_clock = true; i += 2; continue; }
        letters.take(lower(c));
    }
    letters.settle();
    if (letters.is_elapsed) return NumberForm::Duration;
    if (letters.has_date) return letters.has_clock ? NumberForm::DateTime : NumberForm::Date;
    return letters.has_clock ? NumberForm::Time : NumberForm::Plain;
}

NumberForm form_of_builtin(std::uint32_t id) {
    if (id == 46) return NumberForm::Duration;
    if (id == 22) return NumberForm::DateTime;
    if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberForm::Time;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return NumberForm::Date;   // from 27 on: East Asian
    return NumberForm::Plain;
}

CellKind append_number_cell(std::string& out, std::string_view decimal, NumberForm form, DateSystem system) {
    const bool is_date = form == NumberForm::Date || form == NumberForm::DateTime;
    const TimePart part = form == NumberForm::DateTime ? TimePart::Always : TimePart::WhenGiven;
    const auto minutes = form == NumberForm::Time ? duration_from_serial(decimal) : std::nullopt;
    if (form == NumberForm::Duration || (minutes && *minutes < kTenYears))
        if (append_serial_duration(out, decimal)) return CellKind::Duration;
    if (is_date || form == NumberForm::Time)
        if (append_serial_date(out, decimal, system, part)) return CellKind::Date;
    if (append_number(out, decimal)) return CellKind::Number;
    out += decimal;
    return CellKind::Text;
}

CellKind append_iso_cell(std::string& out, std::string_view iso) {
    const std::string_view moment = iso.substr(0, iso.find_first_of(".Z+"));
    const bool has_seconds = moment.size() == 19 && moment[16] == ':' && is_digit(moment[17]) && is_digit(moment[18]) && moment[17] < '6';
    const bool is_date = moment.size() == 10 || moment.size() == 16 || has_seconds;
    if (!is_date || !parse_iso_minute(moment.substr(0, 16))) { out += iso; return CellKind::Text; }
    out += moment;
    if (moment.size() == 16) out += ":00";
    return CellKind::Date;
}

CellKind append_iso_duration_cell(std::string& out, std::string_view iso) {
    const auto seconds = iso_seconds(iso);
    if (!seconds) { out += iso; return CellKind::Text; }
    const auto padded = [&](std::int64_t value) { out += (value < 10 ? "0" : "") + std::to_string(value); };
    padded(*seconds / 3600);
    out += ':';
    padded(*seconds / 60 % 60);
    out += ':';
    padded(*seconds % 60);
    return CellKind::Duration;
}

}  // namespace problemator
