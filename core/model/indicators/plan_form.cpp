#include "core/model/indicators/plan_form.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/figure.hpp"
#include "core/model/indicators/indicator_plans.hpp"

namespace problemator {
namespace {

constexpr int kYearsBefore = 1, kYearsAfter = 4;   // of the snapshot's year, where the plan names no year

std::string field_value(double percent) { return format_decimal(percent, percent == std::floor(percent) ? 0 : 1, Lang::En); }

const PlanYear* of_year(const std::vector<PlanYear>& plan, int year) {
    const auto found = std::find_if(plan.begin(), plan.end(), [year](const PlanYear& one) { return one.year == year; });
    return found == plan.end() ? nullptr : &*found;
}

/// Choosing another one opens its form.
FormField indicator_choice(const std::vector<PlannedIndicator>& planned, const std::string& chosen, Lang lang) {
    FormField field{"of", std::string{Phrase{"Показатель", "Indicator"}.in(lang)}, chosen, FormField::Kind::Choice};
    FormField::Group group;
    for (const auto& [indicator, is_unpublished] : planned)
        group.options.emplace_back(indicator.id, indicator.short_name.in(lang).empty() ? indicator.name.in(lang) : indicator.short_name.in(lang));
    field.groups = {std::move(group)};
    return field;
}

FormField year_field(const Indicator& indicator, int year, Lang lang) {
    FormField field{std::to_string(year), std::to_string(year) + std::string{Phrase{" год, %", ", %"}.in(lang)}, {}, FormField::Kind::Percent};
    if (const PlanYear* plan = of_year(indicator.plan, year)) field.value = field_value(plan->percent);
    return field;
}

}  // namespace

EntryForm plan_form(const World& world, const State& state) {
    const Lang lang = state.lang;
    EntryForm form{.kind = EntryKind::Plan, .title = std::string{Phrase{"План по годам", "Plan by year"}.in(lang)}, .note = {}, .fields = {}};
    const auto planned = planned_indicators(world, OwnIndicators::Added);
    const auto found = std::find_if(planned.begin(), planned.end(), [&](const PlannedIndicator& one) { return one.indicator.id == state.indicator; });
    if (found == planned.end()) return form;
    const Indicator& indicator = found->indicator;
    form.note = Phrase{"План виден сразу, но остаётся в этом браузере, пока его не сохранят файлом и не положат к выгрузкам недели. Пустое поле — плана на год нет",
                       "The plan is seen at once, but it stays in this browser until it is saved as a file and put with the exports of the week. An empty field: no plan for the year"}.in(lang);
    const std::string name = indicator.short_name.ru.empty() ? indicator.name.ru : indicator.short_name.ru;
    form.fields.push_back(indicator_choice(planned, indicator.id, lang));
    form.fields.push_back({"indicator", {}, name, FormField::Kind::Hidden});
    const int now = date_from_day(day_from_minute(world.snapshot.table.as_of)).year;
    const int first = indicator.plan.empty() ? now - kYearsBefore : std::min(indicator.plan.front().year, now), last = indicator.plan.empty() ? now + kYearsAfter : std::max(indicator.plan.back().year, now + 1);
    constexpr int kMostYears = 20;
    for (int year = std::max(first, last - kMostYears + 1); year <= last; ++year) form.fields.push_back(year_field(indicator, year, lang));
    return form;
}

}  // namespace problemator
