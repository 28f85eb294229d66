// The card of one problem: where it stands, why it is, what is done about it and whether that helped.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/base/text.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_list.hpp"
#include "core/model/reason_words.hpp"
#include "core/model/register_names.hpp"
#include "core/stats/tokens.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostTexts = 1000, kWordsShown = 4, kQuoteBytes = 220, kBeforeShown = 35, kAfterShown = 24, kSideWeeks = 12;
constexpr Day kGanttReach = 366;                   // days on either side of today that a road map shows

std::string short_day(const ProblemMaker& m, Day day) {
    if (day == kNoDay) return {};
    return date_from_day(day).year == date_from_day(today_of(m)).year ? format_day_month(day, m.lang()) : format_date(day, m.lang());
}

std::vector<StageStep> steps_of(const ProblemMaker& m, const ListedProblem& problem) {
    const Day days[kStages] = {problem.found, problem.taken, problem.mapped, problem.closed};
    std::vector<StageStep> out;
    for (std::size_t i = 0; i < kStages; ++i) out.push_back({m.say(stage_name(static_cast<ProblemStage>(i))), short_day(m, days[i])});
    if (problem.closed == kNoDay && problem.due != kNoDay && !problem.is_due_answer) out.back().day = m.say({"план ", "due "}) + short_day(m, problem.due);
    return out;
}

std::string cut_quote(std::string_view text) {
    if (text.size() <= kQuoteBytes) return std::string{text};
    const auto space = text.rfind(' ', kQuoteBytes);
    return std::string{text.substr(0, space == std::string_view::npos ? 0 : space)} + "…";
}

/// How many of the texts hold each word, in whatever form.
std::vector<std::pair<std::string, std::size_t>> count_words(const std::vector<std::string>& words, const std::vector<std::string_view>& texts) {
    TokenDictionary dictionary;
    std::vector<std::uint32_t> tokens;
    std::vector<std::pair<std::string, std::uint32_t>> wanted;
    for (const std::string& word : words) {
        dictionary.read(word, tokens = {});
        if (!tokens.empty()) wanted.emplace_back(word, tokens.front());
    }
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const auto& [word, token] : wanted) out.emplace_back(word, 0);
    for (const std::string_view text : texts) {
        dictionary.read(text, tokens = {});
        const std::set<std::uint32_t> present(tokens.begin(), tokens.end());
        for (std::size_t i = 0; i < wanted.size(); ++i) out[i].second += present.count(wanted[i].second);
    }
    sort_stably(out, [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

/// What people write about it: the largest group of like texts of half a year, of an alarm since it began.
void add_texts(ProblemCard& card, const ProblemMaker& m, const ListedProblem& problem) {
    const Table& table = m.scope.table;
    const std::size_t weeks = problem.alarm ? static_cast<std::size_t>(m.week - m.since(*problem.alarm) + 1) : kSparkWeeks;
    auto rows = matching_rows(table, filter_of(problem_rows(m, problem, weeks), table, m.scope.silent));
    std::erase_if(rows, [&](std::uint32_t row) { return row >= table.text.size() || table.text[row].empty(); });
    if (rows.size() > kMostTexts) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostTexts));
    const auto clusters = find_clusters_of(table, rows, m.scope.world.profile.repeat_days);
    if (clusters.empty()) return;
    const MessageCluster& first = clusters.front();
    std::vector<std::string_view> texts;
    for (const std::uint32_t at : first.rows) texts.push_back(table.text[rows[at]]);
    if (card.words.empty())
        for (auto& [word, n] : count_words(first.words, texts))
            if (card.words.size() < kWordsShown && !is_hidden_count(m.scope.world, static_cast<std::uint32_t>(n))) card.words.emplace_back(word, m.count(n));
    card.quote = cut_quote(texts.back());
    card.alike = m.say({"похожи ", "alike: "}) + count_words(m.scope.world, static_cast<std::int64_t>(first.rows.size()), m.lang()) + m.say({" из ", " of "}) + counted_words(m.scope.world, static_cast<std::int64_t>(rows.size()), Counted{"сообщения", "сообщений", "сообщений", "message", "messages"}, m.lang());
}

