#include "web/views/rail_layout.hpp"

#include "core/model/state.hpp"

namespace problemator::web {
namespace {

constexpr Phrase kMarks = {"Признаки", "Marks"};
constexpr double kPad = 20, kBleed = 6, kRow = 22, kRowStep = 24, kAfterTitle = 13, kAfterGroup = 21;

RailGroup group_of(const Facet& facet) {
    RailGroup group{facet.title, {}, facet.hidden, facet.more_href, facet.is_unfolded};
    for (const FacetValue& value : facet.values) group.values.push_back(&value);
    return group;
}

}  // namespace

std::vector<RailGroup> rail_groups(const Rail& rail, Lang lang) {
    std::vector<RailGroup> groups;
    for (const Facet& facet : rail.facets) groups.push_back(group_of(facet));
    RailGroup marks{kMarks.in(lang), {}, 0, {}, false};
    for (const auto& [mark, value] : rail.marks) marks.values.push_back(&value);
    groups.insert(groups.begin() + (groups.empty() ? 0 : 1), std::move(marks));
    std::erase_if(groups, [](const RailGroup& group) { return group.values.empty(); });
    return groups;
}

RailLayout layout_rail(const Rail& rail, const std::vector<RailGroup>& groups, double width, double chips_height) {
    RailLayout layout;
    const double inner = width - 2 * kPad;
    layout.histogram = {kPad, 55, inner, rail.days.empty() ? 0.0 : 80.0};
    layout.presets = {kPad, layout.histogram.y + layout.histogram.h + 4, inner, rail.presets.empty() ? 0.0 : 24.0};
    const double under = layout.presets.y + layout.presets.h;
    layout.chips = {kPad, under + 6, inner, chips_height};
    double y = chips_height > 0 ? layout.chips.y + chips_height + 22 : under + 15;
    for (const RailGroup& group : groups) {
        RailLayout::Group place{y, {}};
        y += kAfterTitle;
        for (std::size_t i = 0; i < group.values.size(); ++i, y += kRowStep) place.rows.push_back({kPad - kBleed, y, inner + 2 * kBleed, kRow});
        y += kAfterGroup;
        layout.groups.push_back(std::move(place));
    }
    layout.height = y;
    return layout;
}

}  // namespace problemator::web
