// Indicator facts: numerator and denominator of a target indicator by month, from the marks of the table — or what is missing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/model/scope.hpp"

namespace problemator {

enum class Standing : std::uint8_t { Met, Close, Behind, Few, Missing };   // выполняется, на грани, отстаёт, мало данных, нет данных

struct IndicatorFacts {
    const Indicator* indicator = nullptr;
    Month month = 0;                             // last complete month by the end of the selected week
    struct OfMonth { Month month = 0; std::uint32_t numerator = 0, denominator = 0; };
    std::vector<OfMonth> months;                 // ascending, up to `month`; those without a denominator left out
    std::uint32_t numerator = 0, denominator = 0;   // of `month`
    std::optional<double> percent;               // 0…100
    std::optional<double> plan;                  // of the month's year
    Standing standing = Standing::Missing;
    Basis basis = Basis::Received;
    Marks with = 0;                              // rows of the denominator
};

/// Measures that a profile may name: all, auto_routed, auto_control, fast_track_in_time, fast_track_eligible, in_time, decided,
/// repeats, closed. Anything else ("register:…") is missing.
IndicatorFacts indicator_facts(const Scope& scope, const Indicator& indicator);
std::string standing_word(Standing standing, Lang lang);
Tone standing_tone(Standing standing);
/// Rows of the denominator in the month.
State indicator_rows(const Scope& scope, const IndicatorFacts& facts);
/// Figure of the month's percent.
Figure indicator_figure(const Scope& scope, const IndicatorFacts& facts);

}  // namespace problemator