/// Of an alarm: which parts its excess comes from, and what its messages say that those before do not.
void add_excess(ProblemCard& card, const ProblemMaker& m, const ListedProblem& problem) {
    if (!problem.alarm) return;
    WeekClusters clusters;
    const Explained explained = explain_alarm(m, *problem.alarm, clusters);
    ExcessStory story = tell_excess(m.scope, explained.basis, explained.cuts, m.cell_rows(problem.alarm->cell, m.week));
    card.excess = std::move(story.lines);
    card.excess_note = std::move(story.note);
    for (const NewPhrase& phrase : new_phrases_of(m, *problem.alarm))
        if (card.words.size() < kWordsShown && !is_hidden_count(m.scope.world, static_cast<std::uint32_t>(phrase.now))) card.words.emplace_back(phrase.words, m.count(phrase.now));
}

Gantt::Measure measure_of(const ProblemMaker& m, const Register& maps, std::size_t row) {
    const auto day = [&](std::string_view field) {
        const Day given = entry_cell(maps, field, row).day;
        return given == kNoDay ? std::nullopt : std::optional{given};
    };
    Gantt::Measure out;
    out.text = entry_cell(maps, "measure", row).text;
    out.responsible = entry_cell(maps, "responsible", row).text;
    out.from = day("started");
    out.due = day("due");
    out.done = day("done");
    const Day today = today_of(m);
    if (out.done && *out.done > today) out.done.reset();
    out.is_late = !out.done && out.due && *out.due < today;
    out.due_text = short_day(m, out.done.value_or(out.due.value_or(kNoDay)));
    return out;
}

/// Whole months from the first day of the map to its last one, a year on either side of today at most.
void set_span(Gantt& gantt, Lang lang) {
    Day first = gantt.today, last = gantt.today;
    for (const Gantt::Measure& one : gantt.measures)
        for (const auto& day : {one.from, one.due, one.done})
            if (day) {
                first = std::min(first, *day);
                last = std::max(last, *day);
            }
    Month from = month_from_day(std::max(first, gantt.today - kGanttReach));
    const Month until = month_from_day(std::min(last, gantt.today + kGanttReach)) + 1;
    gantt.first = first_day_of_month(from);
    gantt.last = first_day_of_month(until);
    for (; from < until; ++from) gantt.months.emplace_back(first_day_of_month(from), format_month_short(from, lang));
}

/// The measures of the problem; without its own, those of a map for the topic everywhere.
std::vector<std::size_t> measures_for(const ProblemMaker& m, const ListedProblem& problem, const Register& maps) {
    if (!problem.measures.empty() || problem.key.is_everywhere) return problem.measures;
    std::vector<std::size_t> out;
    for (std::size_t row = 0; row < maps.rows(); ++row) {
        const auto topics = topics_named(m.scope.world, entry_cell(maps, "topic", row).text);
        const auto territory = territory_named(m.scope.world, entry_cell(maps, "territory", row).text);
        if (territory && *territory == kNotGiven && std::binary_search(topics.begin(), topics.end(), problem.key.topic)) out.push_back(row);
    }
    return out;
}

void add_road_map(ProblemCard& card, const ProblemMaker& m, const ListedProblem& problem, const Register& maps, const std::vector<std::size_t>& measures) {
    if (measures.empty()) return;
    Gantt gantt;
    gantt.today = today_of(m);
    std::size_t done = 0;
    for (const std::size_t row : measures) {
        gantt.measures.push_back(measure_of(m, maps, row));
        done += gantt.measures.back().done ? 1u : 0u;
    }
    set_span(gantt, m.lang());
    card.measures_note = m.say({"выполнено ", "done: "}) + m.count(done) + m.say({" из ", " of "}) + m.count(measures.size());
    if (problem.measures.empty()) card.measures_note += m.say({", карта на всю территорию", ", a map for all territories"});
    card.gantt = std::move(gantt);
}

