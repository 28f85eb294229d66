// Problems of the week: topic × territory cells that surge, or have stood above their norm for many weeks.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/names.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr double kMinChronicCount = 3;   // fewer this week: the problem is fading

bool is_alarm(const Signal& signal) { return signal.is_surge || (signal.chronic.weeks > 0 && signal.count >= kMinChronicCount); }

Code most_frequent(const std::map<Code, std::uint32_t>& counts) {
    Code best = kNotGiven;
    std::uint32_t most = 0;
    for (const auto& [code, n] : counts)
        if (code != kNotGiven && n > most) {
            best = code;
            most = n;
        }
    return best;
}

void add_row(AlarmDetail& detail, const Table& table, std::uint32_t row) {
    const Marks marks = table.marks[row];
    detail.overdue += has(marks, Mark::OverdueNow) ? 1u : 0u;
    detail.repeats += has(marks, Mark::Repeat) ? 1u : 0u;
    if (has(marks, Mark::Open) && table.due[row] != kNoTime && table.due[row] >= table.as_of) detail.nearest_due = std::min(detail.nearest_due, table.due[row]);
    ++detail.departments[table.column(Dimension::Department)[row]];
    ++detail.blocks[table.column(Dimension::Block)[row]];
}

std::string chronic_words(std::size_t weeks, Lang lang) {
    const auto n = static_cast<std::int64_t>(weeks);
    return lang == Lang::Ru ? "выше нормы " + format_counted(n, kWeeksWord, lang) : "above the norm for " + format_counted(n, kWeeksWord, lang);
}

// In the fixed order of the design, at most three; the first says why it is here.
std::vector<std::pair<std::string, Tone>> reasons_of(const World& world, const Alarm& alarm, Lang lang) {
    constexpr Counted repeats = {"повторное", "повторных", "повторных", "repeat", "repeats"};
    std::vector<std::pair<std::string, Tone>> out;
    const Signal& signal = *alarm.signal;
    if (signal.is_surge) out.emplace_back(growth_words(signal, lang), Tone::Bad);
    if (signal.chronic.weeks > 0) out.emplace_back(chronic_words(signal.chronic.weeks, lang), signal.is_surge ? Tone::Plain : Tone::Warn);
    if (alarm.detail.overdue > 0) out.emplace_back(count_words(world, alarm.detail.overdue, lang) + (lang == Lang::Ru ? "\u00A0просрочено" : "\u00A0overdue"), Tone::Plain);
    if (alarm.detail.repeats > 0) out.emplace_back(counted_words(world, alarm.detail.repeats, repeats, lang), Tone::Plain);
    if (out.size() > 3) out.resize(3);
    return out;
}

Trend trend_of(const Scope& scope, const WeeklyCells& cells, const Alarm& alarm) {
    Trend trend;
    const auto series = cells.series(alarm.cell).last(std::min(kSparkWeeks, cells.series(alarm.cell).size()));
    const auto known = std::min(cells.known(alarm.cell).size(), series.size());
    for (std::size_t i = 0; i < series.size(); ++i) trend.values.push_back(i + known >= series.size() ? std::optional{drawn_count(scope.world, series[i])} : std::nullopt);
    const auto range = usual_range(norm_of(*alarm.signal));
    trend.norm_low = range.low;
    trend.norm_high = range.high;
    trend.end = alarm.signal->is_surge ? Tone::Bad : Tone::Warn;
    const auto count = count_words(scope.world, static_cast<std::int64_t>(alarm.signal->count), scope.lang);
    const auto usual = format_count(range.low, scope.lang) + "–" + format_count(range.high, scope.lang);
    trend.summary = scope.lang == Lang::Ru ? "за неделю " + count + ", обычно " + usual : count + " in the week, usually " + usual;
    return trend;
}

State rows_of(const Scope& scope, const WeeklyCells::Key& key) {
    State rows = rows_state(scope, Basis::Received, week_period(scope.week));
    rows = with_code(std::move(rows), scope.table, Dimension::Topic, key.row);
    rows = with_code(std::move(rows), scope.table, Dimension::Territory, key.column);
    rows.without |= kNotProblems;
    return rows;
}

// «было 14» a week before, «год назад 9»: whatever the reader compares with.
std::string was_words(const Scope& scope, const WeeklyCells& cells, const Alarm& alarm, const State& rows) {
    const auto base = scope.base_week(cells.last());
    const auto series = cells.series(alarm.cell);
    const auto back = base ? static_cast<std::size_t>(cells.last() - *base) : series.size();
    if (back >= series.size()) return {};
    const auto count = count_figure(scope, static_cast<std::uint32_t>(series[series.size() - 1 - back]), rows);   // hidden alike when published
    const Phrase words = scope.state.compare == Compare::YearAgo ? Phrase{"год назад ", "year ago "} : Phrase{"было ", "was "};
    return std::string{words.in(scope.lang)} + count.text;
}

