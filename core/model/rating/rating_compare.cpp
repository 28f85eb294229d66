// Late answers of a department against what others reach on the same channel, topic and month; then the limits of chance, widened by how
// much departments differ anyway (Spiegelhalter 2005), and the groups «хуже / в пределах / лучше».
#include <algorithm>

#include "core/model/rating/rating_units.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

constexpr double kTails = 0.2;   // of a dozen departments two or three may really differ: they must not widen the limits that look for them

/// The answers of the period as columns.
struct Answers { std::vector<std::uint32_t> unit, channel, topic, month; std::vector<double> late; };

Answers answers_of(const Scope& scope, const Period& period) {
    const Table& table = scope.table;
    Filter filter = scope.filter;
    filter.basis = Basis::Decided;
    filter.period = period;
    Answers out;
    for (const auto row : passing_rows(scope, filter)) {
        const Code unit = table.column(rated_dimension(scope.state))[row];
        if (unit == kNotGiven) continue;
        out.unit.push_back(unit);
        out.channel.push_back(table.column(Dimension::Channel)[row]);
        out.topic.push_back(table.column(Dimension::Topic)[row]);
        out.month.push_back(static_cast<std::uint32_t>(month_from_day(day_from_minute(table.decided[row]))));
        out.late.push_back(has(table.marks[row], Mark::Late) ? 1 : 0);
    }
    return out;
}

const CaseMixUnit* find_unit(const std::vector<CaseMixUnit>& all, Code code) {
    const auto found = std::lower_bound(all.begin(), all.end(), code, [](const CaseMixUnit& unit, Code wanted) { return unit.unit < wanted; });
    return found != all.end() && found->unit == code ? &*found : nullptr;
}

Finding<Overdispersion> spread_of(const std::vector<RatingUnit>& units) {
    std::vector<FunnelDistance> points;
    for (const RatingUnit& unit : units)
        if (unit.late.ratio && unit.late.expected > 0 && static_cast<double>(unit.late.n) >= kLeastShown.min_colour) points.push_back(ratio_point(unit.late.observed, unit.late.expected));
    return overdispersion(points, kTails);
}

/// A share of late answers is no rare count, so the interval of the share decides; the funnel must agree.
RatingGroup group_of(const RatingUnit& unit, const Profile& profile) {
    if (!unit.late.ratio) return RatingGroup::None;
    const GroupRule rule{kLeastShown.min_figure, std::max(kLeastShown.min_colour, static_cast<double>(profile.min_count_for_percent))};
    const RatingGroup group = rating_group(*unit.late.ratio, 1, static_cast<double>(unit.late.n), Best::Low, rule);
    if (group == RatingGroup::Worse && unit.late.ratio->value <= unit.limit->high95) return RatingGroup::Within;
    if (group == RatingGroup::Better && unit.late.ratio->value >= unit.limit->low95) return RatingGroup::Within;
    return group;
}

}  // namespace

void compare_units(RatingUnits& rated, const Scope& scope, const Period& period) {
    const Answers answers = answers_of(scope, period);
    const auto late = scope.state.is_unadjusted ? case_mix({answers.unit, {}, answers.late}, {.peers = Peers::All})   // one stratum: the mean of all
                                                : case_mix({answers.unit, {answers.channel, answers.topic, answers.month}, answers.late});
    const auto alike = case_mix({answers.unit, {answers.channel, answers.topic}, answers.late}, {.kept_columns = 2});
    for (RatingUnit& unit : rated.units) {
        if (const CaseMixUnit* found = find_unit(late, unit.code)) unit.late = *found;
        else unit.late.ratio = withheld<Interval>(Reason::TooFewCounts);
        if (const CaseMixUnit* found = find_unit(alike, unit.code)) unit.alike = found->n;
    }
    rated.spread = spread_of(rated.units);
    for (RatingUnit& unit : rated.units) {
        if (unit.late.expected > 0) unit.limit = ratio_funnel(unit.late.expected, rated.spread ? *rated.spread : Overdispersion{}, rated.spread ? Spread::Added : Spread::Chance);
        unit.group = group_of(unit, scope.world.profile);
    }
}

}  // namespace problemator
