// Column profile: what the values of a column look like, and how well that fits a field.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/import/channel.hpp"
#include "core/import/date_order.hpp"

namespace problemator {

struct ColumnProfile {
    std::size_t rows = 0, filled = 0, distinct = 0;
    double dates = 0, numbers = 0, whole = 0, fractions = 0, yes_no = 0, ratings = 0, points = 0, durations = 0, spaced = 0, phones = 0, mails = 0;   // shares of the filled
    double lowest = 0, highest = 0;              // of the numbers
    double mean_length = 0;                      // characters
    DateOrderGuess order;
    std::vector<Minute> minutes;                 // of each row, kNoTime where it has no date
};

/// `cells`: of all sample rows, empty ones included.
ColumnProfile profile_column(std::span<const std::string_view> cells, bool is_russian);
/// 0…1: how well the values fit the field; 0.6 for a column without values.
double fit(const ColumnProfile& profile, Field field);

}  // namespace problemator
