#include "core/model/indicators/indicators_page.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/indicators/indicator_outlook.hpp"
#include "core/model/indicators/indicator_plans.hpp"
#include "core/model/indicators/indicator_quarters.hpp"
#include "core/model/indicators/indicator_study.hpp"
#include "core/model/preparations.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

std::string plan_words(const IndicatorFacts& facts, Lang lang) {
    if (!facts.plan) return std::string{Phrase{"плана на год нет", "no plan for the year"}.in(lang)};
    const std::string plan = std::string{Phrase{"план ", "plan "}.in(lang)} + format_decimal(*facts.plan, *facts.plan == std::floor(*facts.plan) ? 0 : 1, lang);
    return facts.percent ? plan + ", " + format_points((*facts.percent - *facts.plan) / 100, 1, lang) : plan;
}

/// Percent by month or quarter; of few dated entries, of the year up to each month, as the fact itself is: 1 of 1 in a month says nothing.
std::vector<std::pair<Month, double>> shown_months(const Scope& scope, const IndicatorFacts& facts) {
    std::vector<std::pair<Month, double>> out;
    double numerator = 0, denominator = 0;
    Month before = 0;
    for (const auto& m : facts.months) {
        if (!facts.is_year || m.month / 12 != before / 12) numerator = denominator = 0;
        before = m.month;
        numerator += m.numerator;
        denominator += m.denominator;
        if (!is_hidden_month(scope, facts, m)) out.emplace_back(m.month, 100 * numerator / denominator);
    }
    return out;
}

void set_scale(IndicatorCard& card) {
    double low = 100, high = 100;
    for (const auto& plan : card.plan) low = std::min(low, plan.percent);
    for (const auto& [month, percent] : card.facts) low = std::min(low, percent);
    if (card.outlook) low = std::min({low, card.outlook->low, card.outlook->so_far});
    card.y_min = std::max(0.0, std::floor((low - 5) / 10) * 10);
    card.y_max = high;
}

/// Year to date of a fact by month; the last month of a fact by year.
std::string footer_of(const World& world, const IndicatorFacts& facts, Lang lang) {
    if (facts.is_year) return facts_period(facts, lang);
    const int year = date_from_day(first_day_of_month(facts.month)).year;
    std::uint64_t numerator = 0, denominator = 0;
    for (const auto& m : facts.months) {
        if (date_from_day(first_day_of_month(m.month)).year != year) continue;
        numerator += m.numerator;
        denominator += m.denominator;
    }
    if (denominator == 0 || (!facts.is_of_entries && hides_share(world, static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)))) return {};
    return std::string{Phrase{"с начала года ", "year to date "}.in(lang)} + format_percent(static_cast<double>(numerator) / static_cast<double>(denominator), 1, lang);
}

/// «83,9 % (388 из 462): от всех сообщений ПОС …» — the decree names no denominator, so both are told.
std::string also_of(const World& world, const IndicatorFacts& facts, Lang lang) {
    if (!facts.also || (!facts.is_of_entries && hides_share(world, facts.also->numerator, facts.also->denominator))) return {};
    return format_percent(static_cast<double>(facts.also->numerator) / facts.also->denominator, 1, lang) + " (" + format_count(facts.also->numerator, lang) +
           std::string{Phrase{" из ", " of "}.in(lang)} + format_count(facts.also->denominator, lang) + "): " + std::string{facts.indicator->also_formula.in(lang)};
}

/// What is needed; when something of it is there, also which month is the last.
std::string missing_of(const IndicatorFacts& facts, Lang lang) {
    if (facts.step > 1) return std::string{Phrase{"целого квартала с данными ещё нет", "no whole quarter with data yet"}.in(lang)};
    if (!facts.months.empty())
        return std::string{Phrase{"нет данных за ", "no data for "}.in(lang)} + facts_period(facts, lang) + std::string{Phrase{"; последние — ", "; the last are of "}.in(lang)} + format_month(facts.months.back().month, lang);
    const std::string needs{facts.indicator->needs.in(lang)};
    return needs.empty() ? std::string{Phrase{"нет данных за месяц", "no data for the month"}.in(lang)} : needs;
}

/// The numerator; its rows where the whole fact is of one month and a link can say them.
Figure part_of(const Scope& scope, const IndicatorFacts& facts) {
    Figure part;
    part.text = facts.is_of_entries ? format_count(facts.numerator, scope.lang) : count_words(scope.world, facts.numerator, scope.lang);
    if (facts.is_of_entries || facts.is_year || !facts.above) return part;
    const State rows = counted_state(scope, *facts.above, facts_rows(facts, facts.month));
    part = count_figure(scope, facts.numerator, rows);
    explain(part, scope, {"числитель показателя", "numerator of the indicator"}, rows);
    return part;
}

