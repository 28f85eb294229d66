// Outlook of an indicator: the share of the whole year on 31 December, and whether the plan will be met.
#pragma once
#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/indicators/indicators_page.hpp"
#include "core/stats/plan_forecast.hpp"

namespace problemator {

/// What will be on 31 December of the fact's year, from all months of the facts; a first month that the table has only a part of is left out.
Finding<PlanForecast> outlook_of(const Scope& scope, const IndicatorFacts& facts);
/// «план будет выполнен», «план под угрозой», «план не будет выполнен», «рано судить».
Phrase outlook_word(PlanVerdict verdict, bool is_over);
/// Fills what the card says of the year's end.
void add_outlook(IndicatorCard& card, const Scope& scope, const IndicatorFacts& facts);

}  // namespace problemator
