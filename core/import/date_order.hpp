// Date order: whether the dates of a column say the day, the month or the year first — found from their values, all that are at hand.
// 13…31 in a place is a day; names of months and years of four digits in front leave nothing to guess.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/dates.hpp"
#include "core/import/import_report.hpp"

namespace problemator {

struct DateOrderGuess {
    DateOrder order{};
    double confidence = 0.5;                     // 0.5: the values fit both orders, and `order` is only what was assumed
    std::size_t dates = 0;                       // cells that begin as a date in numbers
    bool has_names = false, has_year_first = false;   // forms that say their order themselves
};

/// `cells`: of one column, in the order of the file; `assumed`: taken when they fit both (dmy for a file with Russian letters).
DateOrderGuess guess_date_order(std::span<const std::string_view> cells, DateOrder assumed);

/// The orders of a file's columns together: a column whose values fit both takes the order that another one shows (0.9).
void agree_on_order(std::span<DateOrderGuess> columns);

/// For FileReport.guesses: about "date_order", the least sure column of the file; nothing when no column has numbers to mistake.
std::optional<Guess> shown_order(std::span<const DateOrderGuess> columns);

}  // namespace problemator