std::string plan_form_href(const Scope& scope, const Indicator& indicator) {
    State form = scope.state;
    form.indicator = indicator.id;
    form.overlay = Overlay::Plan;
    return to_hash(form);
}

/// `facts`: of the month or the quarter, as the reader chose; `monthly`: what the end of the year is judged by.
IndicatorCard card_of(const Scope& scope, const IndicatorFacts& facts, const IndicatorFacts& monthly, const PlannedIndicator& planned) {
    const Lang lang = scope.lang;
    const Indicator& indicator = planned.indicator;
    IndicatorCard card;
    card.id = indicator.id;
    card.number = indicator.number;
    card.name = indicator.short_name.in(lang).empty() ? indicator.name.in(lang) : indicator.short_name.in(lang);
    card.subtitle = indicator.name.in(lang);
    card.decree_name = indicator.decree_name.in(lang);
    card.formula = indicator.formula.in(lang);
    card.note = indicator.note.in(lang);
    State opened = scope.state;
    opened.indicator = opened.indicator == indicator.id ? std::string{} : indicator.id;
    opened.overlay = Overlay::None;
    card.href = to_hash(opened);
    card.plan = indicator.plan;
    card.plan_text = plan_words(facts, lang) + (planned.is_unpublished ? std::string{Phrase{"; не опубликован", "; not published"}.in(lang)} : "");
    card.is_plan_unpublished = planned.is_unpublished;
    card.plan_href = plan_form_href(scope, indicator);
    card.step = facts.is_year ? monthly.step : facts.step;
    card.fact = indicator_figure(scope, facts);
    card.status = standing_word(facts.standing, lang);
    card.tone = standing_tone(facts.standing);
    if (const std::string also = also_of(scope.world, facts, lang); !also.empty()) card.note = also + (card.note.empty() ? "" : ". " + card.note);
    card.facts = shown_months(scope, facts.is_year ? monthly : facts);
    card.is_since_january = facts.is_year;
    add_outlook(card, scope, monthly);
    set_scale(card);
    if (facts.standing == Standing::Missing) {
        card.missing = missing_of(facts, lang);
        return card;
    }
    card.footer = footer_of(scope.world, monthly, lang);
    card.part = part_of(scope, facts);
    card.fraction = card.part.text + std::string{Phrase{" из ", " of "}.in(lang)} + (facts.is_of_entries ? format_count(facts.denominator, lang) : count_words(scope.world, facts.denominator, lang));
    card.fraction_href = facts.is_of_entries ? card.href : card.fact.href;   // the study lists the entries of a register
    card.part_href = card.part.href.empty() && !card.part.is_few ? card.href : card.part.href;   // … and the months where no link can say the rows
    return card;
}

std::string verdict_of(const std::vector<IndicatorFacts>& all, Lang lang) {
    int met = 0, close = 0, behind = 0, unplanned = 0, rest = 0;
    for (const auto& facts : all) {
        switch (facts.standing) {
            case Standing::Met: ++met; break;
            case Standing::Close: ++close; break;
            case Standing::Behind: ++behind; break;
            case Standing::NoPlan: ++unplanned; break;
            case Standing::Few: case Standing::Missing: ++rest; break;
        }
    }
    const auto part = [lang](Phrase word, int n) { return std::string{word.in(lang)} + " " + std::to_string(n); };
    const std::string planless = unplanned > 0 ? ", " + part({"без плана", "without a plan"}, unplanned) : "";
    return part({"Показателей", "Indicators"}, static_cast<int>(all.size())) + ": " + part({"выполняется", "on plan"}, met) + ", " + part({"на грани", "borderline"}, close) + ", " +
           part({"отстаёт", "behind"}, behind) + planless + ", " + part({"нет данных", "no data"}, rest);
}

/// «. К 31 декабря: план будет выполнен 3, под угрозой 1, не будет выполнен 2».
std::string outlook_note(const std::vector<IndicatorCard>& cards, Lang lang) {
    std::size_t good = 0, warn = 0, bad = 0;
    for (const IndicatorCard& card : cards) {
        good += card.outlook_tone == Tone::Good;
        warn += card.outlook_tone == Tone::Warn;
        bad += card.outlook_tone == Tone::Bad;
    }
    if (good + warn + bad == 0) return {};
    const auto part = [lang](Phrase word, std::size_t n) { return std::string{word.in(lang)} + " " + std::to_string(n); };
    return std::string{Phrase{". К 31 декабря: ", ". By 31 December: "}.in(lang)} + part({"план будет выполнен", "the plan will be met"}, good) + ", " + part({"под угрозой", "at risk"}, warn) + ", " +
           part({"не будет выполнен", "will be missed"}, bad);
}

