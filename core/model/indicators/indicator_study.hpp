// Study of an opened indicator: which months are more than its usual changes, where it goes without season, what happened then.
#pragma once
#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/indicators/indicators_page.hpp"

namespace problemator {

IndicatorStudy indicator_study_of(const Scope& scope, const IndicatorFacts& facts, const IndicatorCard& card);
/// Its months and events as tables, and the entries behind the fact where it counts a register.
std::vector<Listing> study_listings(const Scope& scope, const IndicatorFacts& facts, const IndicatorStudy& study);

}  // namespace problemator
