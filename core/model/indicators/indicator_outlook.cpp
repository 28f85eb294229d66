#include "core/model/indicators/indicator_outlook.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr int kMonths = 12, kWholeFromDay = 3;   // a table that begins by the 3rd has the month

struct Series { std::vector<double> numerator, denominator; std::size_t this_year = 0; };

bool is_cut_month(const Scope& scope, const IndicatorFacts& facts, Month month) {
    if (facts.is_of_entries || scope.table.rows() == 0) return false;
    const Day first = day_from_minute(scope.table.received.front());
    return month == month_from_day(first) && date_from_day(first).day > kWholeFromDay;
}

Series series_of(const Scope& scope, const IndicatorFacts& facts) {
    Series series;
    if (facts.months.empty()) return series;
    Month first = facts.months.front().month;
    if (is_cut_month(scope, facts, first)) ++first;
    if (first > facts.month) return series;
    const auto n = static_cast<std::size_t>(facts.month - first + 1);
    series.numerator.resize(n);
    series.denominator.resize(n);
    for (const auto& m : facts.months) {
        if (m.month < first) continue;
        series.numerator[static_cast<std::size_t>(m.month - first)] = m.numerator;
        series.denominator[static_cast<std::size_t>(m.month - first)] = m.denominator;
    }
    series.this_year = std::min(n, static_cast<std::size_t>(facts.month % kMonths + 1));
    return series;
}

std::string chance_words(double chance, Lang lang) {
    const Phrase word = {", вероятность ", ", chance "};
    if (chance > 0.99) return std::string{word.in(lang)} + ">\u00A0" + format_percent(0.99, 0, lang);
    if (chance < 0.01) return std::string{word.in(lang)} + "<\u00A0" + format_percent(0.01, 0, lang);
    return std::string{word.in(lang)} + format_percent(chance, 0, lang);
}

Phrase method_name(PlanMethod method) {
    switch (method) {
        case PlanMethod::Theta: return {"метод Тета", "the Theta method"};
        case PlanMethod::Damped: return {"затухающее сглаживание", "damped smoothing"};
        case PlanMethod::SeasonalNaive: return {"как в том же месяце год назад", "as in the same month a year ago"};
        case PlanMethod::Mean: case PlanMethod::Auto: break;
    }
    return {"среднее последнего года", "the mean of the last year"};
}

Tone tone_of(PlanVerdict verdict) {
    switch (verdict) {
        case PlanVerdict::Met: case PlanVerdict::OnTrack: return Tone::Good;
        case PlanVerdict::AtRisk: return Tone::Warn;
        case PlanVerdict::Missed: return Tone::Bad;
        case PlanVerdict::TooEarly: break;
    }
    return Tone::Muted;
}

std::string verdict_words(const PlanForecast& forecast, std::size_t n, bool is_over, Lang lang) {
    const std::string word{outlook_word(forecast.verdict, is_over).in(lang)};
    constexpr Counted kMonthsWord = {"месяц", "месяца", "месяцев", "month", "months"};
    if (forecast.verdict == PlanVerdict::TooEarly) return word + std::string{Phrase{": история — ", ": history of "}.in(lang)} + format_counted(static_cast<std::int64_t>(n), kMonthsWord, lang);
    return is_over || forecast.verdict == PlanVerdict::Met ? word : word + chance_words(forecast.chance, lang);
}

PlanQuestion plan_question(const OutlookQuestion& asked) {
    PlanQuestion question;
    question.numerator = asked.numerator;
    question.denominator = asked.denominator;
    question.this_year = asked.this_year;
    question.remaining = asked.remaining;
    question.period = kMonths;
    question.plan = asked.plan;
    question.direction = asked.direction;
    return question;
}

void explain_outlook(Figure& figure, const IndicatorFacts& facts, const Finding<PlanForecast>& found, Lang lang) {
    const auto add = [&](Phrase label, std::string text) { figure.why.emplace_back(label.in(lang), std::move(text)); };
    add({"Как считается", "Formula"}, std::string{Phrase{"(числитель с начала года + его прогноз) / (знаменатель с начала года + его прогноз); ", "(numerator so far + its forecast) / (denominator so far + its forecast); "}.in(lang)} + std::string{method_name(found->method).in(lang)});
    add({"Период", "Period"}, std::string{Phrase{"история по ", "history until "}.in(lang)} + format_month(facts.month, lang) + std::string{Phrase{", месяцев: ", ", months: "}.in(lang)} + std::to_string(found.n));
    add({"С начала года", "Year to date"}, format_percent(found->so_far, 1, lang));
    add({"31 декабря", "31 December"}, figure.text + std::string{Phrase{", интервал 95 %", ", 95 % interval"}.in(lang)});
    if (facts.plan) add({"План", "Plan"}, format_decimal(*facts.plan, 0, lang) + "\u00A0%");
}

}  // namespace

Finding<PlanForecast> outlook_of(const Scope& scope, const IndicatorFacts& facts) {
    const Series series = series_of(scope, facts);
    const OutlookQuestion question{.numerator = series.numerator,
                                   .denominator = series.denominator,
                                   .this_year = series.this_year,
                                   .remaining = static_cast<std::size_t>(kMonths - 1 - facts.month % kMonths),
                                   .plan = facts.plan.value_or(0) / 100,
                                   .direction = facts.indicator->higher_is_better ? PlanDirection::AtLeast : PlanDirection::AtMost};
    return *recall(scope.world, &Remembered::outlooks, question, [&] { return forecast_plan(plan_question(question)); });
}

Phrase outlook_word(PlanVerdict verdict, bool is_over) {
    switch (verdict) {
        case PlanVerdict::Met: return {"план выполнен", "the plan is met"};
        case PlanVerdict::OnTrack: return {"план будет выполнен", "the plan will be met"};
        case PlanVerdict::AtRisk: return {"план под угрозой", "the plan is at risk"};
        case PlanVerdict::Missed: return is_over ? Phrase{"план не выполнен", "the plan is missed"} : Phrase{"план не будет выполнен", "the plan will be missed"};
        case PlanVerdict::TooEarly: break;
    }
    return {"рано судить", "too early to tell"};
}

void add_outlook(IndicatorCard& card, const Scope& scope, const IndicatorFacts& facts) {
    const Lang lang = scope.lang;
    const bool is_hidden = !facts.is_of_entries && is_hidden_count(scope.world, facts.denominator);
    if (facts.standing == Standing::Missing || is_hidden) return;
    const auto found = outlook_of(scope, facts);
    if (!found) {
        card.outlook_text = std::string{Phrase{"рано судить: ", "too early to tell: "}.in(lang)} + std::string{reason_words(found.reason).in(lang)};
        return;
    }
    const Interval& end = found->at_year_end;
    const bool is_over = facts.month % kMonths == kMonths - 1;
    card.outlook = {facts.month, 100 * found->so_far, 100 * end.value, 100 * end.low, 100 * end.high};
    card.outlook_figure.value = 100 * end.value;
    card.outlook_figure.text = format_decimal(100 * end.value, 1, lang) + (is_over ? "" : " (" + format_decimal(100 * end.low, 0, lang) + "–" + format_decimal(100 * end.high, 0, lang) + ")");
    explain_outlook(card.outlook_figure, facts, found, lang);
    if (!facts.plan) return;
    card.outlook_text = verdict_words(*found, found.n, is_over, lang);
    card.outlook_tone = tone_of(found->verdict);
}

}  // namespace problemator
