// Plans of indicators by year: the profile's own, over it the register of plans, over that what was entered in this browser.
#pragma once
#include <vector>

#include "core/model/world.hpp"

namespace problemator {

struct PlannedIndicator {
    Indicator indicator;                 // its plan is the one that counts
    bool is_unpublished = false;         // years of it were entered in this browser
};

/// The profile's indicators and, with `own`, those that the program brings for the municipality; in their order.
enum class OwnIndicators : std::uint8_t { LeftOut, Added };
std::vector<PlannedIndicator> planned_indicators(const World& world, OwnIndicators own);
/// A register may call an indicator by its id, its short name or its name, whatever the letter case.
bool names_indicator(std::string_view cell, const Indicator& indicator);

}  // namespace problemator
