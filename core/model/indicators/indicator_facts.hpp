// Indicator facts: numerator and denominator of a target indicator by month, from the marks of the table and from
// registers — or what is missing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/figure.hpp"
#include "core/model/indicators/indicator_counts.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// выполняется, на грани, отстаёт, мало данных, плана нет, нет данных
enum class Standing : std::uint8_t { Met, Close, Behind, Few, NoPlan, Missing };

struct IndicatorFacts {
    const Indicator* indicator = nullptr;
    Month month = 0;                             // last complete month by the end of the selected week; of a quarter its last one
    Month step = 1;                              // months that `months` sum in one: 1, or 3 of by_quarter()
    struct OfMonth { Month month = 0; std::uint32_t numerator = 0, denominator = 0; };
    std::vector<OfMonth> months;                 // ascending, up to `month`; those without a denominator left out
    bool is_year = false;                        // the fact is of the year up to `month`: entries with a date are few, a month of them says little
    std::uint32_t numerator = 0, denominator = 0;   // of `month`, or of the year
    std::optional<double> percent;               // 0…100
    std::optional<double> plan;                  // of the month's year
    Standing standing = Standing::Missing;
    bool is_of_entries = false;                  // the denominator counts entries of a register: all there are, no sample
    CountedRows below;                           // rows of the denominator
    std::optional<CountedRows> above;            // rows of the numerator, where a link can list them
    struct Also { std::uint32_t numerator = 0, denominator = 0; };
    std::optional<Also> also;                    // the same numerator against the profile's second denominator
    std::vector<OfMonth> also_months;            // of all months, as `months`
    struct Line { std::string label, text; bool is_counted = false; };
    std::vector<Line> lines;                     // entries behind the fact, those that are not counted first; topics and what they do not name
    std::size_t lines_left_out = 0;
};

/// Numerator and denominator as parse_term() reads them. Missing when the register or the column is absent, or empty for the period.
/// Last: `months` may hold the fact's own months alone; all else is the same.
IndicatorFacts indicator_facts(const Scope& scope, const Indicator& indicator, MonthSpan span = MonthSpan::All);
std::optional<double> plan_of_year(const Indicator& indicator, int year);
/// What the fact is against its plan.
Standing standing_of(const IndicatorFacts& facts, const Profile& profile);
std::string standing_word(Standing standing, Lang lang);
Tone standing_tone(Standing standing);
/// A published snapshot hides a count of the month, and its percent would tell it. Entries of a register are not hidden.
bool is_hidden_month(const Scope& scope, const IndicatorFacts& facts, const IndicatorFacts::OfMonth& m);
/// The months of `facts` that end with `last`.
Period facts_rows(const IndicatorFacts& facts, Month last);
/// Rows of the denominator in the month or the quarter. pre: not is_of_entries
State indicator_rows(const Scope& scope, const IndicatorFacts& facts);
/// Figure of the percent; that of entries has no link: its rows stand in `lines`.
Figure indicator_figure(const Scope& scope, const IndicatorFacts& facts);
/// «октябрь 2026», of a quarter «III квартал 2026».
std::string point_name(Month last, Month step, Lang lang);
/// «октябрь 2026», «III квартал 2026» or «январь – октябрь 2026».
std::string facts_period(const IndicatorFacts& facts, Lang lang);

}  // namespace problemator