/// The last measure that has weeks enough behind it; without such a one the last one done.
Day measure_to_judge(const ProblemMaker& m, const Register& maps, const std::vector<std::size_t>& measures) {
    Day old = kNoDay, newest = kNoDay;
    for (const std::size_t row : measures) {
        const Day done = entry_cell(maps, "done", row).day;
        if (done == kNoDay || done > today_of(m)) continue;
        newest = std::max(newest, done);
        if (week_from_day(done) + static_cast<Week>(kSideWeeks) <= m.week) old = std::max(old, done);
    }
    return old != kNoDay ? old : newest;
}

double mean_of(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

EffectPicture picture_of(const ProblemMaker& m, const MeasureEffect& found, Day done) {
    EffectPicture out;
    const std::size_t first = found.start - std::min(found.start, kBeforeShown), last = std::min(found.counts.size(), found.start + kAfterShown);
    const std::span<const double> shown = std::span{found.counts}.subspan(first, last - first);
    out.start = found.start - first;
    Month named = -1;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Week week = m.week - static_cast<Week>(found.counts.size() - 1 - (first + i));
        out.weeks.push_back({format_week(week, m.lang()), shown[i], false, {}});
        const Month month = month_from_day(first_day_of_week(week));
        if (month != named && (named < 0 || month % 3 == 1)) out.labels.emplace_back(i, named < 0 ? format_month_short(month, m.lang()) + " " + std::to_string(month / 12) : format_month_short(month, m.lang()));
        named = month;
    }
    out.before = mean_of(shown.first(out.start));
    out.after = mean_of(shown.subspan(out.start));
    out.before_text = m.say({"было ", "was "}) + format_decimal(out.before, 1, m.lang()) + m.say({" в неделю", " a week"});
    out.after_text = m.say({"стало ", "is "}) + format_decimal(out.after, 1, m.lang());
    out.day_text = m.say({"меры введены ", "measures of "}) + short_day(m, done);
    return out;
}

std::string change_words(double ratio, Lang lang) { return format_signed(100 * (ratio - 1), 0, lang); }

std::string refusal_of(const ProblemMaker& m, const MeasureEffect& found) {
    if (found.effect.reason == Reason::TooFewPeriods) return m.say({"Эффект пока не оценивается: нужно по 12 недель до и после меры", "The effect is not judged yet: 12 weeks before and after the measure are needed"});
    return m.say({"Эффект не оценивается: ", "The effect is not judged: "}) + m.say(reason_words(found.effect.reason));
}

void add_effect(ProblemCard& card, const ProblemMaker& m, const ListedProblem& problem, const Register& maps, const std::vector<std::size_t>& measures) {
    const Day done = measure_to_judge(m, maps, measures);
    if (done == kNoDay) {
        card.no_effect = m.say({"Выполненных мер пока нет: сравнивать нечего", "No measure is done yet: there is nothing to compare"});
        return;
    }
    const MeasureEffect found = effect_of(m, problem.topics, problem.key.is_everywhere ? std::nullopt : std::optional{problem.key.territory}, done);
    double sides[2] = {0, 0};
    for (std::size_t i = 0; i < found.counts.size(); ++i) sides[i >= found.start ? 1 : 0] += found.counts[i];
    const bool is_hidden = is_hidden_count(m.scope.world, static_cast<std::uint32_t>(sides[0])) || is_hidden_count(m.scope.world, static_cast<std::uint32_t>(sides[1]));
    if (!found.effect || is_hidden) {
        card.no_effect = is_hidden ? m.say({"Эффект не оценивается: мало данных", "The effect is not judged: little data"}) : refusal_of(m, found);
        return;
    }
    card.effect = picture_of(m, found, done);
    const Interval& level = found.effect->level;
    card.change = change_words(level.value, m.lang()) + "\u00A0%";
    card.interval = m.say({"интервал от ", "interval from "}) + change_words(level.low, m.lang()) + m.say({" до ", " to "}) + change_words(level.high, m.lang()) + "\u00A0%";
    card.change_tone = level.high < 1 ? Tone::Good : level.low > 1 ? Tone::Bad : Tone::Plain;
    card.season_note = found.has_season ? m.say({"сезон учтён", "season removed"}) : m.say({"без сезонной поправки", "season not removed"});
    const auto add = [&](Phrase label, std::string text) { card.change_why.emplace_back(m.say(label), std::move(text)); };
    add({"Как считается", "Formula"}, m.say({"уровень сразу после меры к тому, к чему шли недели до неё; прерванный ряд, квазипуассон, 95 %", "level just after the measure against what the weeks before led to; interrupted series, quasi-Poisson, 95 %"}));
    add({"Наклон за неделю", "Slope a week"}, "×" + format_decimal(found.effect->slope.value, 3, m.lang()) + " (" + format_decimal(found.effect->slope.low, 3, m.lang()) + "–" + format_decimal(found.effect->slope.high, 3, m.lang()) + ")");
    add({"Недель", "Weeks"}, m.count(found.start) + m.say({" до, ", " before, "}) + m.count(found.counts.size() - found.start) + m.say({" после", " after"}));
    add({"Что это значит", "What it means"}, m.say({"связь по времени, не доказательство причины", "a link in time, no proof of a cause"}));
}

