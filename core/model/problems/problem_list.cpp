#include "core/model/problems/problem_list.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/register_names.hpp"
#include "core/model/remembered.hpp"
#include "core/stats/pair_numbers.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostProblems = 500;
constexpr std::uint32_t kLeastRepeats = 4;         // and a third of the messages: they come back
constexpr std::string_view kEverywhere = "all", kNowhere = "none";

bool passes(const std::vector<Code>& keep, Code code) { return keep.empty() || std::find(keep.begin(), keep.end(), code) != keep.end(); }

Code block_of_topic(const World& world, Code topic) {
    const Table& table = world.snapshot.table;
    const std::string_view id = table.dictionary(Dimension::Topic).id(topic);
    for (const Block& block : world.profile.blocks)
        for (const TopicRule& one : block.topics)
            if (one.id == id) return table.dictionary(Dimension::Block).find_id(block.id);
    return kNotGiven;
}

/// The problems by key, in the order in which they were met.
class Gathered {
public:
    explicit Gathered(const ProblemMaker& m) : m_{m}, today_{today_of(m)} {}

    /// Null when the filter leaves it out, or when there are too many.
    ListedProblem* of(ProblemKey key, std::vector<Code> topics) {
        std::erase_if(topics, [&](Code topic) { return !passes(m_.filter.keep[index(Dimension::Topic)], topic); });
        if (topics.empty() || !is_inside(key, topics)) return nullptr;
        key.topic = topics.front();
        for (ListedProblem& one : all)
            if (one.key == key) return &one;
        if (all.size() >= kMostProblems) return nullptr;
        all.push_back({.key = key, .topics = std::move(topics), .id = problem_id(m_.scope.table, key), .title = {}, .cause = {}, .responsible = {}, .measures = {}});
        return &all.back();
    }

    /// The problem that an entry with the fields «topic» and «territory» speaks of.
    ListedProblem* of_entry(const Register& entries, std::size_t row) {
        std::vector<Code> topics = topics_named(m_.scope.world, entry_cell(entries, "topic", row).text);
        const auto territory = territory_named(m_.scope.world, entry_cell(entries, "territory", row).text);
        if (topics.empty() || !territory) return nullptr;
        return of({kNotGiven, *territory, *territory == kNotGiven}, std::move(topics));
    }

    /// A day of an entry as it was known on the last day of the week.
    Day known(const Register& entries, std::string_view field, std::size_t row) const {
        const Day day = entry_cell(entries, field, row).day;
        return day != kNoDay && day <= today_ ? day : kNoDay;
    }

    Day today() const { return today_; }
    std::vector<ListedProblem> all;

private:
    bool is_inside(const ProblemKey& key, const std::vector<Code>& topics) const {
        const auto& territories = m_.filter.keep[index(Dimension::Territory)];
        if (!key.is_everywhere && !passes(territories, key.territory)) return false;
        const auto& blocks = m_.filter.keep[index(Dimension::Block)];
        return blocks.empty() || std::any_of(topics.begin(), topics.end(), [&](Code topic) { return passes(blocks, block_of_topic(m_.scope.world, topic)); });
    }

    const ProblemMaker& m_;
    Day today_;
};

void keep_earliest(Day& day, Day other) {
    if (other != kNoDay && (day == kNoDay || other < day)) day = other;
}

void set_if(std::string& to, const std::string& from) {
    if (!from.empty()) to = from;
}

void set_if(Day& to, Day from) {
    if (from != kNoDay) to = from;
}

