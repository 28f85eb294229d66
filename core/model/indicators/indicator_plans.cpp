#include "core/model/indicators/indicator_plans.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/text.hpp"
#include "core/model/register_names.hpp"
#include "core/schema/indicator_file.hpp"

namespace problemator {
namespace {

constexpr int kFirstYear = 2000, kLastYear = 2100;

void put_year(std::vector<PlanYear>& plan, int year, double percent) {
    const auto at = std::lower_bound(plan.begin(), plan.end(), year, [](const PlanYear& one, int wanted) { return one.year < wanted; });
    if (at != plan.end() && at->year == year) at->percent = percent;
    else plan.insert(at, {year, percent});
}

/// True when the entries speak of the indicator.
bool put_entries(Indicator& indicator, const Register* plans) {
    bool is_changed = false;
    for (std::size_t row = 0; plans && row < plans->rows(); ++row) {
        if (!names_indicator(entry_cell(*plans, "indicator", row).text, indicator)) continue;
        const auto year = entry_cell(*plans, "year", row).number, percent = entry_cell(*plans, "percent", row).number;
        if (!year || !percent || *year != std::floor(*year) || *year < kFirstYear || *year > kLastYear || !(*percent >= 0 && *percent <= 100)) continue;
        put_year(indicator.plan, static_cast<int>(*year), *percent);
        is_changed = true;
    }
    return is_changed;
}

}  // namespace

bool names_indicator(std::string_view cell, const Indicator& indicator) {
    const std::string name = fold(cell);
    if (name.empty()) return false;
    for (const Name* one : {&indicator.short_name, &indicator.name})
        if (name == fold(one->ru) || name == fold(one->en)) return true;
    return name == fold(indicator.id);
}

std::vector<PlannedIndicator> planned_indicators(const World& world, OwnIndicators own) {
    std::vector<PlannedIndicator> out;
    for (const Indicator& indicator : world.profile.indicators) out.push_back({indicator});
    if (own == OwnIndicators::Added)
        for (Indicator& indicator : own_indicators(world.profile.id)) out.push_back({std::move(indicator)});
    for (PlannedIndicator& one : out) {
        put_entries(one.indicator, find_register(world.snapshot.registers, "plans"));
        one.is_unpublished = put_entries(one.indicator, world.unpublished_plans);
    }
    return out;
}

}  // namespace problemator
