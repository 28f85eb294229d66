#include "core/model/indicators/indicator_study.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/listing_cells.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/register_names.hpp"
#include "core/model/words.hpp"
#include "core/stats/stl.hpp"
#include "core/stats/xmr.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMonthsOfYear = 12, kSeasonalWindow = 13, kMostEvents = 60, kRun = 8;

using OfMonth = IndicatorFacts::OfMonth;

double percent_of(const OfMonth& m) { return 100.0 * m.numerator / m.denominator; }

/// The longest stretch of months without a gap that ends with the last one: charts over time need every month.
std::vector<OfMonth> unbroken(const Scope& scope, const IndicatorFacts& facts) {
    std::vector<OfMonth> out;
    for (const OfMonth& m : facts.months) {
        if (!out.empty() && m.month != out.back().month + facts.step) out.clear();
        if (!is_hidden_month(scope, facts, m)) out.push_back(m);
        else out.clear();
    }
    return out;
}

std::string percent_words(double percent, Lang lang) { return format_decimal(percent, 1, lang) + "\u00A0%"; }

std::string points_words(const IndicatorStudy::Point& first, const IndicatorStudy::Point& last) {
    return first.month == last.month ? first.name : first.name + " – " + last.name;
}

/// Stretches of points that a rule has marked, as [first, last].
template <class Marked>
std::vector<std::pair<std::size_t, std::size_t>> stretches(std::size_t n, const Marked& is_marked) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = 0; i < n; ++i) {
        if (!is_marked(i)) continue;
        if (!out.empty() && out.back().second + 1 == i) out.back().second = i;
        else out.emplace_back(i, i);
    }
    return out;
}

void add_signals(IndicatorStudy& study, const Xmr& limits, Lang lang) {
    const auto say = [lang](Phrase phrase) { return std::string{phrase.in(lang)}; };
    const auto& points = study.points;
    const auto signal = [&](std::size_t i) { return limits.signals[i]; };
    for (std::size_t i = 0; i < points.size(); ++i)
        if (signal(i).is_outside)
            study.signals.push_back(percent_words(points[i].value, lang) + say({" за ", " in "}) + points[i].name + (points[i].value > limits.mean ? say({" — выше верхней границы ", " is above the upper limit "}) + percent_words(limits.upper, lang)
                                                                                                                                                     : say({" — ниже нижней границы ", " is below the lower limit "}) + percent_words(limits.lower, lang)));
    constexpr Counted kPoints = {"точка", "точки", "точек", "point", "points"};
    for (const bool is_above : {true, false})
        for (const auto& [first, last] : stretches(points.size(), [&](std::size_t i) { return signal(i).is_run && (points[i].value > limits.mean) == is_above; }))
            if (last - first + 1 >= kRun)
                study.signals.push_back(format_counted(static_cast<std::int64_t>(last - first + 1), kPoints, lang) + (is_above ? say({" подряд по одну сторону, выше среднего: ", " in a row on one side, above the mean: "}) : say({" подряд по одну сторону, ниже среднего: ", " in a row on one side, below the mean: "})) +
                                        points_words(points[first], points[last]));
    for (const auto& [first, last] : stretches(points.size(), [&](std::size_t i) { return signal(i).is_near_limit && !signal(i).is_outside && !signal(i).is_run; }))
        study.signals.push_back(say({"Три из четырёх точек ближе к границе, чем к среднему: ", "Three of four points nearer to a limit than to the mean: "}) + points_words(points[first], points[last]));
    for (std::size_t i = 0; i < points.size(); ++i)
        if (signal(i).is_outside) study.points[i].tone = Tone::Bad;
        else if (signal(i).is_run || signal(i).is_near_limit) study.points[i].tone = Tone::Warn;
    if (study.signals.empty()) study.signals.push_back(study.step > 1 ? say({"Сигналов нет: кварталы различаются не больше обычного", "No signals: quarters differ no more than usual"}) : say({"Сигналов нет: месяцы различаются не больше обычного", "No signals: months differ no more than usual"}));
}

void add_trend(IndicatorStudy& study, const std::vector<double>& values) {
    const std::size_t year = kMonthsOfYear / static_cast<std::size_t>(study.step);
    if (values.size() < 2 * year) return;
    const auto parts = stl(values, robust(stl_options(year, kSeasonalWindow)));
    if (!parts) return;
    for (std::size_t i = 0; i < values.size(); ++i) study.trend.emplace_back(study.points[i].month, parts->trend[i]);
}

