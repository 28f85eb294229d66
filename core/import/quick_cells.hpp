// Quick cells: dates and numbers in the forms that nearly every cell has, read from fixed places. Whatever looks otherwise is left to
// the general readers, so a quick answer is never another answer.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/import/dates.hpp"

namespace problemator {

/// Which fixed forms a column's date forms read in the usual way; found by trying them once.
class QuickDates {
public:
    QuickDates() = default;
    explicit QuickDates(const std::vector<DateForm>& forms);
    /// "2026-11-09", "2026-11-09T08:15", "09.11.2026", "09.11.2026 08:15"; nullopt: ask the forms.
    std::optional<ReadTime> read(std::string_view text) const {
        if (text.size() == 16) return text[4] == '-' ? iso_time(text) : dotted_time(text);
        if (text.size() == 10) return text[4] == '-' ? iso_day(text) : dotted_day(text);
        return std::nullopt;
    }

private:
    std::optional<ReadTime> iso_day(std::string_view text) const;
    std::optional<ReadTime> iso_time(std::string_view text) const;
    std::optional<ReadTime> dotted_day(std::string_view text) const;
    std::optional<ReadTime> dotted_time(std::string_view text) const;

    bool has_iso_day_ = false, has_iso_t_ = false, has_iso_blank_ = false, has_dotted_day_ = false, has_dotted_time_ = false;
};

/// "62.123456", «62,5», "-7": at most 15 digits, so that one division gives the nearest double. nullopt: ask read_number().
std::optional<double> quick_number(std::string_view text);

}  // namespace problemator
