#include "core/import/number_format.hpp"

#include <algorithm>

#include "core/import/serial.hpp"

namespace problemator {
namespace {

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

}  // namespace problemator