void add_links(ProblemCard& card, const ProblemMaker& m, const ListedProblem& problem) {
    const State rows = problem_rows(m, problem, kYearWeeks);
    const auto n = static_cast<std::uint32_t>(count_rows(m.scope.table, filter_of(rows, m.scope.table, m.scope.silent)));
    card.all = count_figure(m.scope, n, rows);
    explain(card.all, m.scope, {"сообщения по проблеме за год", "messages about the problem in a year"}, rows);
    card.all_text = m.say({"Сообщения ", "Messages "}) + card.all.text;
    State state = m.scope.state;
    state.problem.clear();
    card.close_href = to_hash(state);
    state.problem = problem.id;
    state.overlay = Overlay::Cause;
    card.cause_href = to_hash(state);
    state.overlay = Overlay::None;
    const auto at = std::lower_bound(state.protocol.begin(), state.protocol.end(), problem.id);
    const bool is_in = at != state.protocol.end() && *at == problem.id;
    if (is_in) state.protocol.erase(at);
    else state.protocol.insert(at, problem.id);
    card.protocol_text = is_in ? m.say({"Убрать из протокола", "Out of the protocol"}) : m.say({"В протокол", "To the protocol"});
    card.protocol_href = to_hash(state);
}

}  // namespace

ProblemCard problem_card(const ProblemMaker& m, const ListedProblem& problem) {
    ProblemCard card;
    card.id = problem.id;
    card.title = problem_title(m, problem) + ", " + problem_place(m, problem);
    card.subtitle = problem_block(m, problem);
    card.stage = problem.stage();
    card.steps = steps_of(m, problem);
    card.has_cause = !problem.cause.empty();
    card.cause = card.has_cause ? problem.cause : m.say({"Причина не установлена", "No cause established"});
    card.is_unpublished = problem.is_unpublished;
    card.unit = problem.responsible;
    if (problem.due != kNoDay) card.due = short_day(m, problem.due) + (problem.is_due_answer ? m.say({", ближайший срок ответа", ", nearest deadline of an answer"}) : "");
    card.due_tone = is_late(m, problem) ? Tone::Bad : Tone::Plain;
    add_excess(card, m, problem);
    add_texts(card, m, problem);
    const Register* maps = find_register(m.scope.world.snapshot.registers, "road_maps");
    const std::vector<std::size_t> measures = maps ? measures_for(m, problem, *maps) : std::vector<std::size_t>{};
    if (measures.empty()) card.no_measures = m.say({"Дорожной карты нет", "There is no road map"});
    else {
        add_road_map(card, m, problem, *maps, measures);
        add_effect(card, m, problem, *maps, measures);
    }
    add_links(card, m, problem);
    return card;
}

}  // namespace problemator