/// Of several entries about one place the one opened last is the present life of the problem.
void add_entries(Gathered& gathered, const Register& entries, bool is_unpublished) {
    std::vector<std::size_t> order(entries.rows());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    sort_stably(order, [&](std::size_t a, std::size_t b) { return entry_cell(entries, "opened", a).day < entry_cell(entries, "opened", b).day; });
    for (const std::size_t row : order) {
        const Day opened = gathered.known(entries, "opened", row);
        ListedProblem* problem = opened == kNoDay && !is_unpublished ? nullptr : gathered.of_entry(entries, row);
        if (!problem) continue;
        if (problem->closed != kNoDay && opened > problem->closed) problem->found = problem->taken = problem->mapped = problem->closed = problem->due = kNoDay;
        keep_earliest(problem->found, opened == kNoDay ? gathered.today() : opened);
        set_if(problem->opened, opened);
        set_if(problem->title, entry_cell(entries, "title", row).text);
        set_if(problem->cause, entry_cell(entries, "cause", row).text);
        set_if(problem->responsible, entry_cell(entries, "responsible", row).text);
        set_if(problem->due, entry_cell(entries, "due", row).day);
        set_if(problem->taken, gathered.known(entries, "taken", row));
        set_if(problem->mapped, gathered.known(entries, "mapped", row));
        set_if(problem->closed, gathered.known(entries, "closed", row));
        problem->is_unpublished = problem->is_unpublished || is_unpublished;
    }
}

void add_surge_entries(Gathered& gathered, const Register& entries) {
    for (std::size_t row = 0; row < entries.rows(); ++row) {
        const Day detected = gathered.known(entries, "detected", row);
        ListedProblem* problem = detected == kNoDay ? nullptr : gathered.of_entry(entries, row);
        if (!problem) continue;
        keep_earliest(problem->found, detected);
        keep_earliest(problem->taken, gathered.known(entries, "acknowledged", row));
        set_if(problem->cause, entry_cell(entries, "cause", row).text);
        set_if(problem->responsible, entry_cell(entries, "role", row).text);
        if (const Day closed = gathered.known(entries, "closed", row); closed != kNoDay) problem->closed = std::max(problem->closed, closed);
    }
}

void add_measures(Gathered& gathered, const Register& maps) {
    for (std::size_t row = 0; row < maps.rows(); ++row) {
        ListedProblem* problem = gathered.of_entry(maps, row);
        if (!problem) continue;
        problem->measures.push_back(row);
        if (problem->cause.empty()) problem->cause = entry_cell(maps, "cause", row).text;
    }
    for (ListedProblem& problem : gathered.all)
        sort_stably(problem.measures, [&](std::size_t a, std::size_t b) { return entry_cell(maps, "due", a).day < entry_cell(maps, "due", b).day; });
}

/// What is left to do sets the deadline; when nothing is, the last measure closes the problem.
void finish_measures(const Gathered& gathered, ListedProblem& problem, const Register& maps) {
    Day next = kNoDay, last = kNoDay;
    bool is_done = !problem.measures.empty();
    const bool is_dated = problem.mapped != kNoDay;   // people wrote down when the map began
    for (const std::size_t row : problem.measures) {
        const Day done = gathered.known(maps, "done", row);
        is_done = is_done && done != kNoDay;
        last = std::max(last, done);
        for (const Day day : {gathered.known(maps, "started", row), done})
            if (!is_dated) keep_earliest(problem.mapped, day);
        if (done != kNoDay) continue;
        keep_earliest(next, entry_cell(maps, "due", row).day);
        if (problem.responsible.empty()) problem.responsible = entry_cell(maps, "responsible", row).text;
    }
    if (problem.due == kNoDay) problem.due = next;
    if (is_done && !problem.alarm && problem.closed == kNoDay) problem.closed = last;
    keep_earliest(problem.found, problem.mapped);
}

void add_alarms(Gathered& gathered, const ProblemMaker& m) {
    for (const Alarm& alarm : m.alarms) {
        const WeeklyCells::Key cell = m.cells.key(alarm.cell);
        ListedProblem* problem = gathered.of({cell.row, cell.column, false}, {cell.row});
        if (!problem) continue;
        problem->alarm = &alarm;
        const Day since = first_day_of_week(m.since(alarm));
        if (problem->closed != kNoDay && problem->closed < since) problem->found = problem->taken = problem->mapped = problem->closed = problem->due = kNoDay;   // it has come back
        keep_earliest(problem->found, since);
        problem->closed = kNoDay;
        if (problem->due == kNoDay && alarm.detail.nearest_due != INT32_MAX) {
            problem->due = day_from_minute(alarm.detail.nearest_due);
            problem->is_due_answer = true;
        }
    }
}

