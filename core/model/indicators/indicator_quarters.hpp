// Quarters of an indicator: the same counts by three months, of whole quarters only.
#pragma once
#include "core/model/indicators/indicator_facts.hpp"

namespace problemator {

/// The fact of the last whole quarter. Facts that do not add up over months — different values of a register, a list without
/// months — stay as they are; a fact of the year to date stays too, its months become quarters.
IndicatorFacts by_quarter(const Scope& scope, const IndicatorFacts& monthly);

}  // namespace problemator
