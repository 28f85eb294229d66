// Root causes: messages that say the same about the same place, and topics that need nobody to send them on.
#include <algorithm>
#include <map>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/names.hpp"
#include "core/model/problems/problem_register.hpp"
#include "core/model/remembered.hpp"
#include "core/stats/auto_rule_candidates.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMostMessages = 4000, kShown = 12, kLeastGroup = 5, kRulesShown = 12, kNamed = 2;

/// What is told of a group of messages, with or without texts.
struct Cause {
    std::string words;                             // of a cluster; empty without texts
    std::vector<std::uint32_t> rows;               // of the table, by receipt
    std::size_t unsolved = 0;
};

std::vector<std::uint32_t> recent_rows(const ProblemMaker& m) {
    Filter filter = m.filter;
    filter.period = {first_minute_of_week(m.week - static_cast<Week>(kCauseWeeks) + 1), first_minute_of_week(m.week + 1)};
    auto rows = passing_rows(m.scope, filter);
    if (rows.size() > kMostMessages) rows.erase(rows.begin(), rows.end() - static_cast<std::ptrdiff_t>(kMostMessages));
    return rows;
}

bool has_texts(const ProblemMaker& m, const std::vector<std::uint32_t>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return !m.scope.table.text[row].empty(); });
}

std::vector<Cause> by_text(const ProblemMaker& m, const std::vector<std::uint32_t>& rows) {
    std::vector<Cause> causes;
    for (const MessageCluster& cluster : find_clusters_of(m.scope.table, rows, m.scope.world.profile.repeat_days)) {
        Cause cause;
        for (const std::string& word : cluster.words) cause.words += (cause.words.empty() ? "" : ", ") + word;
        for (const std::uint32_t at : cluster.rows) cause.rows.push_back(rows[at]);
        cause.unsolved = cluster.unsolved.size();
        causes.push_back(std::move(cause));
    }
    return causes;
}

/// Without texts: a topic in a territory; what was marked as a repeat came back.
std::vector<Cause> by_place(const ProblemMaker& m, const std::vector<std::uint32_t>& rows) {
    const Table& table = m.scope.table;
    std::map<std::pair<Code, Code>, Cause> groups;
    for (const std::uint32_t row : rows) {
        const std::pair key{table.column(Dimension::Topic)[row], table.column(Dimension::Territory)[row]};
        if (key.first == kNotGiven || key.second == kNotGiven) continue;
        Cause& cause = groups[key];
        cause.rows.push_back(row);
        cause.unsolved += has(table.marks[row], Mark::Repeat) ? 1u : 0u;
    }
    std::vector<Cause> causes;
    for (auto& [key, cause] : groups)
        if (cause.rows.size() >= kLeastGroup) causes.push_back(std::move(cause));
    sort_stably(causes, [](const Cause& a, const Cause& b) { return a.rows.size() > b.rows.size(); });
    return causes;
}

/// «Приобье, Сергино +2», the most frequent first.
std::string names_of(const ProblemMaker& m, const Cause& cause, Dimension dimension) {
    std::map<Code, std::size_t> counts;
    for (const std::uint32_t row : cause.rows) ++counts[m.scope.table.column(dimension)[row]];
    counts.erase(kNotGiven);
    std::vector<std::pair<Code, std::size_t>> sorted(counts.begin(), counts.end());
    sort_stably(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string out;
    for (std::size_t i = 0; i < std::min(sorted.size(), kNamed); ++i) out += (i > 0 ? ", " : "") + short_name_of(m.scope.world, dimension, sorted[i].first, m.lang());
    if (sorted.size() > kNamed) out += " +" + m.count(sorted.size() - kNamed);
    return or_none(std::move(out));
}

/// The rows of the cause, when its topic, territory and days tell them exactly.
State rows_of(const ProblemMaker& m, const Cause& cause) {
    const Table& table = m.scope.table;
    State rows = m.period_rows(m.week, kCauseWeeks);
    rows = with_code(std::move(rows), table, Dimension::Topic, table.column(Dimension::Topic)[cause.rows.front()]);
    return with_code(std::move(rows), table, Dimension::Territory, table.column(Dimension::Territory)[cause.rows.front()]);
}

std::string days_of(const ProblemMaker& m, const Cause& cause) {
    const Table& table = m.scope.table;
    return format_day_month(day_from_minute(table.received[cause.rows.front()]), m.lang()) + " – " + format_day_month(day_from_minute(table.received[cause.rows.back()]), m.lang());
}

std::vector<ListingCell> cause_row(const ProblemMaker& m, const Cause& cause) {
    const auto unsolved = static_cast<std::uint32_t>(cause.unsolved);
    ListingCell again = is_hidden_count(m.scope.world, unsolved) ? rows_cell(m, unsolved, rows_of(m, cause)) : number_cell(m, unsolved, Tone::Bad);
    return {words_cell(names_of(m, cause, Dimension::Topic)), words_cell(names_of(m, cause, Dimension::Territory)), words_cell(cause.words), rows_cell(m, static_cast<std::uint32_t>(cause.rows.size()), rows_of(m, cause)), words_cell(days_of(m, cause)),
            std::move(again), words_cell(names_of(m, cause, Dimension::Channel)), words_cell(names_of(m, cause, Dimension::Department))};
}

std::vector<SentMessage> sent_messages(const ProblemMaker& m) {
    Filter filter = m.filter;
    filter.period = {first_minute_of_week(m.week - static_cast<Week>(kYearWeeks) + 1), first_minute_of_week(m.week + 1)};
    const Table& table = m.scope.table;
    std::vector<SentMessage> out;
    for (const std::uint32_t row : matching_rows(table, filter)) {
        const bool is_closed = table.closed[row] != kNoTime && table.closed[row] >= table.received[row];
        out.push_back({table.column(Dimension::Topic)[row], table.column(Dimension::Territory)[row], table.column(Dimension::Department)[row],
                       is_closed ? std::optional{static_cast<double>(table.closed[row] - table.received[row]) / kMinutesPerDay} : std::nullopt});
    }
    return out;
}

std::vector<ListingCell> rule_row(const ProblemMaker& m, const RuleCandidate& rule) {
    const auto name = [&](Dimension d, std::uint32_t code) { return name_of(m.scope.world, d, static_cast<Code>(code), m.lang()); };
    State rows = with_code(m.period_rows(m.week, kYearWeeks), m.scope.table, Dimension::Topic, static_cast<Code>(rule.topic));
    if (rule.settlement != 0) rows = with_code(std::move(rows), m.scope.table, Dimension::Territory, static_cast<Code>(rule.settlement));
    const double n = static_cast<double>(rule.n);
    ListingCell share = words_cell(format_percent(static_cast<double>(rule.sent) / n, 0, m.lang()) + " (" + format_percent(rule.share.low, 0, m.lang()) + "–" + format_percent(rule.share.high, 0, m.lang()) + ")");
    const std::string days = rule.median_days ? format_decimal(*rule.median_days, 1, m.lang()) : std::string{kNone};
    return {words_cell(name(Dimension::Topic, rule.topic)), words_cell(rule.settlement == 0 ? m.say({"везде", "everywhere"}) : name(Dimension::Territory, rule.settlement)), words_cell(name(Dimension::Department, rule.department)),
            rows_cell(m, static_cast<std::uint32_t>(rule.n), rows), std::move(share), words_cell(days), words_cell(rule.suits_fast_track ? m.say({"автоправило и фаст-трек", "rule and fast track"}) : m.say({"автоправило", "rule"}), rule.suits_fast_track ? Tone::Good : Tone::Plain)};
}

}  // namespace

