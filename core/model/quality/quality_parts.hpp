// Parts of «Качество данных»: every listing is built by one function from the report of the import.
#pragma once
#include <string>

#include "core/model/listing_cells.hpp"
#include "core/model/words.hpp"
#include "core/schema/quality.hpp"

namespace problemator {

inline constexpr Counted kRowsWord = {"строка", "строки", "строк", "row", "rows"};
inline constexpr Week kQualityWeeks = 12;
inline constexpr double kExpectedAWeek = 5;        // of a channel: a week without messages is chance with a probability under 1 %

/// What the builders read.
struct Findings : ListingMaker { const QualityReport& report; };
Findings findings_of(const Scope& scope, const QualityReport& report);

/// «строки 12, 40, 77».
std::string rows_words(const std::vector<std::uint32_t>& rows, std::uint32_t count, const Findings& f);
/// «ПОС.xlsx · Лист1».
std::string table_words(const QualityTable& table);

Listing files_listing(const Findings& f);
Listing refused_listing(const Findings& f);
Listing coverage_listing(const Findings& f);
Listing unmapped_listing(const Findings& f);
Listing clocks_listing(const Findings& f);
Listing links_listing(const Findings& f);
Listing rules_listing(const Findings& f);
Listing places_listing(const Findings& f);
Listing privacy_listing(const Findings& f);

/// A channel that should have sent something and did not: «нет выгрузки».
struct Gap { std::string channel; Week week = 0; };
/// Of the last kQualityWeeks weeks, by channel, then by week.
std::vector<Gap> coverage_gaps(const QualityReport& report, Week last);

}  // namespace problemator