std::vector<Choice> grains_of(const Scope& scope) {
    std::vector<Choice> out;
    constexpr std::pair<IndicatorGrain, Phrase> kAll[] = {{IndicatorGrain::Monthly, {"По месяцам", "By month"}}, {IndicatorGrain::Quarterly, {"По кварталам", "By quarter"}}};
    for (const auto& [grain, name] : kAll) {
        State state = scope.state;
        state.grain = grain;
        state.overlay = Overlay::None;
        out.push_back({std::string{name.in(scope.lang)}, to_hash(state), grain == scope.state.grain});
    }
    return out;
}

}  // namespace

void prepare_indicators(Preparations& out, const Scope& scope) {
    for (const PlannedIndicator& one : planned_indicators(scope.world, OwnIndicators::Added)) {
        out.push_back([indicator = one.indicator](const Scope& at) { indicator_facts(at, indicator); });
        out.push_back([indicator = one.indicator](const Scope& at) {
            IndicatorCard card;
            add_outlook(card, at, indicator_facts(at, indicator));
        });
    }
}

IndicatorsPage indicators_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    const Lang lang = scope.lang;
    IndicatorsPage page;
    std::vector<IndicatorFacts> all;
    const bool by_quarters = state.grain == IndicatorGrain::Quarterly;
    const auto planned = planned_indicators(world, OwnIndicators::Added);
    for (const PlannedIndicator& one : planned) {
        const IndicatorFacts monthly = indicator_facts(scope, one.indicator);
        all.push_back(by_quarters ? by_quarter(scope, monthly) : monthly);
        page.cards.push_back(card_of(scope, all.back(), monthly, one));
        page.month = monthly.month;
        if (one.indicator.id != state.indicator) continue;
        page.study = indicator_study_of(scope, all.back(), page.cards.back());
        page.listings = study_listings(scope, all.back(), *page.study);
    }
    if (all.empty()) {
        page.verdict = Phrase{"В профиле муниципалитета целевых показателей нет", "The municipality's profile has no target indicators"}.in(lang);
        return page;
    }
    page.verdict = verdict_of(all, lang);
    page.grains = grains_of(scope);
    const auto opened = std::find_if(planned.begin(), planned.end(), [&](const PlannedIndicator& one) { return one.indicator.id == state.indicator; });
    page.plan_text = Phrase{"Изменить план", "Change the plan"}.in(lang);
    page.plan_href = plan_form_href(scope, (opened == planned.end() ? planned.front() : *opened).indicator);
    State report = on_screen(state, Screen::Reports);
    report.paper = "pokazateli";
    page.report_text = Phrase{"Месячный отчёт", "Monthly report"}.in(lang);
    page.report_href = to_hash(report);
    page.note = by_quarters ? std::string{Phrase{"Факт по кварталам, план по годам. Последний полный квартал: ", "Fact by quarter, plan by year. Last complete quarter: "}.in(lang)} + point_name((page.month + 1) / 3 * 3 - 1, 3, lang)
                            : std::string{Phrase{"Факт помесячно, план по годам. Последний полный месяц: ", "Fact by month, plan by year. Last complete month: "}.in(lang)} + format_month(page.month, lang);
    page.note += outlook_note(page.cards, lang);
    const auto add = [&](Phrase line) { page.how_to_read.emplace_back(line.in(lang)); };
    add(by_quarters ? Phrase{"линия с точкой — факт по кварталам, ступени — план на год", "line with a dot: fact by quarter, steps: plan of the year"} : Phrase{"линия с точкой — факт по месяцам, ступени — план на год", "line with a dot: fact by month, steps: plan of the year"});
    add({"выполняется — факт не ниже плана", "on plan: fact not below the plan"});
    add({"на грани — не хватает одного случая, или план внутри интервала 95 %", "borderline: one case short, or the plan lies within the 95 % interval"});
    add({"отстаёт — план выше интервала", "behind: the plan lies above the interval"});
    add({"отрезок в конце года — доля всего года на 31 декабря с интервалом 95 %; план будет выполнен — вероятность от 80 %, не будет — ниже 5 %, рано судить — меньше 8 месяцев",
         "bar at the year's end: share of the whole year on 31 December with its 95 % interval; will be met: chance from 80 %, will be missed: under 5 %, too early: under 8 months"});
    const bool has_years = std::any_of(all.begin(), all.end(), [](const IndicatorFacts& facts) { return facts.is_year && facts.percent; });
    if (has_years) add({"по реестрам с датами факт — с начала года", "of registers with dates the fact is the year to date"});
    return page;
}

}  // namespace problemator
