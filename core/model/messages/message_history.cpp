#include "core/model/messages/message_history.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/message_clusters.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kSameText = 4, kSamePlace = 3, kSameAuthor = 3;
constexpr Week kWeeksAround = 4;

struct Event { Minute at = 0; MessagesPage::Card::Step step; };

std::string after_words(Minute from, Minute to, Lang lang) {
    if (to <= from) return {};
    return std::string{Phrase{"через ", "after "}.in(lang)} + format_duration(to - from, lang);
}

// What the source says of the receipt besides its moment.
std::string receipt_note(const Table& table, std::uint32_t row, Lang lang) {
    std::string out;
    for (const Mark mark : {Mark::AutoRouted, Mark::LateRegistered, Mark::LateForwarded, Mark::Repeat, Mark::Linked, Mark::Conflict})
        if (has(table.marks[row], mark)) out += (out.empty() ? "" : ", ") + std::string{mark_name(mark).in(lang)};
    return out;
}

std::string closing_note(const Table& table, std::uint32_t row, Lang lang) {
    std::string out = after_words(table.received[row], table.closed[row], lang);
    if (table.rating[row] == 0) return out;
    const std::string rated = std::string{Phrase{"оценка жителя ", "resident's rating "}.in(lang)} + std::to_string(table.rating[row]);
    return out + (out.empty() ? "" : ", ") + rated;
}

std::vector<Event> events_of(const Scope& scope, std::uint32_t row) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    const Marks marks = table.marks[row];
    const Minute received = table.received[row], due = table.due[row], answered = table.answered[row], closed = table.closed[row];
    std::vector<Event> out;
    const auto add = [&](Minute at, bool has_time, Phrase what, std::string note, Tone tone) {
        out.push_back({at, {moment_of(scope, at, has_time), std::string{what.in(lang)}, std::move(note), tone}});
    };
    add(received, has(marks, Mark::HasTime), {"Поступило", "Received"}, receipt_note(table, row, lang), Tone::Plain);
    if (answered != kNoTime) add(answered, true, {"Первый ответ", "First answer"}, after_words(received, answered, lang), Tone::Plain);
    const bool is_missed = has(marks, Mark::Late);
    if (due != kNoTime) add(due, true, {"Срок ответа", "Deadline"}, std::string{is_missed ? Phrase{"нарушен", "missed"}.in(lang) : std::string_view{}}, is_missed ? Tone::Bad : Tone::Muted);
    if (closed != kNoTime && has(marks, Mark::Closed)) add(closed, true, {"Закрыто", "Closed"}, closing_note(table, row, lang), is_missed ? Tone::Warn : Tone::Good);
    else add(table.as_of, true, has(marks, Mark::Open) ? Phrase{"Без ответа на момент среза", "Unanswered at the moment of the snapshot"} : Phrase{"Срез", "Snapshot"}, after_words(received, table.as_of, lang), has(marks, Mark::OverdueNow) ? Tone::Bad : Tone::Muted);
    sort_stably(out, [](const Event& a, const Event& b) { return a.at < b.at; });
    return out;
}

Period weeks_around(Minute received) {
    const Week week = week_from_minute(received);
    return {first_minute_of_week(week - kWeeksAround + 1), first_minute_of_week(week + 1)};
}

const NamedCluster* cluster_with(const std::vector<NamedCluster>& clusters, std::uint32_t row) {
    for (const NamedCluster& cluster : clusters)
        if (std::binary_search(cluster.rows.begin(), cluster.rows.end(), row)) return &cluster;
    return nullptr;
}

/// The `most` rows nearest in time, of equal ones the earlier.
std::vector<std::uint32_t> nearest(const Table& table, std::vector<std::uint32_t> rows, std::uint32_t to, std::size_t most) {
    std::erase(rows, to);
    const auto distance = [&](std::uint32_t row) { return std::abs(std::int64_t{table.received[row]} - table.received[to]); };
    sort_stably(rows, [&](std::uint32_t a, std::uint32_t b) { return distance(a) < distance(b); });
    rows.resize(std::min(rows.size(), most));
    return rows;
}

/// Who wrote is a number that compares rows of this snapshot; a published one knows nobody.
std::vector<std::uint32_t> of_same_author(const Table& table, std::uint32_t row) {
    std::vector<std::uint32_t> out;
    if (table.author.empty() || table.author[row] == 0) return out;
    for (std::uint32_t other = 0; other < table.rows(); ++other)
        if (table.author[other] == table.author[row]) out.push_back(other);
    return out;
}

std::vector<std::uint32_t> of_same_place(const Table& table, std::uint32_t row, const Period& period) {
    const Code topic = table.column(Dimension::Topic)[row], territory = table.column(Dimension::Territory)[row];
    if (topic == kNotGiven || territory == kNotGiven) return {};
    Filter filter;
    filter.period = {std::max(period.from, table.received[row] - 7 * kMinutesPerDay), table.received[row] + 7 * kMinutesPerDay + 1};
    filter.keep[index(Dimension::Topic)] = {topic};
    filter.keep[index(Dimension::Territory)] = {territory};
    return matching_rows(table, filter);
}

}  // namespace

void add_history(MessagesPage::Card& card, const Scope& scope, std::uint32_t row) {
    for (Event& event : events_of(scope, row)) card.history.push_back(std::move(event.step));
}

void add_neighbours(MessagesPage::Card& card, const Scope& scope, std::uint32_t row) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    const Period period = weeks_around(table.received[row]);
    std::vector<std::uint32_t> told;
    const auto tell = [&](const std::vector<std::uint32_t>& rows, Phrase why) {
        for (const std::uint32_t other : rows) {
            if (std::find(told.begin(), told.end(), other) != told.end()) continue;
            told.push_back(other);
            card.neighbours.push_back({line_of(scope, other), std::string{why.in(lang)}});
        }
    };
    tell(nearest(table, of_same_author(table, row), row, kSameAuthor), {"тот же автор", "same author"});
    const bool has_texts = table.text.text_bytes() > 0;
    const auto clusters = has_texts ? clusters_of(table, table.column(Dimension::Block)[row], period) : std::vector<NamedCluster>{};
    if (const NamedCluster* own = cluster_with(clusters, row)) {
        tell(nearest(table, own->rows, row, kSameText), {"похожий текст", "like text"});
        State all = rows_state(scope, Basis::Received, period);
        all.keep = {};
        all.with = all.without = 0;
        all.search.clear();
        all.is_search_linked = false;
        all.cluster = own->key;
        card.neighbours_href = to_hash(all);
        card.neighbours_text = std::string{Phrase{"Все похожие: ", "All alike: "}.in(lang)} + count_words(scope.world, static_cast<std::int64_t>(own->rows.size()), lang);
    }
    tell(nearest(table, of_same_place(table, row, period), row, kSamePlace), {"та же тема и территория", "same topic and territory"});
}

}  // namespace problemator
