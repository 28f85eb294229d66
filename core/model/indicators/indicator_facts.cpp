#include "core/model/indicators/indicator_facts.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/indicators/indicator_counts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"
#include "core/stats/wilson.hpp"

namespace problemator {
namespace {

constexpr std::size_t kLinesShown = 12;

Month last_complete_month(const Scope& scope) {
    const Minute end = std::min(scope.table.as_of, first_minute_of_week(scope.week + 1));
    return month_from_day(day_from_minute(end)) - 1;
}

/// A fraction as it is counted: its terms with the registers that they speak of.
struct Fraction {
    IndicatorTerm above, below;
    const Register* above_entries = nullptr;
    const Register* below_entries = nullptr;
    CountedRows above_rows, below_rows;          // of terms that count messages
};

bool bind(const Scope& scope, const IndicatorTerm& term, const Register*& entries, CountedRows& rows) {
    if (auto counted = rows_of_term(term)) {
        rows = *std::move(counted);
        return true;
    }
    entries = find_register(scope.world.snapshot.registers, term.register_id);
    return entries != nullptr;
}

std::optional<Fraction> fraction_of(const Scope& scope, std::string_view numerator, std::string_view denominator) {
    auto above = parse_term(numerator), below = parse_term(denominator);
    if (!above || !below) return std::nullopt;
    Fraction fraction{.above = *std::move(above), .below = *std::move(below), .above_entries = nullptr, .below_entries = nullptr, .above_rows = {}, .below_rows = {}};
    if (!bind(scope, fraction.above, fraction.above_entries, fraction.above_rows) || !bind(scope, fraction.below, fraction.below_entries, fraction.below_rows)) return std::nullopt;
    if (fraction.below.of == IndicatorTerm::Of::Topics) return std::nullopt;   // messages of some topics are a part, never the whole
    // Both counts speak of the same rows: what the denominator asks holds for the numerator, the basis is the numerator's unless it is receipt.
    if (fraction.above_rows.basis == Basis::Received) fraction.above_rows.basis = fraction.below_rows.basis;
    fraction.below_rows.basis = fraction.above_rows.basis;
    narrow(fraction.above_rows, fraction.below_rows);
    return fraction;
}

MonthCounts count_term(const Scope& scope, const IndicatorTerm& term, const Register* entries, const CountedRows& rows, const Register* timed, Month last, MonthSpan span) {
    switch (term.of) {
        case IndicatorTerm::Of::Messages: case IndicatorTerm::Of::Rows: return count_messages(scope, rows, last, span);
        case IndicatorTerm::Of::Topics: return count_topics(scope, term, *entries, rows, last, span);
        case IndicatorTerm::Of::Entries: return count_entries_by_month(scope, *entries, term, *timed, last);
    }
    return {};
}

std::vector<IndicatorFacts::OfMonth> count_months(const Scope& scope, const Fraction& fraction, Month last, MonthSpan span) {
    const Register* timed = fraction.below_entries ? fraction.below_entries : fraction.above_entries;
    const auto above = count_term(scope, fraction.above, fraction.above_entries, fraction.above_rows, timed, last, span);
    const auto below = count_term(scope, fraction.below, fraction.below_entries, fraction.below_rows, timed, last, span);
    std::vector<IndicatorFacts::OfMonth> months;
    for (const auto& [month, denominator] : below) {
        if (denominator == 0) continue;
        const auto numerator = above.find(month);
        months.push_back({month, numerator == above.end() ? 0 : numerator->second, denominator});
    }
    return months;
}

/// A flag that never occurs is a column that the export does not have — unless the list of automatic control is there and names nothing.
bool is_absent_column(const Scope& scope, const Fraction& fraction, const std::vector<IndicatorFacts::OfMonth>& months) {
    if (fraction.above.of != IndicatorTerm::Of::Messages && fraction.above.of != IndicatorTerm::Of::Rows) return false;
    if (fraction.above.measure == "auto_control" && find_register(scope.world.snapshot.registers, "auto_control")) return false;
    return std::none_of(months.begin(), months.end(), [](const auto& m) { return m.numerator > 0; });
}

bool counts_dated_entries(const IndicatorTerm& term) { return term.of == IndicatorTerm::Of::Entries && term.different.empty() && !term.any_period; }

int year_of(Month month) { return date_from_day(first_day_of_month(month)).year; }

IndicatorFacts::Also sum_of(const IndicatorFacts& facts) {
    IndicatorFacts::Also sum;
    for (const auto& m : facts.months) {
        if (facts.is_year ? year_of(m.month) != year_of(facts.month) : m.month != facts.month) continue;
        sum.numerator += m.numerator;
        sum.denominator += m.denominator;
    }
    return sum;
}

std::string shown_cell(const RegisterCell& cell, Lang lang) {
    if (cell.day != kNoDay) return format_date(cell.day, lang);
    if (cell.answer != Answer::Unknown) return std::string{(cell.answer == Answer::Yes ? Phrase{"да", "yes"} : Phrase{"нет", "no"}).in(lang)};
    return cell.number ? format_decimal(*cell.number, 0, lang) : cell.text;
}

/// «08.10.2026», «Проект бюджета»: the day and the required texts of an entry.
IndicatorFacts::Line line_of(const Register& entries, std::uint32_t row, Lang lang) {
    IndicatorFacts::Line line;
    for (std::size_t i = 0; i < entries.form.fields.size(); ++i) {
        const RegisterField& field = entries.form.fields[i];
        if (!field.is_required && field.id != entries.form.period) continue;
        const std::string text = shown_cell(entries.cell(i, row), lang);
        std::string& part = field.type == ValueType::Date ? line.label : line.text;
        if (field.type != ValueType::YesNo && !text.empty()) part += (part.empty() ? "" : ", ") + text;
    }
    return line;
}

void keep_lines(IndicatorFacts& facts, std::vector<IndicatorFacts::Line> lines) {
    std::stable_partition(lines.begin(), lines.end(), [](const auto& line) { return !line.is_counted; });
    facts.lines_left_out = lines.size() - std::min(lines.size(), kLinesShown);
    lines.resize(lines.size() - facts.lines_left_out);
    facts.lines = std::move(lines);
}

/// Entries of the denominator and whether the numerator has them.
void add_entries(IndicatorFacts& facts, const Fraction& fraction, Lang lang) {
    const Register& entries = *fraction.below_entries;
    std::vector<IndicatorFacts::Line> lines;
    const Month first = facts.is_year ? year_of(facts.month) * 12 : facts.month;
    const TermEntries all{entries, fraction.below}, part{entries, fraction.above};
    for (Month month = first; month <= facts.month; ++month) {
        const auto below = all.of_month(month), above = part.of_month(month);
        const auto counted = values_of(entries, fraction.above.different, above);
        std::vector<std::string> told;
        for (const auto row : below) {
            IndicatorFacts::Line line = line_of(entries, row, lang);
            if (!fraction.below.different.empty()) {
                line.label.clear();
                const auto value = values_of(entries, fraction.below.different, {row});
                if (value.empty() || std::find(told.begin(), told.end(), value.front()) != told.end()) continue;
                told.push_back(value.front());
                line.is_counted = std::find(counted.begin(), counted.end(), value.front()) != counted.end();
            } else {
                line.is_counted = std::find(above.begin(), above.end(), row) != above.end();
            }
            lines.push_back(std::move(line));
        }
    }
    keep_lines(facts, std::move(lines));
}

/// Topics that road maps removed, and those of the register that the profile does not know.
void add_topics(IndicatorFacts& facts, const Fraction& fraction, const Scope& scope) {
    const Register& maps = *fraction.above_entries;
    std::vector<IndicatorFacts::Line> lines;
    const auto unknown = unknown_topics(scope, fraction.above, maps, facts.month);
    for (const std::string& topic : values_of(maps, "topic", entries_of_month(maps, fraction.above, facts.month))) {
        const bool is_known = std::find(unknown.begin(), unknown.end(), topic) == unknown.end();
        lines.push_back({is_known ? "" : std::string{Phrase{"нет в профиле", "not in the profile"}.in(scope.lang)}, topic, is_known});
    }
    keep_lines(facts, std::move(lines));
}

void add_also(IndicatorFacts& facts, const Scope& scope, MonthSpan span) {
    const Indicator& indicator = *facts.indicator;
    if (indicator.also_denominator.empty()) return;
    const auto fraction = fraction_of(scope, indicator.numerator, indicator.also_denominator);
    if (!fraction) return;
    IndicatorFacts other = facts;
    other.months = count_months(scope, *fraction, facts.month, span);
    if (const auto sum = sum_of(other); sum.denominator > 0) facts.also = sum;
    facts.also_months = std::move(other.months);
}

}  // namespace

std::optional<double> plan_of_year(const Indicator& indicator, int year) {
    for (const auto& plan : indicator.plan)
        if (plan.year == year) return plan.percent;
    return std::nullopt;
}

// «На грани»: one case short of the plan, or — of messages, which are a sample of what could have come — the plan lies within the
// 95 % interval of the share. A register is the whole: nothing about it is uncertain.
Standing standing_of(const IndicatorFacts& facts, const Profile& profile) {
    if (!facts.percent) return Standing::Missing;
    if (!facts.plan) return Standing::NoPlan;
    if (!facts.is_of_entries && static_cast<int>(facts.denominator) < profile.min_count_for_percent) return Standing::Few;
    const double sign = facts.indicator->higher_is_better ? 1 : -1, plan = *facts.plan / 100, n = facts.denominator;
    if (sign * (facts.numerator / n - plan) >= -1e-12) return Standing::Met;
    if (sign * ((facts.numerator + sign) / n - plan) >= 0) return Standing::Close;
    if (facts.is_of_entries) return Standing::Behind;
    const auto interval = wilson(facts.numerator, n);
    return interval.low <= plan && plan <= interval.high ? Standing::Close : Standing::Behind;
}

namespace {

/// What indicators read of the state.
State filters_of(const Scope& scope) {
    const State plain;
    State out = rows_state(scope, Basis::Received, {});
    out.compare = plain.compare;
    out.grain = plain.grain;
    return out;
}

State in_language(Lang lang) {
    State out;
    out.lang = lang;
    return out;
}

/// Registers are counted whole, whatever the filters.
bool counts_entries_alone(const Indicator& indicator) {
    for (const std::string* text : {&indicator.numerator, &indicator.denominator, &indicator.also_denominator}) {
        if (text->empty() && text == &indicator.also_denominator) continue;
        const auto term = parse_term(*text);
        if (!term || term->of != IndicatorTerm::Of::Entries) return false;
    }
    return true;
}

IndicatorFacts facts_anew(const Scope& scope, const Indicator& indicator, MonthSpan span) {
    IndicatorFacts facts;
    facts.indicator = &indicator;
    facts.month = last_complete_month(scope);
    facts.plan = plan_of_year(indicator, year_of(facts.month));
    const auto fraction = fraction_of(scope, indicator.numerator, indicator.denominator);
    if (!fraction) return facts;
    facts.is_of_entries = fraction->below.of == IndicatorTerm::Of::Entries;
    facts.is_year = counts_dated_entries(fraction->above) && counts_dated_entries(fraction->below);
    facts.below = fraction->below_rows;
    if (fraction->above_rows.either == 0 && fraction->above.of != IndicatorTerm::Of::Topics && fraction->above.of != IndicatorTerm::Of::Entries) facts.above = fraction->above_rows;
    auto months = count_months(scope, *fraction, facts.month, span);
    if (span == MonthSpan::Last && is_absent_column(scope, *fraction, months)) {   // earlier months may have it
        const auto above = count_messages(scope, fraction->above_rows, facts.month, MonthSpan::All);
        if (std::none_of(above.begin(), above.end(), [](const auto& month) { return month.second > 0; })) return facts;
        months = count_months(scope, *fraction, facts.month, MonthSpan::All);
    }
    if (is_absent_column(scope, *fraction, months)) return facts;
    facts.months = std::move(months);
    const auto sum = sum_of(facts);
    if (sum.denominator == 0) return facts;
    facts.numerator = sum.numerator;
    facts.denominator = sum.denominator;
    facts.percent = 100.0 * sum.numerator / sum.denominator;
    facts.standing = standing_of(facts, scope.world.profile);
    if (facts.is_of_entries && fraction->above_entries == fraction->below_entries) add_entries(facts, *fraction, scope.lang);
    if (fraction->above.of == IndicatorTerm::Of::Topics) add_topics(facts, *fraction, scope);
    add_also(facts, scope, span);
    return facts;
}

}  // namespace

IndicatorFacts indicator_facts(const Scope& scope, const Indicator& indicator, MonthSpan span) {
    const Month month = last_complete_month(scope);
    const FactsQuestion question{counts_entries_alone(indicator) ? in_language(scope.lang) : filters_of(scope), month, span, indicator.numerator, indicator.denominator, indicator.also_denominator, plan_of_year(indicator, year_of(month)), indicator.higher_is_better};
    IndicatorFacts facts = *recall(scope.world, &Remembered::facts, question, [&] { return facts_anew(scope, indicator, span); });
    facts.indicator = &indicator;                      // the one that was counted first may be gone
    return facts;
}

std::string standing_word(Standing standing, Lang lang) {
    switch (standing) {
        case Standing::Met: return std::string{Phrase{"выполняется", "on plan"}.in(lang)};
        case Standing::Close: return std::string{Phrase{"на грани", "borderline"}.in(lang)};
        case Standing::Behind: return std::string{Phrase{"отстаёт", "behind"}.in(lang)};
        case Standing::Few: return std::string{Phrase{"мало данных", "too few"}.in(lang)};
        case Standing::NoPlan: return std::string{Phrase{"плана нет", "no plan"}.in(lang)};
        case Standing::Missing: break;
    }
    return std::string{Phrase{"нет данных", "no data"}.in(lang)};
}

Tone standing_tone(Standing standing) {
    switch (standing) {
        case Standing::Met: return Tone::Good;
        case Standing::Close: return Tone::Warn;
        case Standing::Behind: return Tone::Bad;
        case Standing::Few: case Standing::NoPlan: case Standing::Missing: break;
    }
    return Tone::Muted;
}

Period facts_rows(const IndicatorFacts& facts, Month last) {
    return {minute_from_day(first_day_of_month(last - facts.step + 1)), minute_from_day(first_day_of_month(last + 1))};
}

State indicator_rows(const Scope& scope, const IndicatorFacts& facts) {
    return counted_state(scope, facts.below, facts_rows(facts, facts.month));
}

std::string point_name(Month last, Month step, Lang lang) {
    if (step == 1) return format_month(last, lang);
    constexpr const char* kQuarters[] = {"I", "II", "III", "IV"};
    const int quarter = last % 12 / 3;
    const std::string year = std::to_string(last / 12);
    return lang == Lang::Ru ? kQuarters[quarter] + std::string{" квартал "} + year : "Q" + std::to_string(quarter + 1) + " " + year;
}

std::string facts_period(const IndicatorFacts& facts, Lang lang) {
    const std::string last = point_name(facts.month, facts.is_year ? 1 : facts.step, lang);
    if (!facts.is_year || facts.month % 12 == 0) return last;
    const std::string first = format_month(facts.month - facts.month % 12, lang);
    return first.substr(0, first.find(' ')) + " – " + last;
}

bool is_hidden_month(const Scope& scope, const IndicatorFacts& facts, const IndicatorFacts::OfMonth& m) {
    return !facts.is_of_entries && hides_share(scope.world, m.numerator, m.denominator);
}

Figure indicator_figure(const Scope& scope, const IndicatorFacts& facts) {
    Figure figure;
    figure.text = kNone;
    if (!facts.percent) return figure;
    const Lang lang = scope.lang;
    if (!facts.is_of_entries) {
        const State rows = indicator_rows(scope, facts);
        figure = count_figure(scope, facts.denominator, rows);
        if (figure.href.empty()) return figure;   // hidden in a published snapshot
        figure.is_few = facts.standing == Standing::Few;
        explain(figure, scope, {"числитель делить на знаменатель, месяц целиком", "numerator divided by denominator, a whole month"}, rows);
        figure.why.front().second = facts.indicator->formula.in(lang);
    } else {
        figure.why.emplace_back(Phrase{"Как считается", "Formula"}.in(lang), facts.indicator->formula.in(lang));
        figure.why.emplace_back(Phrase{"Период", "Period"}.in(lang), facts_period(facts, lang));
        figure.why.emplace_back(Phrase{"Записей реестра", "Entries of the register"}.in(lang), format_count(facts.denominator, lang));
    }
    figure.value = facts.percent;
    figure.text = format_decimal(*facts.percent, 1, lang);
    figure.unit = "%";
    if (!facts.is_of_entries && hides_share(scope.world, facts.numerator, facts.denominator)) set_bound(figure, scope, facts.numerator, facts.denominator);
    for (const auto& line : facts.lines)
        figure.why.emplace_back((line.is_counted ? Phrase{"учтено", "counted"} : Phrase{"не учтено", "not counted"}).in(lang), (line.label.empty() ? "" : line.label + ": ") + line.text);
    if (facts.lines_left_out > 0) figure.why.emplace_back(Phrase{"и ещё", "and more"}.in(lang), format_count(static_cast<std::int64_t>(facts.lines_left_out), lang));
    return figure;
}

}  // namespace problemator
