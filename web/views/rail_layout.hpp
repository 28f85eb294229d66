// Where the parts of the filter rail stand. Pure: no drawing, no ImGui. y counts from the top of the rail's content.
#pragma once
#include <string_view>
#include <vector>

#include "core/charts/scene.hpp"
#include "core/model/frame/filter_model.hpp"

namespace problemator::web {

inline constexpr double kRailWidth = 264;

/// A facet, or the marks, as one list of lines.
struct RailGroup {
    std::string_view title;
    std::vector<const FacetValue*> values;
    std::size_t hidden = 0;
    std::string_view more_href{};                   // shows the hidden lines, or folds them again
    bool is_unfolded = false;
};
/// Channel first, then the marks, then the other facets; empty ones are left out.
std::vector<RailGroup> rail_groups(const Rail& rail, Lang lang);

struct RailLayout {
    double title_y = 24, period_y = 44, height = 0;
    Box histogram, presets, chips;                  // h = 0 without periods of one click, without chips
    struct Group { double title_y = 0; std::vector<Box> rows; };
    std::vector<Group> groups;
};
RailLayout layout_rail(const Rail& rail, const std::vector<RailGroup>& groups, double width, double chips_height);

}  // namespace problemator::web