/// A surge that is over and that nobody wrote about closed itself.
void add_episodes(Gathered& gathered, const ProblemMaker& m) {
    for (const SurgeEpisode& episode : surge_episodes(m)) {
        const WeeklyCells::Key cell = m.cells.key(episode.cell);
        ListedProblem* problem = gathered.of({cell.row, cell.column, false}, {cell.row});
        if (!problem || problem->alarm) continue;
        keep_earliest(problem->found, first_day_of_week(m.week - static_cast<Week>(episode.first_back)));
        const bool is_kept = problem->taken != kNoDay || problem->mapped != kNoDay || problem->due != kNoDay;
        if (episode.is_over && problem->closed == kNoDay && !is_kept) problem->closed = first_day_of_week(m.week - static_cast<Week>(episode.last_back) + static_cast<Week>(kQuietWeeks)) + 6;
    }
}

void add_returning(Gathered& gathered, const ProblemMaker& m) {
    Filter filter = m.filter;
    filter.period = {first_minute_of_week(m.week - static_cast<Week>(kCauseWeeks) + 1), first_minute_of_week(m.week + 1)};
    struct Counts { Code topic = kNotGiven, territory = kNotGiven; std::size_t all = 0, repeats = 0; };
    const Table& table = m.scope.table;
    const auto &topics = table.column(Dimension::Topic), &territories = table.column(Dimension::Territory);
    const std::vector<std::uint32_t> rows = passing_rows(m.scope, filter);
    PairNumbers numbers{rows.size(), table.dictionary(Dimension::Topic).size(), table.dictionary(Dimension::Territory).size()};
    std::vector<Counts> cells;
    for (const std::uint32_t row : rows) {
        const std::uint32_t at = numbers.id(topics[row], territories[row]);
        if (at == cells.size()) cells.push_back({topics[row], territories[row]});
        ++cells[at].all;
        cells[at].repeats += has(table.marks[row], Mark::Repeat) ? 1u : 0u;
    }
    std::sort(cells.begin(), cells.end(), [](const Counts& a, const Counts& b) { return std::pair{a.topic, a.territory} < std::pair{b.topic, b.territory}; });
    for (const Counts& counts : cells) {
        if (counts.topic == kNotGiven || counts.territory == kNotGiven || counts.repeats < kLeastRepeats || 3 * counts.repeats < counts.all) continue;
        ListedProblem* problem = gathered.of({counts.topic, counts.territory, false}, {counts.topic});
        if (!problem || problem->closed != kNoDay) continue;
        problem->repeats = counts.repeats;
        if (problem->found == kNoDay) problem->found = first_day_of_week(m.week - static_cast<Week>(kCauseWeeks) + 1);
    }
}

bool is_of_year(Day closed, Day today) { return date_from_day(closed).year == date_from_day(today).year; }

}  // namespace

std::string problem_id(const Table& table, const ProblemKey& key) {
    const std::string topic{table.dictionary(Dimension::Topic).id(key.topic)};
    if (key.is_everywhere) return topic + "~" + std::string{kEverywhere};
    return topic + "~" + (key.territory == kNotGiven ? std::string{kNowhere} : std::string{table.dictionary(Dimension::Territory).id(key.territory)});
}

ProblemStage ListedProblem::stage() const {
    if (closed != kNoDay) return ProblemStage::Solved;
    if (mapped != kNoDay || !measures.empty()) return ProblemStage::RoadMap;
    return taken != kNoDay || !cause.empty() ? ProblemStage::InWork : ProblemStage::Found;
}

Day today_of(const ProblemMaker& m) {
    const Day last = first_day_of_week(m.week) + 6;
    return m.scope.week < m.scope.home || m.scope.table.rows() == 0 ? last : std::max(last, day_from_minute(m.scope.table.as_of));
}