/// Done measures of road maps and surges that people wrote down, of the months that are shown.
void add_events(IndicatorStudy& study, const Scope& scope) {
    if (study.points.empty()) return;
    const Day first = first_day_of_month(study.points.front().month - study.step + 1), until = first_day_of_month(study.points.back().month + 1);
    const auto add = [&](const char* form, const char* day_field, const char* text_field, Phrase kind) {
        const Register* entries = find_register(scope.world.snapshot.registers, form);
        for (std::size_t row = 0; entries && row < entries->rows(); ++row) {
            const Day day = entry_cell(*entries, day_field, row).day;
            if (day == kNoDay || day < first || day >= until) continue;
            const std::string topic = entry_cell(*entries, "topic", row).text;
            study.events.push_back({day, std::string{kind.in(scope.lang)} + entry_cell(*entries, text_field, row).text + (topic.empty() || text_field == std::string_view{"topic"} ? "" : " (" + topic + ")")});
        }
    };
    add("road_maps", "done", "measure", {"Мера: ", "Measure: "});
    add("surges", "detected", "topic", {"Всплеск: ", "Surge: "});
    sort_stably(study.events, [](const auto& a, const auto& b) { return a.day < b.day; });
    if (study.events.size() > kMostEvents) study.events.erase(study.events.begin(), study.events.end() - static_cast<std::ptrdiff_t>(kMostEvents));
}

void set_scale(IndicatorStudy& study) {
    double low = 100, high = 0;
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const auto& point : study.points) take(point.value);
    for (const auto& limit : {study.lower, study.upper})
        if (limit) take(std::clamp(*limit, 0.0, 100.0));
    for (const PlanYear& one : study.plan)
        if (!study.points.empty() && one.year >= study.points.front().month / 12 && one.year <= study.points.back().month / 12) take(one.percent);
    if (low > high) return;
    study.y_min = std::max(0.0, std::floor((low - 3) / 5) * 5);
    study.y_max = std::min(100.0, std::ceil((high + 3) / 5) * 5);
}

std::string method_of(const IndicatorStudy& study, const Finding<Xmr>& limits, Lang lang) {
    const auto say = [lang](Phrase phrase) { return std::string{phrase.in(lang)}; };
    const bool by_quarters = study.step > 1;
    const Phrase too_few = by_quarters ? Phrase{"нужно 8 кварталов подряд", "8 quarters in a row are needed"} : Phrase{"нужно 8 месяцев подряд", "8 months in a row are needed"};
    std::string out = limits ? say(by_quarters ? Phrase{"Полоса — среднее ± 2,66 среднего размаха соседних кварталов (карта Шухарта)", "Band: mean ± 2.66 of the mean moving range of quarters (Shewhart)"} : Phrase{"Полоса — среднее ± 2,66 среднего размаха соседних месяцев (карта Шухарта)", "Band: mean ± 2.66 of the mean moving range (Shewhart)"})
                             : say({"Границы не проведены: ", "No limits: "}) + say(limits.reason == Reason::TooFewPeriods ? too_few : reason_words(limits.reason));
    out += study.trend.empty() ? say({"; тренд без сезона — с двух лет истории", "; the trend without season needs two years"}) : say({"; тренд без сезона — STL", "; trend without season: STL"});
    return out + (study.events.empty() ? std::string{} : say({"; ромбы — меры и всплески из реестров", "; diamonds: measures and surges of the registers"}));
}

}  // namespace