CountedListing causes_listing(const ProblemMaker& m) {
    CountedListing out;
    Listing& listing = out.listing;
    const auto rows = recent_rows(m);
    const bool has_words = has_texts(m, rows);
    listing.id = "causes";
    listing.title = m.say({"Первопричины", "Root causes"});
    listing.note = has_words ? m.say({"8 недель; сообщения с похожим текстом об одном месте; «не решено» — о том же месте и теме, тем же текстом или от того же автора, за ", "8 weeks; messages with like texts about one place; “unsolved”: about the same place and topic, in like words or by the same author, within "}) +
                                 format_counted(m.scope.world.profile.repeat_days, kDaysWord, m.lang()) + m.say({" после закрытия прежнего", " after an earlier one was closed"})
                             : m.say({"8 недель; текстов в снимке нет, поэтому по теме и месту; «не решено» — отмечены как повторные", "8 weeks; the snapshot has no texts, so by topic and place; “unsolved” are marked as repeats"});
    listing.columns = {{"topic", m.say({"Тема", "Topic"})}, {"place", m.say({"Где", "Where"})}, {"words", m.say({"Слова", "Words"})}, {"count", m.say({"Сообщений", "Messages"}), true}, {"days", m.say({"Первое – последнее", "First – last"})},
                       {"unsolved", m.say({"Не решено", "Unsolved"}), true}, {"channels", m.say({"Каналы", "Channels"}), false, true}, {"departments", m.say({"Подразделения", "Departments"}), false, true}};
    const std::vector<Cause> causes = has_words ? by_text(m, rows) : by_place(m, rows);
    for (const Cause& cause : causes) out.n += cause.unsolved > 0 ? 1u : 0u;
    add_first(listing, causes, kShown, m, [&](const Cause& cause) { return cause_row(m, cause); });
    if (!has_words) {
        listing.columns.erase(listing.columns.begin() + 2);
        for (auto& row : listing.rows) row.erase(row.begin() + 2);
    }
    listing.empty = m.say({"Похожих сообщений нет", "No like messages"});
    return out;
}

Listing rules_listing(const ProblemMaker& m) {
    Listing out;
    out.id = "rules";
    out.title = m.say({"Кандидаты в автоправила и фаст-трек", "Candidates for automatic rules and the fast track"});
    out.note = m.say({"год; почти всегда уходят одному исполнителю: нижняя граница доли от 90 %", "a year; nearly always sent to one department: lower bound of the share from 90%"});
    out.columns = {{"topic", m.say({"Тема", "Topic"})}, {"where", m.say({"Где", "Where"})}, {"to", m.say({"Исполнитель", "Department"})}, {"count", m.say({"Сообщений", "Messages"}), true},
                   {"share", m.say({"Доля", "Share"}), true}, {"days", m.say({"Дней, медиана", "Days, median"}), true}, {"fit", m.say({"Подходит", "Suits"})}};
    const auto candidates = find_rule_candidates(sent_messages(m));
    add_first(out, candidates, kRulesShown, m, [&](const RuleCandidate& rule) { return rule_row(m, rule); });
    out.empty = m.say({"Устойчивых исполнителей нет", "No stable departments"});
    return out;
}

}  // namespace problemator