std::vector<ListedProblem> list_problems(const ProblemMaker& m) {
    Gathered gathered{m};
    const auto& registers = m.scope.world.snapshot.registers;
    if (const Register* entries = find_register(registers, "problems")) add_entries(gathered, *entries, false);
    if (const Register* entries = find_register(registers, "surges")) add_surge_entries(gathered, *entries);
    const Register* maps = find_register(registers, "road_maps");
    if (maps) add_measures(gathered, *maps);
    if (m.scope.world.unpublished) add_entries(gathered, *m.scope.world.unpublished, true);
    add_alarms(gathered, m);
    add_episodes(gathered, m);
    add_returning(gathered, m);
    if (maps)
        for (ListedProblem& problem : gathered.all) finish_measures(gathered, problem, *maps);
    const Day today = gathered.today();
    std::erase_if(gathered.all, [&](const ListedProblem& one) { return one.closed != kNoDay && !is_of_year(one.closed, today); });
    const auto order = [](const ListedProblem& one) {
        const bool is_solved = one.stage() == ProblemStage::Solved;
        return std::tuple{is_solved, is_solved ? -static_cast<double>(one.closed) : one.alarm ? -one.alarm->severity - 1e6 : 0, static_cast<int>(one.stage()), one.due == kNoDay ? INT32_MAX : one.due, one.id};
    };
    sort_stably(gathered.all, [&](const ListedProblem& a, const ListedProblem& b) { return order(a) < order(b); });
    return std::move(gathered.all);
}

std::vector<double> weekly_messages(const ProblemMaker& m, const ListedProblem& problem) {
    std::vector<double> out;
    for (std::size_t cell = 0; cell < m.cells.size(); ++cell) {
        const WeeklyCells::Key key = m.cells.key(cell);
        if (!std::binary_search(problem.topics.begin(), problem.topics.end(), key.row)) continue;
        if (!problem.key.is_everywhere && key.column != problem.key.territory) continue;
        const auto known = m.cells.known(cell);
        out.resize(known.size());
        for (std::size_t week = 0; week < known.size(); ++week) out[week] += known[week];
    }
    return out;
}

State problem_rows(const ProblemMaker& m, const ListedProblem& problem, std::size_t weeks) {
    State rows = with_codes(m.period_rows(m.week, weeks), m.scope.table, Dimension::Topic, problem.topics);
    return problem.key.is_everywhere ? rows : with_code(std::move(rows), m.scope.table, Dimension::Territory, problem.key.territory);
}

bool is_late(const ProblemMaker& m, const ListedProblem& problem) {
    return problem.stage() != ProblemStage::Solved && problem.due != kNoDay && problem.due < today_of(m);
}

std::string problem_title(const ProblemMaker& m, const ListedProblem& problem) {
    return problem.title.empty() ? name_of(m.scope.world, Dimension::Topic, problem.key.topic, m.lang()) : problem.title;
}

std::string problem_place(const ProblemMaker& m, const ListedProblem& problem) {
    if (problem.key.is_everywhere) return m.say({"вся территория", "everywhere"});
    return problem.key.territory == kNotGiven ? m.say({"территория не указана", "no territory given"}) : name_of(m.scope.world, Dimension::Territory, problem.key.territory, m.lang());
}

std::string problem_block(const ProblemMaker& m, const ListedProblem& problem) {
    const Code block = block_of_topic(m.scope.world, problem.key.topic);
    return block == kNotGiven ? std::string{} : name_of(m.scope.world, Dimension::Block, block, m.lang());
}

Phrase stage_name(ProblemStage stage) {
    switch (stage) {
        case ProblemStage::Found: return {"Выявлена", "Found"};
        case ProblemStage::InWork: return {"В работе", "In work"};
        case ProblemStage::RoadMap: return {"Дорожная карта", "Road map"};
        case ProblemStage::Solved: break;
    }
    return {"Устранена", "Solved"};
}

bool is_listed(const State& state, const ListedProblem& problem) {
    const ProblemStage stage = problem.stage();
    switch (state.problem_set) {
        case ProblemSet::Open: return stage != ProblemStage::Solved;
        case ProblemSet::All: return true;
        case ProblemSet::Found: return stage == ProblemStage::Found;
        case ProblemSet::InWork: return stage == ProblemStage::InWork;
        case ProblemSet::RoadMap: return stage == ProblemStage::RoadMap;
        case ProblemSet::Solved: break;
    }
    return stage == ProblemStage::Solved;
}

}  // namespace problemator