IndicatorStudy indicator_study_of(const Scope& scope, const IndicatorFacts& facts, const IndicatorCard& card) {
    const Lang lang = scope.lang;
    IndicatorStudy study;
    study.id = card.id;
    study.title = card.name;
    study.subtitle = card.subtitle;
    study.plan = card.plan;
    study.step = facts.step;
    State closed = scope.state;
    closed.indicator.clear();
    closed.overlay = Overlay::None;
    study.close_href = to_hash(closed);
    std::vector<double> values;
    for (const OfMonth& m : unbroken(scope, facts)) {
        values.push_back(percent_of(m));
        const std::string label = percent_words(values.back(), lang) + "\t" + format_count(m.numerator, lang) + std::string{Phrase{" из ", " of "}.in(lang)} + format_count(m.denominator, lang);
        study.points.push_back({m.month, values.back(), Tone::Plain, point_name(m.month, facts.step, lang), label, facts.is_of_entries ? std::string{} : to_hash(counted_state(scope, facts.below, facts_rows(facts, m.month)))});
    }
    const auto limits = xmr(values);
    if (limits) {
        study.mean = limits->mean;
        study.lower = std::max(0.0, limits->lower);
        study.upper = std::min(100.0, limits->upper);
        add_signals(study, *limits, lang);
    }
    add_trend(study, values);
    add_events(study, scope);
    set_scale(study);
    study.method_note = method_of(study, limits, lang);
    study.summary = study.title + (study.points.empty() ? "" : ": " + percent_words(study.points.back().value, lang)) + (study.signals.empty() ? "" : ". " + study.signals.front());
    return study;
}

std::vector<Listing> study_listings(const Scope& scope, const IndicatorFacts& facts, const IndicatorStudy& study) {
    const ListingMaker f = listing_maker(scope);
    std::vector<Listing> out;
    Listing months{.id = "study-months", .title = f.say(facts.step > 1 ? Phrase{"По кварталам", "By quarter"} : Phrase{"По месяцам", "By month"}), .note = {}, .columns = {{"month", f.say(facts.step > 1 ? Phrase{"Квартал", "Quarter"} : Phrase{"Месяц", "Month"})}, {"part", f.say({"Числитель", "Numerator"}), true}, {"all", f.say({"Знаменатель", "Denominator"}), true}, {"percent", "%", true}}, .rows = {}, .empty = f.say({"Данных нет", "No data"}), .more = {}};
    for (auto m = facts.months.rbegin(); m != facts.months.rend(); ++m) {
        const Period period = facts_rows(facts, m->month);
        const auto counted = [&](const std::optional<CountedRows>& rows, std::uint32_t n) { return facts.is_of_entries || !rows ? number_cell(f, n) : rows_cell(f, n, counted_state(scope, *rows, period)); };
        const bool is_hidden = is_hidden_month(scope, facts, *m);
        ListingCell part = is_hidden_count(scope.world, m->numerator) && !facts.is_of_entries ? rows_cell(f, m->numerator, f.rows) : counted(facts.above, m->numerator);
        months.rows.push_back({words_cell(point_name(m->month, facts.step, f.lang())), std::move(part), counted(facts.below, m->denominator), words_cell(is_hidden ? std::string{kNone} : format_decimal(percent_of(*m), 1, f.lang()))});
    }
    keep_first(months, kListed, f);
    out.push_back(std::move(months));
    if (!facts.lines.empty()) {
        Listing lines{.id = "study-lines", .title = f.say({"Записи реестра за период", "Entries of the register in the period"}), .note = facts_period(facts, f.lang()), .columns = {{"what", f.say({"Запись", "Entry"})}, {"when", f.say({"Когда", "When"})}, {"counted", f.say({"Учтено", "Counted"})}}, .rows = {}, .empty = {}, .more = {}};
        for (const auto& line : facts.lines) lines.rows.push_back({words_cell(line.text), words_cell(line.label), words_cell(f.say(line.is_counted ? Phrase{"да", "yes"} : Phrase{"нет", "no"}), line.is_counted ? Tone::Plain : Tone::Warn)});
        if (facts.lines_left_out > 0) lines.more = more_words(f, facts.lines_left_out);
        out.push_back(std::move(lines));
    }
    Listing events{.id = "study-events", .title = f.say({"События", "Events"}), .note = f.say({"из реестров дорожных карт и всплесков", "of the registers of road maps and surges"}), .columns = {{"day", f.say({"День", "Day"})}, {"what", f.say({"Что произошло", "What happened"})}}, .rows = {}, .empty = f.say({"Событий в реестрах нет", "The registers have no events"}), .more = {}};
    for (auto event = study.events.rbegin(); event != study.events.rend(); ++event) events.rows.push_back({words_cell(format_date(event->day, f.lang())), words_cell(event->text)});
    keep_first(events, 20, f);
    out.push_back(std::move(events));
    return out;
}

}  // namespace problemator
