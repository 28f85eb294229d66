// The card of the opened department: its topics against others, its slowest topics, its lowest-rated answers, its open messages by age.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/names.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/reason_words.hpp"
#include "core/stats/satisfaction.hpp"

namespace problemator {
namespace {

constexpr std::size_t kTopics = 8, kAnswers = 8;

std::string topic_name(const RatingFindings& f, Code topic) { return name_of(f.scope.world, Dimension::Topic, topic, f.lang()); }

State topic_rows(const RatingFindings& f, Code department, Code topic, Basis basis, Marks marks = 0) {
    return with_code(f.rows(department, basis, marks), f.scope.table, Dimension::Topic, topic);
}

/// Topics of the department as units of their own; everybody else is unit 0 and the yardstick.
std::vector<CaseMixUnit> compare_topics(const RatingFindings& f, Code department) {
    const Table& table = f.scope.table;
    Filter filter = f.scope.filter;
    filter.basis = Basis::Decided;
    filter.period = f.period;
    std::vector<std::uint32_t> unit, topic, channel, month;
    std::vector<double> late;
    for (const auto row : matching_rows(table, filter)) {
        const Code own = table.column(Dimension::Topic)[row];
        unit.push_back(table.column(f.dimension())[row] == department ? own + 1u : 0u);
        topic.push_back(own);
        channel.push_back(table.column(Dimension::Channel)[row]);
        month.push_back(static_cast<std::uint32_t>(month_from_day(day_from_minute(table.decided[row]))));
        late.push_back(has(table.marks[row], Mark::Late) ? 1 : 0);
    }
    auto units = case_mix({unit, {topic, channel, month}, late}, {.kept_columns = 2});
    std::erase_if(units, [](const CaseMixUnit& one) { return one.unit == 0; });
    sort_stably(units, [](const CaseMixUnit& a, const CaseMixUnit& b) { return a.observed - a.expected > b.observed - b.expected; });
    return units;
}

Listing topics_listing(const RatingFindings& f, Code department) {
    const Lang lang = f.lang();
    Listing out{.id = "card-topics", .title = f.full_name(department) + f.say({": темы против других", ": topics against others"}), .note = f.say({"тот же канал и месяц", "same channel and month"}),
                .columns = {{"topic", f.say({"Тема", "Topic"})}, {"late", f.say({"Опоздало", "Late"}), true}, {"expected", f.say({"Ожидалось", "Expected"}), true, true}, {"ratio", f.say({"Факт / ожид.", "Fact / exp."}), true}},
                .rows = {}, .empty = f.say({"За период ответов со сроком нет", "No answers with a deadline in the period"}), .more = {}};
    const auto units = compare_topics(f, department);
    for (const CaseMixUnit& unit : units) {
        if (out.rows.size() == kTopics) break;
        const auto topic = static_cast<Code>(unit.unit - 1);
        const State rows = topic_rows(f, department, topic, Basis::Decided, bit(Mark::Late));
        Filter filter = filter_of(rows, f.scope.table, f.scope.silent);
        Figure late = count_figure(f.scope, static_cast<std::uint32_t>(count_rows(f.scope.table, filter)), rows);
        const bool is_shown = unit.ratio && late.value.has_value();
        const std::string why = f.say(reason_words(unit.n == 0 ? Reason::NoNeighbours : unit.ratio ? Reason::TooFewCounts : unit.ratio.reason));
        out.rows.push_back({plain_cell(topic_name(f, topic)), linked_cell(std::move(late)), is_shown ? plain_cell(format_decimal(unit.expected, 1, lang)) : plain_cell(std::string{kNone}, Tone::Muted),
                            is_shown ? plain_cell(format_decimal(unit.ratio->value, 2, lang) + " (" + range_words(unit.ratio->low, unit.ratio->high, 2, lang) + ")",
                                                  unit.ratio->low > 1 ? Tone::Bad : unit.ratio->high < 1 ? Tone::Good : Tone::Plain)
                                     : plain_cell(why, Tone::Muted)});
    }
    return out;
}

struct TopicTime { Code topic = kNotGiven; std::uint32_t n = 0; Finding<TimeQuantile> median; };

std::vector<TopicTime> slowest_topics(const RatingFindings& f, Code department) {
    const UnitTimes times = unit_times(f.scope, f.period);
    std::map<Code, std::vector<Duration>> of_topic;
    for (std::size_t i = 0; i < times.rows.size(); ++i)
        if (times.unit[i] == department) of_topic[f.scope.table.column(Dimension::Topic)[times.rows[i]]].push_back(times.durations[i]);
    std::vector<TopicTime> out;
    for (auto& [topic, durations] : of_topic) {
        const auto n = static_cast<std::uint32_t>(durations.size());
        if (n >= static_cast<std::uint32_t>(kLeastShown.min_figure)) out.push_back({topic, n, time_quantile(kaplan_meier(std::move(durations)), 0.5)});
    }
    const auto days = [](const TopicTime& t) { return t.median ? t.median->minutes : INT32_MAX; };   // not half closed: slower than any
    sort_stably(out, [&](const TopicTime& a, const TopicTime& b) { return days(a) > days(b); });
    return out;
}

Listing slow_listing(const RatingFindings& f, Code department) {
    Listing out{.id = "card-slow", .title = f.say({"Самые медленные темы", "Slowest topics"}), .note = f.say({"половина закрыта за, дней; открытые учтены", "half are closed in, days; open ones included"}),
                .columns = {{"topic", f.say({"Тема", "Topic"})}, {"n", f.say({"Поступило", "Received"}), true}, {"median", f.say({"Половина за", "Half in"}), true}, {"range", f.say({"95 %", "95 %"}), true}},
                .rows = {}, .empty = f.say({"По каждой теме меньше пяти сообщений", "Fewer than five messages of every topic"}), .more = {}};
    for (const TopicTime& time : slowest_topics(f, department)) {
        if (out.rows.size() == kTopics) break;
        const State rows = topic_rows(f, department, time.topic, Basis::Received);
        const auto n = static_cast<std::uint32_t>(count_rows(f.scope.table, filter_of(rows, f.scope.table, f.scope.silent)));   // with those that ended nobody knows when
        out.rows.push_back({plain_cell(topic_name(f, time.topic)), linked_cell(count_figure(f.scope, n, rows)),
                            plain_cell(time.median ? format_decimal(time.median->minutes / static_cast<double>(kMinutesPerDay), 1, f.lang()) : std::string{kNone}),
                            plain_cell(time.median ? time_interval_words(*time.median, f.lang()) : f.say({"половина ещё не закрыта", "half are not closed yet"}), Tone::Muted)});
    }
    return out;
}

/// The answers of a department, or of all with kNotGiven: those have a column that says whose.
Listing lowest_answers(const RatingFindings& f, Code department) {
    const Table& table = f.scope.table;
    Listing out{.id = department == kNotGiven ? "lowest" : "card-lowest", .title = f.say({"Ответы с самой низкой оценкой", "Lowest-rated answers"}), .note = f.say({"1 и 2 балла", "1 and 2 of 5"}),
                .columns = {{"rating", f.say({"Оценка", "Rating"}), true}, {"closed", f.say({"Закрыто", "Closed"})}, {"topic", f.say({"Тема", "Topic"})}, {"place", f.say({"Территория", "Territory"})}},
                .rows = {}, .empty = f.say({"Низких оценок за период нет", "No low ratings in the period"}), .more = {}};
    if (department == kNotGiven) out.columns.push_back({"unit", f.say({"Подразделение", "Department"})});
    if (f.scope.world.snapshot.info.is_published) {
        out.empty = f.say({"В опубликованном срезе отдельные ответы не показываются", "A published snapshot shows no single answers"});
        return out;
    }
    const auto rows = matching_rows(table, filter_of(f.rows(department, Basis::Closed, bit(Mark::Rated)), table, f.scope.silent));
    std::vector<double> answers;
    for (const auto row : rows) answers.push_back(table.rating[row]);
    for (const std::size_t at : lowest_rated(answers, kAnswers)) {
        const auto row = rows[at];
        State opened = f.rows(department, Basis::Closed, bit(Mark::Rated));
        opened.message = table.id[row];
        ListingCell topic = plain_cell(topic_name(f, table.column(Dimension::Topic)[row]));
        topic.figure.href = to_hash(opened);
        topic.figure.n = static_cast<std::uint32_t>(rows.size());   // the list in which the answer stands opened
        out.rows.push_back({plain_cell(std::to_string(table.rating[row])), plain_cell(format_date(day_from_minute(table.closed[row]), f.lang())), std::move(topic),
                            plain_cell(name_of(f.scope.world, Dimension::Territory, table.column(Dimension::Territory)[row], f.lang()))});
        if (department == kNotGiven) out.rows.back().push_back(plain_cell(short_name_of(f.scope.world, Dimension::Department, table.column(Dimension::Department)[row], f.lang())));
    }
    return out;
}

struct AgeBand { Phrase name; int from_days, until_days; };
constexpr AgeBand kAges[] = {{{"до 3 дней", "up to 3 days"}, 0, 3}, {{"3–10 дней", "3–10 days"}, 3, 10}, {{"10–25 дней", "10–25 days"}, 10, 25}, {{"25–60 дней", "25–60 days"}, 25, 60}, {{"больше 60 дней", "over 60 days"}, 60, 0}};

Listing open_listing(const RatingFindings& f, Code department) {
    Listing out{.id = "card-open", .title = f.say({"Без ответа по возрасту", "Unanswered by age"}), .note = f.say({"на момент среза", "at the moment of the snapshot"}),
                .columns = {{"age", f.say({"Возраст", "Age"})}, {"open", f.say({"Без ответа", "Unanswered"}), true}, {"overdue", f.say({"Просрочено", "Overdue"}), true}}, .rows = {}, .empty = {}, .more = {}};
    const Minute as_of = f.scope.table.as_of;
    for (const AgeBand& band : kAges) {
        Period period;
        period.until = as_of - band.from_days * kMinutesPerDay;
        if (band.until_days > 0) period.from = as_of - band.until_days * kMinutesPerDay;
        std::vector<ListingCell> cells = {plain_cell(f.say(band.name))};
        for (const Mark mark : {Mark::Open, Mark::OverdueNow}) {
            const State rows = with_code(with_marks(rows_state(f.scope, Basis::Received, period), bit(mark)), f.scope.table, f.dimension(), department);
            cells.push_back(linked_cell(count_figure(f.scope, static_cast<std::uint32_t>(count_rows(f.scope.table, filter_of(rows, f.scope.table, f.scope.silent))), rows)));
        }
        out.rows.push_back(std::move(cells));
    }
    return out;
}

}  // namespace

std::optional<Listing> lowest_listing(const RatingFindings& f) {
    Listing all = lowest_answers(f, kNotGiven);
    return all.rows.empty() ? std::nullopt : std::optional{std::move(all)};
}

void add_card(std::vector<Listing>& listings, const RatingFindings& f) {
    if (f.scope.state.department.empty()) return;
    const Code department = f.scope.table.dictionary(f.dimension()).find_id(f.scope.state.department);
    if (department == kNotGiven) return;
    for (auto build : {topics_listing, slow_listing, lowest_answers, open_listing}) listings.push_back(build(f, department));
}

}  // namespace problemator