Problem describe_alarm(const Scope& scope, const WeeklyCells& cells, const Signals& signals, const Alarm& alarm, int rank) {
    const Lang lang = scope.lang;
    const auto key = cells.key(alarm.cell);
    const Signal& signal = *alarm.signal;
    Problem problem;
    problem.rank = rank;
    problem.title = name_of(scope.world, Dimension::Topic, key.row, lang);
    problem.place = key.column == kNotGiven ? std::string{Phrase{"территория не указана", "no territory given"}.in(lang)} : name_of(scope.world, Dimension::Territory, key.column, lang);
    problem.unit = name_of(scope.world, Dimension::Department, most_frequent(alarm.detail.departments), lang);
    problem.block = name_of(scope.world, Dimension::Block, most_frequent(alarm.detail.blocks), lang);
    problem.reasons = reasons_of(scope.world, alarm, lang);
    problem.is_surge = signal.is_surge;
    const State rows = rows_of(scope, key);
    problem.count = count_figure(scope, static_cast<std::uint32_t>(signal.count), rows);
    explain(problem.count, scope, {"сообщения темы на территории за неделю", "messages of the topic in the territory in the week"}, rows);
    explain_norm(problem.count, signal, lang);
    problem.was = was_words(scope, cells, alarm, rows);
    if (alarm.detail.nearest_due != INT32_MAX) problem.due = format_day_month(day_from_minute(alarm.detail.nearest_due), lang);
    problem.trend = trend_of(scope, cells, alarm);
    problem.expected = norm_of(signal).mean;
    problem.threshold = signals.threshold(alarm.cell).value_or(0);
    problem.q = signal.q;
    return problem;
}

}  // namespace

Trend alarm_trend(const Scope& scope, const WeeklyCells& cells, const Alarm& alarm) { return trend_of(scope, cells, alarm); }
State alarm_rows(const Scope& scope, const WeeklyCells::Key& key) { return rows_of(scope, key); }

std::vector<Alarm> find_alarms(const Scope& scope, const WeeklyCells& cells, const Signals& signals) {
    std::vector<Alarm> alarms;
    std::vector<std::size_t> alarm_of_cell(cells.size(), SIZE_MAX);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!is_alarm(signals.cells[i]) || cells.key(i).row == kNotGiven) continue;   // without a topic nobody can act
        alarm_of_cell[i] = alarms.size();
        alarms.push_back({i, &signals.cells[i], {}, 0});
    }
    if (alarms.empty()) return alarms;
    Filter week = scope.filter;
    week.basis = Basis::Received;
    week.period = week_period(cells.last());
    week.without |= kNotProblems;
    for (const auto row : passing_rows(scope, week)) {
        const auto cell = cells.find(scope.table.column(Dimension::Topic)[row], scope.table.column(Dimension::Territory)[row]);
        if (cell && alarm_of_cell[*cell] != SIZE_MAX) add_row(alarms[alarm_of_cell[*cell]].detail, scope.table, row);
    }
    for (auto& alarm : alarms) alarm.severity = alarm.signal->count - norm_of(*alarm.signal).mean + alarm.detail.overdue + 0.5 * alarm.detail.repeats;
    sort_stably(alarms, [](const Alarm& a, const Alarm& b) {
        return std::pair{a.severity, a.signal->count} > std::pair{b.severity, b.signal->count};
    });
    return alarms;
}

Problems build_problems(const Scope& scope, std::size_t most) {
    Problems out;
    if (!scope.is_one_week || !scope.is_finished) return out;   // an unfinished week is not judged
    Filter filter = scope.filter;
    filter.without |= kNotProblems;
    const CellsQuestion question{.filter = filter, .rows = Dimension::Topic, .columns = Dimension::Territory, .last = scope.week};
    const auto cells = cells_of(scope, question);
    const auto signals = signals_of(scope, question, *cells, 0, Judged::PossibleSurges);
    const auto alarms = find_alarms(scope, *cells, *signals);
    out.total = alarms.size();
    for (std::size_t i = 0; i < std::min(most, alarms.size()); ++i) out.shown.push_back(describe_alarm(scope, *cells, *signals, alarms[i], static_cast<int>(i) + 1));
    return out;
}

}  // namespace problemator
