// The register as rows: the strip of stages with what moved in them, and one line a problem.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/format.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_list.hpp"
#include "core/model/remembered.hpp"
#include "core/stats/pair_numbers.hpp"

namespace problemator {
namespace {

constexpr std::size_t kRecentWeeks = 4;
constexpr ProblemSet kSetOf[kStages] = {ProblemSet::Found, ProblemSet::InWork, ProblemSet::RoadMap, ProblemSet::Solved};

/// «+4 за неделю», «в среднем 12 дней», «3 с опозданием», «с начала года».
void add_note(StageCount& count, const ProblemMaker& m, const std::vector<const ListedProblem*>& in) {
    const Day today = today_of(m), monday = first_day_of_week(m.week);
    const auto late = std::count_if(in.begin(), in.end(), [&](const ListedProblem* one) { return is_late(m, *one) && !one->is_due_answer; });
    if (count.stage == ProblemStage::Solved) count.note = m.say({"с начала года", "since the year began"});
    else if (late > 0) {
        count.note = m.count(static_cast<std::uint64_t>(late)) + m.say({" с опозданием", " late"});
        count.tone = Tone::Warn;
    } else if (count.stage == ProblemStage::Found) {
        const auto fresh = std::count_if(in.begin(), in.end(), [&](const ListedProblem* one) { return one->found >= monday; });
        count.note = fresh > 0 ? "+" + m.count(static_cast<std::uint64_t>(fresh)) + m.say({" за неделю", " this week"}) : m.say({"новых за неделю нет", "none new this week"});
    } else if (count.stage == ProblemStage::InWork) {
        double days = 0, n = 0;
        for (const ListedProblem* one : in)
            if (one->taken != kNoDay) {
                days += today - one->taken;
                ++n;
            }
        if (n > 0) count.note = m.say({"в среднем ", "for "}) + format_counted(std::lround(days / n), kDaysWord, m.lang()) + (m.lang() == Lang::En ? " on average" : "");
    } else if (!in.empty()) count.note = m.say({"по срокам", "on schedule"});
}

UsualRange range_of(const ListedProblem& problem, const std::vector<double>& weeks, bool& is_known) {
    is_known = true;
    if (problem.alarm) return usual_range(norm_of(*problem.alarm->signal));
    const auto baseline = baseline_of(std::span<const double>{weeks}.first(weeks.empty() ? 0 : weeks.size() - 1));
    is_known = baseline.has_value();
    return baseline ? usual_range(*baseline) : UsualRange{};
}

Trend trend_of(const ProblemMaker& m, const ListedProblem& problem, const std::vector<double>& weeks) {
    Trend trend;
    if (weeks.empty()) return trend;
    const std::size_t shown = std::min(kSparkWeeks, weeks.size());
    trend.values.assign(kSparkWeeks - shown, std::nullopt);
    for (std::size_t i = weeks.size() - shown; i < weeks.size(); ++i) trend.values.emplace_back(drawn_count(m.scope.world, weeks[i]));
    bool is_known = false;
    const UsualRange range = range_of(problem, weeks, is_known);
    if (is_known) {
        trend.norm_low = range.low;
        trend.norm_high = range.high;
        trend.summary = m.say({"обычно ", "usually "}) + m.count(static_cast<std::uint64_t>(range.low)) + "–" + m.count(static_cast<std::uint64_t>(range.high)) + m.say({" в неделю", " a week"});
    }
    trend.end = !problem.alarm ? Tone::Plain : problem.alarm->signal->is_surge ? Tone::Bad : Tone::Warn;
    return trend;
}

double sum_back(const std::vector<double>& weeks, std::size_t back) {
    double sum = 0;
    for (std::size_t i = back; i < back + kRecentWeeks && i < weeks.size(); ++i) sum += weeks[weeks.size() - 1 - i];
    return sum;
}

Filter half_year(Filter filter, Week last) {
    filter.period = {first_minute_of_week(last - static_cast<Week>(kSparkWeeks) + 1), first_minute_of_week(last + 1)};
    return filter;
}

/// Of each problem: who had most of its messages in half a year; empty where nobody had any. All of them in one pass over the rows.
std::vector<std::string> usual_departments(const ProblemMaker& m, const std::vector<const ListedProblem*>& problems) {
    const Table& table = m.scope.table;
    const auto &topics = table.column(Dimension::Topic), &territories = table.column(Dimension::Territory), &departments = table.column(Dimension::Department);
    std::vector<std::vector<std::uint32_t>> about(table.dictionary(Dimension::Topic).size());
    for (std::size_t i = 0; i < problems.size(); ++i)
        for (const Code topic : problems[i]->topics) about[topic].push_back(static_cast<std::uint32_t>(i));
    const auto rows = rows_of(m.scope, half_year(m.filter, m.week));
    struct Count { std::uint32_t problem = 0; Code department = kNotGiven; std::uint32_t n = 0; };
    PairNumbers numbers{rows->size(), problems.size(), table.dictionary(Dimension::Department).size()};
    std::vector<Count> counts;
    for (const std::uint32_t row : *rows) {
        if (departments[row] == kNotGiven) continue;
        for (const std::uint32_t i : about[topics[row]]) {
            if (!problems[i]->key.is_everywhere && problems[i]->key.territory != territories[row]) continue;
            const std::uint32_t at = numbers.id(i, departments[row]);
            if (at == counts.size()) counts.push_back({i, departments[row]});
            ++counts[at].n;
        }
    }
    std::vector<Count> most(problems.size());
    for (const Count& count : counts) {
        Count& first = most[count.problem];
        if (count.n > first.n || (count.n == first.n && count.department < first.department)) first = count;
    }
    std::vector<std::string> out;
    for (const Count& count : most) out.push_back(count.n == 0 ? std::string{} : name_of(m.scope.world, Dimension::Department, count.department, m.lang()));
    return out;
}

std::string reason_of(const ProblemMaker& m, const ListedProblem& problem) {
    if (problem.alarm && problem.alarm->signal->is_surge) return growth_words(*problem.alarm->signal, m.lang());
    if (problem.alarm) return m.say({"выше нормы ", "above the norm for "}) + format_counted(static_cast<std::int64_t>(problem.alarm->signal->chronic.weeks), kWeeksWord, m.lang());
    if (problem.repeats == 0 || is_hidden_count(m.scope.world, static_cast<std::uint32_t>(problem.repeats))) return {};
    constexpr Counted repeats = {"повторное за 8 недель", "повторных за 8 недель", "повторных за 8 недель", "repeat in 8 weeks", "repeats in 8 weeks"};
    return format_counted(static_cast<std::int64_t>(problem.repeats), repeats, m.lang());
}

}  // namespace

std::vector<StageCount> stage_strip(const ProblemMaker& m, const std::vector<ListedProblem>& problems) {
    std::vector<StageCount> out;
    for (std::size_t i = 0; i < kStages; ++i) {
        StageCount count;
        count.stage = static_cast<ProblemStage>(i);
        std::vector<const ListedProblem*> in;
        for (const ListedProblem& problem : problems)
            if (problem.stage() == count.stage) in.push_back(&problem);
        count.name = m.say(stage_name(count.stage));
        count.count = m.count(in.size());
        count.is_selected = m.scope.state.problem_set == kSetOf[i];
        State state = m.scope.state;
        state.problem_set = count.is_selected ? ProblemSet::Open : kSetOf[i];
        state.problem.clear();
        count.href = to_hash(state);
        add_note(count, m, in);
        out.push_back(std::move(count));
    }
    return out;
}

namespace {

ProblemRow problem_row(const ProblemMaker& m, const ListedProblem& problem, std::string usual_department) {
    ProblemRow row;
    row.id = problem.id;
    row.title = problem_title(m, problem);
    row.place = problem_place(m, problem);
    row.block = problem_block(m, problem);
    row.stage = problem.stage();
    row.stage_name = m.say(stage_name(row.stage));
    row.reason = reason_of(m, problem);
    const std::vector<double> weeks = weekly_messages(m, problem);
    row.trend = trend_of(m, problem, weeks);
    const State rows = problem_rows(m, problem, kRecentWeeks);
    row.recent = count_figure(m.scope, static_cast<std::uint32_t>(sum_back(weeks, 0)), rows);
    explain(row.recent, m.scope, {"сообщения по проблеме за четыре недели", "messages about the problem in four weeks"}, rows);
    if (weeks.size() >= 2 * kRecentWeeks) row.was = m.say({"было ", "was "}) + count_figure(m.scope, static_cast<std::uint32_t>(sum_back(weeks, kRecentWeeks)), rows).text;
    row.has_cause = !problem.cause.empty();
    row.cause = row.has_cause ? problem.cause : m.say({"Причина не установлена", "No cause established"});
    row.unit = usual_department.empty() ? problem.responsible : std::move(usual_department);
    const Day shown = row.stage == ProblemStage::Solved ? problem.closed : problem.due;
    if (shown != kNoDay) row.due = date_from_day(shown).year == date_from_day(today_of(m)).year ? format_day_month(shown, m.lang()) : format_date(shown, m.lang());
    row.is_late = is_late(m, problem);
    if (row.is_late) row.late = format_signed(problem.due - today_of(m), 0, m.lang()) + m.say({" дн.", " d"});
    row.is_unpublished = problem.is_unpublished;
    row.is_selected = m.scope.state.problem == problem.id;
    State opened = m.scope.state;
    opened.problem = row.is_selected ? std::string{} : problem.id;
    row.href = to_hash(opened);
    return row;
}

}  // namespace

std::vector<ProblemRow> problem_rows(const ProblemMaker& m, const std::vector<const ListedProblem*>& problems) {
    std::vector<std::string> departments = usual_departments(m, problems);
    std::vector<ProblemRow> out;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        out.push_back(problem_row(m, *problems[i], std::move(departments[i])));
        out.back().rank = static_cast<int>(i) + 1;
    }
    return out;
}

}  // namespace problemator
