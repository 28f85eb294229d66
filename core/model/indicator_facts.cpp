#include "core/model/indicator_facts.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/words.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

struct Source { std::string_view id; Basis basis; Marks with; };

constexpr Marks kFastTrack = bit(Mark::FastTrack) | bit(Mark::FastEligible);
constexpr Source kSources[] = {
    {"all", Basis::Received, 0},
    {"auto_routed", Basis::Received, bit(Mark::AutoRouted)},
    {"auto_control", Basis::Received, bit(Mark::AutoControl)},
    {"fast_track_in_time", Basis::Decided, kFastTrack | bit(Mark::InTime)},
    {"fast_track_eligible", Basis::Decided, kFastTrack},
    {"in_time", Basis::Decided, bit(Mark::InTime)},
    {"decided", Basis::Decided, 0},
    {"repeats", Basis::Received, bit(Mark::Repeat)},
    {"closed", Basis::Closed, 0},
};

const Source* find_source(std::string_view id) {
    for (const auto& source : kSources)
        if (source.id == id) return &source;
    return nullptr;
}

Month last_complete_month(const Scope& scope) {
    const Minute end = std::min(scope.table.as_of, first_minute_of_week(scope.week + 1));
    return month_from_day(day_from_minute(end)) - 1;
}

Period month_period(Month month) { return {minute_from_day(first_day_of_month(month)), minute_from_day(first_day_of_month(month + 1))}; }

Grouped by_month(const Scope& scope, Basis basis, Marks with, const Period& period) {
    Filter filter = scope.filter;
    filter.basis = basis;
    filter.with |= with;
    filter.period = period;
    return group(scope.table, filter, Axis::Month);
}

std::optional<double> plan_of(const Indicator& indicator, int year) {
    for (const auto& plan : indicator.plan)
        if (plan.year == year) return plan.percent;
    return std::nullopt;
}

// «На грани»: one case short of the plan, or the plan lies within the 95 % interval of the month's share.
Standing stand(const IndicatorFacts& facts, const Profile& profile) {
    if (!facts.percent) return Standing::Missing;
    if (static_cast<int>(facts.denominator) < profile.min_count_for_percent) return Standing::Few;
    if (!facts.plan) return Standing::Few;
    const double sign = facts.indicator->higher_is_better ? 1 : -1, plan = *facts.plan / 100, n = facts.denominator;
    if (sign * (facts.numerator / n - plan) >= -1e-12) return Standing::Met;
    if (sign * ((facts.numerator + sign) / n - plan) >= 0) return Standing::Close;
    const auto interval = wilson(facts.numerator, n);
    return interval.low <= plan && plan <= interval.high ? Standing::Close : Standing::Behind;
}

}  // namespace

IndicatorFacts indicator_facts(const Scope& scope, const Indicator& indicator) {
    IndicatorFacts facts;
    facts.indicator = &indicator;
    facts.month = last_complete_month(scope);
    facts.plan = plan_of(indicator, date_from_day(first_day_of_month(facts.month)).year);
    const Source* above = find_source(indicator.numerator);
    const Source* below = find_source(indicator.denominator);
    if (!above || !below || scope.table.rows() == 0) return facts;
    facts.basis = above->basis != Basis::Received ? above->basis : below->basis;
    facts.with = below->with;
    const Month first = month_from_day(day_from_minute(scope.table.received.front()));
    if (first > facts.month) return facts;
    const Period period{minute_from_day(first_day_of_month(first)), month_period(facts.month).until};
    const auto numerators = by_month(scope, facts.basis, below->with | above->with, period);
    const bool occurs = std::any_of(numerators.tallies.begin(), numerators.tallies.end(), [](const Tally& t) { return t.n > 0; });
    if (!occurs) return facts;   // a flag that never occurs is a column that the export does not have
    const auto denominators = by_month(scope, facts.basis, below->with, period);
    for (std::size_t i = 0, j = 0; i < denominators.keys.size(); ++i) {
        while (j < numerators.keys.size() && numerators.keys[j] < denominators.keys[i]) ++j;
        const bool has_numerator = j < numerators.keys.size() && numerators.keys[j] == denominators.keys[i];
        if (denominators.tallies[i].n > 0) facts.months.push_back({denominators.keys[i], has_numerator ? numerators.tallies[j].n : 0, denominators.tallies[i].n});
    }
    if (facts.months.empty() || facts.months.back().month != facts.month) return facts;
    facts.numerator = facts.months.back().numerator;
    facts.denominator = facts.months.back().denominator;
    facts.percent = 100.0 * facts.numerator / facts.denominator;
    facts.standing = stand(facts, scope.world.profile);
    return facts;
}

std::string standing_word(Standing standing, Lang lang) {
    switch (standing) {
        case Standing::Met: return std::string{Phrase{"выполняется", "on plan"}.in(lang)};
        case Standing::Close: return std::string{Phrase{"на грани", "borderline"}.in(lang)};
        case Standing::Behind: return std::string{Phrase{"отстаёт", "behind"}.in(lang)};
        case Standing::Few: return std::string{Phrase{"мало данных", "too few"}.in(lang)};
        case Standing::Missing: break;
    }
    return std::string{Phrase{"нет данных", "no data"}.in(lang)};
}

Tone standing_tone(Standing standing) {
    switch (standing) {
        case Standing::Met: return Tone::Good;
        case Standing::Close: return Tone::Warn;
        case Standing::Behind: return Tone::Bad;
        case Standing::Few: case Standing::Missing: break;
    }
    return Tone::Muted;
}

State indicator_rows(const Scope& scope, const IndicatorFacts& facts) {
    return with_marks(rows_state(scope, facts.basis, month_period(facts.month)), facts.with);
}

Figure indicator_figure(const Scope& scope, const IndicatorFacts& facts) {
    Figure figure;
    figure.text = kNone;
    if (!facts.percent) return figure;
    const State rows = indicator_rows(scope, facts);
    figure = count_figure(scope, facts.denominator, rows);
    if (figure.href.empty()) return figure;   // hidden in a published snapshot
    figure.is_few = facts.standing == Standing::Few;
    figure.value = facts.percent;
    figure.text = format_decimal(*facts.percent, 1, scope.lang);
    figure.unit = "%";
    explain(figure, scope, {"числитель делить на знаменатель, месяц целиком", "numerator divided by denominator, a whole month"}, rows);
    figure.why.front().second = facts.indicator->formula.in(scope.lang);
    return figure;
}

}  // namespace problemator
