// Quick cells: dates, numbers and texts in the forms that nearly every cell has, read from fixed places. Whatever looks otherwise is left to
// the general readers, so a quick answer is never another answer.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/import/dates.hpp"

namespace problemator {

/// Begins and ends with a Latin or Russian letter, a digit or a sign, so that there is no blank to trim; other texts may or may not.
/// pre: the text is not empty
inline bool is_surely_trimmed(std::string_view text) {
    const auto is_plain = [](char c) { return c > ' ' && c < 0x7F; };
    const auto is_cyrillic_lead = [](char c) { return c == '\xD0' || c == '\xD1'; };
    const std::size_t last = text.size() - 1;
    const bool begins_plain = is_plain(text[0]) || is_cyrillic_lead(text[0]);
    return begins_plain && (is_plain(text[last]) || (last > 0 && is_cyrillic_lead(text[last - 1])));
}

/// kNoTime: the cell looks otherwise, ask the forms.
struct QuickTime { Minute minute = kNoTime; bool has_time = false; };

/// Which fixed forms a column's date forms read in the usual way; found by trying them once.
class QuickDates {
public:
    QuickDates() = default;
    explicit QuickDates(const std::vector<DateForm>& forms);
    /// "2026-11-09", "2026-11-09T08:15", "09.11.2026", "09.11.2026 08:15" of the years 1900…2199.
    QuickTime read(std::string_view text) const {
        const Minute minute = minute_of(text);
        return {minute, minute != kNoTime && text.size() > 10};
    }

private:
    Minute minute_of(std::string_view text) const;

    bool has_iso_day_ = false, has_iso_t_ = false, has_iso_blank_ = false, has_dotted_day_ = false, has_dotted_time_ = false;
};

/// "62.123456", «62,5», "-7": at most 15 digits, so that one division gives the nearest double. nullopt: ask read_number().
std::optional<double> quick_number(std::string_view text);

}  // namespace problemator
