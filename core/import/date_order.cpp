#include "core/import/date_order.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "core/base/text.hpp"

namespace problemator {
namespace {

constexpr std::size_t kManyDates = 20;

struct Numbers { std::array<unsigned, 3> value{}; std::array<unsigned char, 3> digits{}; };

/// The first three numbers of "09.11.2026 8:15", with one kind of separator between them.
std::optional<Numbers> leading_numbers(std::string_view text) {
    Numbers found;
    std::size_t at = 0;
    char separator = 0;
    for (std::size_t n = 0; n < 3; ++n) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && found.digits[n] < 5) {
            found.value[n] = found.value[n] * 10 + static_cast<unsigned>(text[at++] - '0');
            ++found.digits[n];
        }
        if (found.digits[n] == 0 || found.digits[n] == 3 || found.digits[n] > 4) return std::nullopt;
        if (n == 2) break;
        if (at >= text.size() || (text[at] != '.' && text[at] != '/' && text[at] != '-') || (separator != 0 && separator != text[at])) return std::nullopt;
        separator = text[at++];
    }
    return found;
}

bool has_month_name(std::string_view text) {
    if (text.find_first_of("0123456789") == std::string_view::npos) return false;
    const std::vector<DateForm>& forms = date_forms(DateOrder::DayFirst);
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; }) && read_date(text, forms).has_value();
}

/// What the dates of one column show.
struct Evidence {
    std::size_t both = 0, day_first = 0, month_first = 0, year_first = 0;
    std::bitset<32> first, second;               // values seen in the first and the second place, of dates that fit both orders

    void add(const Numbers& n) {
        if (n.digits[0] == 4 || n.value[0] > 31) { ++year_first; return; }
        const bool can_be_day_first = n.value[0] >= 1 && n.value[0] <= 31 && n.value[1] >= 1 && n.value[1] <= 12;
        const bool can_be_month_first = n.value[0] >= 1 && n.value[0] <= 12 && n.value[1] >= 1 && n.value[1] <= 31;
        if (can_be_day_first && can_be_month_first) ++both;
        else if (can_be_day_first) ++day_first;
        else if (can_be_month_first) ++month_first;
        if (can_be_day_first || can_be_month_first) first.set(n.value[0]), second.set(n.value[1]);
    }
};

double certainty(std::size_t for_it, std::size_t against) {
    const double share = static_cast<double>(for_it) / static_cast<double>(for_it + against);
    return std::max(0.5, share * (for_it > 2 ? 1 : 0.95));
}

/// Days change faster than months: in a stretch of days one place takes many values and the other few.
void judge_by_variety(const Evidence& seen, DateOrderGuess& guess) {
    const std::size_t first = seen.first.count(), second = seen.second.count();
    if (seen.both < kManyDates || std::max(first, second) < 3 * std::min(first, second)) return;
    guess.order = first > second ? DateOrder::DayFirst : DateOrder::MonthFirst;
    guess.confidence = 0.75;
}

}  // namespace

DateOrderGuess guess_date_order(std::span<const std::string_view> cells, DateOrder assumed) {
    Evidence seen;
    DateOrderGuess guess{.order = assumed};
    for (const std::string_view cell : cells) {
        const std::string_view text = trim(cell);
        if (const auto numbers = leading_numbers(text)) seen.add(*numbers);
        else guess.has_names = guess.has_names || has_month_name(text);
    }
    guess.dates = seen.both + seen.day_first + seen.month_first;
    guess.has_year_first = seen.year_first > 0;
    if (guess.dates == 0) {
        guess.confidence = guess.has_year_first || guess.has_names ? 1 : 0.5;
        if (guess.has_year_first) guess.order = DateOrder::YearFirst;
    } else if (seen.day_first > 0 || seen.month_first > 0) {
        guess.order = seen.day_first >= seen.month_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
        guess.confidence = certainty(std::max(seen.day_first, seen.month_first), std::min(seen.day_first, seen.month_first));
    } else {
        judge_by_variety(seen, guess);
    }
    return guess;
}

void agree_on_order(std::span<DateOrderGuess> columns) {
    const auto surest = std::max_element(columns.begin(), columns.end(), [](const auto& a, const auto& b) { return (a.dates > 0 ? a.confidence : 0) < (b.dates > 0 ? b.confidence : 0); });
    if (surest == columns.end() || surest->dates == 0 || surest->confidence < 0.9) return;
    for (DateOrderGuess& column : columns) {
        if (column.dates == 0 || column.confidence >= 0.9) continue;
        column.order = surest->order;
        column.confidence = 0.9;
    }
}

std::optional<Guess> shown_order(std::span<const DateOrderGuess> columns) {
    const DateOrderGuess* least = nullptr;
    for (const DateOrderGuess& column : columns)
        if (column.dates > 0 && (!least || column.confidence < least->confidence)) least = &column;
    if (!least) return std::nullopt;
    const std::string_view other = least->confidence >= 0.9 ? "" : order_id(least->order == DateOrder::DayFirst ? DateOrder::MonthFirst : DateOrder::DayFirst);
    return Guess{"date_order", std::string{order_id(least->order)}, least->confidence, false, std::string{other}};
}

}  // namespace problemator
