// A shown text with its kind. The number of an export is the number of the page, rounded as it is shown there: both are read from one text.
#include <charconv>
#include <cstdlib>

#include "core/base/format.hpp"
#include "core/documents/blocks.hpp"

namespace problemator {
namespace {

constexpr std::string_view kNoBreak = "\u00A0", kNarrow = "\u202F", kMinus = "\u2212";

bool takes(std::string_view& text, std::string_view piece) {
    if (!text.starts_with(piece)) return false;
    text.remove_prefix(piece.size());
    return true;
}

/// «−1 234,5» → "-1234.5" and its digits after the mark; empty when the text is anything but one number.
struct Plain { std::string text; int digits = 0; };
Plain plain_number(std::string_view shown, Lang lang) {
    const char mark = lang == Lang::Ru ? ',' : '.';
    Plain out;
    bool has_mark = false, has_digit = false;
    if (takes(shown, kMinus) || takes(shown, "-")) out.text = "-";
    else takes(shown, "+");
    while (!shown.empty()) {
        if (has_digit && !has_mark && (takes(shown, kNoBreak) || takes(shown, kNarrow) || (lang == Lang::En && takes(shown, ",")))) continue;
        const char c = shown.front();
        shown.remove_prefix(1);
        if (c == mark && !has_mark && has_digit) {
            has_mark = true;
            out.text += '.';
        } else if (c >= '0' && c <= '9') {
            has_digit = true;
            out.digits += has_mark ? 1 : 0;
            out.text += c;
        } else {
            return {};
        }
    }
    return has_digit && out.text.back() != '.' && out.text.size() < 18 ? out : Plain{};
}

/// Two digits at `at`, −1 when there are none.
int two_digits(std::string_view text, std::size_t at) {
    int value = -1;
    const auto read = std::from_chars(text.data() + at, text.data() + at + 2, value);
    return read.ptr == text.data() + at + 2 ? value : -1;
}

/// «16.11.2026».
std::optional<Day> shown_date(std::string_view text) {
    if (text.size() != 10 || text[2] != '.' || text[5] != '.') return std::nullopt;
    const int day = two_digits(text, 0), month = two_digits(text, 3), century = two_digits(text, 6), year = two_digits(text, 8);
    if (day < 1 || month < 1 || century < 0 || year < 0) return std::nullopt;
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto minute = parse_iso_minute(two(century) + two(year) + "-" + two(month) + "-" + two(day));
    return minute ? std::optional<Day>{day_from_minute(*minute)} : std::nullopt;
}

}  // namespace

BlockCell cell_of(std::string text, Lang lang, std::string href) {
    BlockCell cell{.text = std::move(text), .href = std::move(href)};
    if (const auto day = shown_date(cell.text)) {
        cell.kind = ShownKind::Date;
        cell.number = minute_from_day(*day);
        return cell;
    }
    std::string_view number = cell.text;
    const bool is_percent = number.ends_with('%');
    if (is_percent) number.remove_suffix(1);
    if (is_percent && number.ends_with(kNoBreak)) number.remove_suffix(kNoBreak.size());
    const Plain plain = plain_number(number, lang);
    if (plain.text.empty()) return cell;
    cell.kind = is_percent ? ShownKind::Percent : ShownKind::Number;
    cell.digits = plain.digits;
    cell.number = std::strtod(plain.text.c_str(), nullptr) / (is_percent ? 100 : 1);
    return cell;
}

BlockCell cell_of(const Figure& figure, Lang lang) {
    const bool is_percent = figure.unit == "%" && !figure.text.empty();
    const std::string sign = lang == Lang::Ru ? std::string{kNoBreak} + "%" : "%";
    return cell_of(is_percent ? figure.text + sign : figure.text, lang, figure.href);
}

BlockCell moment_cell(Minute at, bool has_time, Lang lang) {
    if (at == kNoTime) return {};
    const Day day = day_from_minute(at);
    const int minute = at - minute_from_day(day);
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    if (!has_time) return {.text = format_date(day, lang), .kind = ShownKind::Date, .number = static_cast<double>(minute_from_day(day))};
    return {.text = format_date(day, lang) + " " + two(minute / 60) + ":" + two(minute % 60), .kind = ShownKind::DateTime, .number = static_cast<double>(at)};
}

}  // namespace problemator
