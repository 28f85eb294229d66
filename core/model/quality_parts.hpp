// Parts of «Качество данных»: every listing is built by one function from the report of the import.
#pragma once
#include <string>

#include "core/model/words.hpp"
#include "core/schema/quality.hpp"

namespace problemator {

inline constexpr Counted kRowsWord = {"строка", "строки", "строк", "row", "rows"};
inline constexpr std::size_t kListed = 40;         // rows of a listing; the rest is counted
inline constexpr Week kQualityWeeks = 12;
inline constexpr double kExpectedAWeek = 5;        // of a channel: a week without messages is chance with a probability under 1 %

/// What the builders read. `rows`: the state that lists every message of the snapshot.
struct Findings {
    const Scope& scope;
    const QualityReport& report;
    State rows;
    Lang lang() const { return scope.lang; }
    std::string say(const Phrase& phrase) const { return std::string{phrase.in(scope.lang)}; }
    std::string count(std::uint64_t n) const;
};
Findings findings_of(const Scope& scope, const QualityReport& report);

ListingCell words_cell(std::string text, Tone tone = Tone::Plain);
ListingCell number_cell(const Findings& f, std::uint64_t n, Tone tone = Tone::Plain);
/// `n` as the report has it, linked when exactly as many rows are listed by `rows`; «< 3» where a published snapshot hides so few.
ListingCell rows_cell(const Findings& f, std::uint32_t n, const State& rows, Tone tone = Tone::Plain);
/// The name of a channel, which opens its messages.
ListingCell channel_cell(const Findings& f, const std::string& id);
/// Leaves out number columns that hold nothing but zeros.
void drop_idle_columns(Listing& listing);
/// Keeps `most` rows and says how many are left out.
void keep_first(Listing& listing, std::size_t most, const Findings& f);
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
