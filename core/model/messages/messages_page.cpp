#include "core/model/messages/messages_page.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/format.hpp"
#include "core/base/text.hpp"
#include "core/model/frame/filter_bar.hpp"
#include "core/model/frame/rail.hpp"
#include "core/model/messages/message_history.hpp"
#include "core/model/names.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

struct ColumnKind { std::string_view id; Phrase title; std::optional<Dimension> dimension; bool is_sortable; };

const ColumnKind kColumns[] = {
    {"received", {"Поступило", "Received"}, std::nullopt, true},
    {"channel", {"Канал", "Channel"}, Dimension::Channel, true},
    {"territory", {"Территория", "Territory"}, Dimension::Territory, true},
    {"topic", {"Тема", "Topic"}, Dimension::Topic, true},
    {"text", {"Текст", "Text"}, std::nullopt, false},
    {"department", {"Подразделение", "Department"}, Dimension::Department, true},
    {"due", {"Срок", "Deadline"}, std::nullopt, true},
};

struct SortOrder { std::string_view column = "received"; bool is_descending = true; };

SortOrder sort_of(const State& state) {
    std::string_view id = state.sort;
    const bool is_descending = !id.empty() && id.front() == '-';
    if (is_descending) id.remove_prefix(1);
    for (const auto& column : kColumns)
        if (column.is_sortable && column.id == id) return {column.id, is_descending};
    return {};
}

// Stable counting sort by the alphabetical place of each code: a million rows in milliseconds.
std::vector<std::uint32_t> sorted_by_name(const Scope& scope, const std::vector<std::uint32_t>& rows, Dimension d, bool is_descending) {
    const auto& codes = scope.table.column(d);
    const std::size_t names = scope.table.dictionary(d).size();
    std::vector<std::string> keys;
    for (std::size_t code = 0; code < names; ++code) keys.push_back(to_lower(short_name_of(scope.world, d, static_cast<Code>(code), scope.lang)));
    std::vector<std::uint32_t> order(names), place(names);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return is_descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
    for (std::size_t i = 0; i < names; ++i) place[order[i]] = static_cast<std::uint32_t>(i);
    std::vector<std::uint32_t> starts(names + 1), out(rows.size());
    for (const auto row : rows) ++starts[place[codes[row]] + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    for (const auto row : rows) out[starts[place[codes[row]]]++] = row;
    return out;
}

// Rows without a deadline stay at the end in both directions.
void sort_by_due(const Table& table, std::vector<std::uint32_t>& rows, bool is_descending) {
    const auto key = [&](std::uint32_t row) { return table.due[row] == kNoTime ? std::int64_t{INT64_MAX} : is_descending ? -std::int64_t{table.due[row]} : std::int64_t{table.due[row]}; };
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

std::vector<std::uint32_t> ordered_rows(const Scope& scope) {
    auto rows = passing_rows(scope, scope.filter);
    const auto order = sort_of(scope.state);
    if (order.column != "received" || order.is_descending) std::reverse(rows.begin(), rows.end());   // newest first
    if (order.column == "due") sort_by_due(scope.table, rows, order.is_descending);
    for (const auto& column : kColumns)
        if (column.id == order.column && column.dimension) rows = sorted_by_name(scope, rows, *column.dimension, order.is_descending);
    return rows;
}

Day due_day(Minute due) { return day_from_minute(due - 1); }   // midnight is the end of the day before

struct Standing { std::string text; Tone tone = Tone::Plain; };

Standing standing_of(const Scope& scope, std::uint32_t row) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    const Marks marks = table.marks[row];
    const Minute due = table.due[row];
    const auto with = [lang](Phrase word, std::string rest) { return std::string{word.in(lang)} + "\u00A0" + rest; };
    if (has(marks, Mark::OverdueNow)) return {with({"просрочено", "overdue"}, format_duration(table.as_of - due, lang)), Tone::Bad};
    if (has(marks, Mark::Open) && due != kNoTime) {
        if (due - table.as_of <= kMinutesPerDay) return {with({"осталось", "left:"}, format_duration(std::max(0, due - table.as_of), lang)), Tone::Warn};
        return {with({"до", "by"}, moment_of(scope, minute_from_day(due_day(due)), false)), Tone::Plain};
    }
    if (has(marks, Mark::Closed) && has(marks, Mark::Late)) return {std::string{Phrase{"отвечено поздно", "answered late"}.in(lang)}, Tone::Muted};
    if (has(marks, Mark::Closed)) return {std::string{Phrase{"отвечено", "answered"}.in(lang)}, Tone::Good};
    return {to_lower(name_of(scope.world, Dimension::Status, table.column(Dimension::Status)[row], lang)), Tone::Muted};
}

std::string message_href(const Scope& scope, std::string_view id) {
    State state = scope.state;
    state.screen = Screen::Messages;
    state.cell.reset();
    state.message = id;
    return to_hash(state);
}

std::vector<MessagesPage::Column> columns_of(const Scope& scope) {
    const auto order = sort_of(scope.state);
    std::vector<MessagesPage::Column> out;
    for (const auto& column : kColumns) {
        const bool is_sorted = column.id == order.column;
        State state = on_screen(scope.state, Screen::Messages);
        state.sort = (is_sorted && !order.is_descending ? "-" : "") + std::string{column.id};
        if (state.sort == "-received") state.sort.clear();
        out.push_back({std::string{column.id}, std::string{column.title.in(scope.lang)}, column.is_sortable ? to_hash(state) : std::string{}, is_sorted, is_sorted && order.is_descending});
    }
    return out;
}

void add_clock(MessagesPage::Card& card, const Scope& scope, std::uint32_t row) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    const Minute received = table.received[row], due = table.due[row];
    if (due == kNoTime || due <= received) return;
    const bool is_closed = has(table.marks[row], Mark::Closed);
    const Minute now = std::max(received, is_closed ? table.closed[row] : table.as_of);
    const double span = std::max(due, now) - received;
    card.elapsed = (now - received) / span;
    card.due = (due - received) / span;
    card.clock_title = std::string{Phrase{"Срок ответа: ", "Deadline: "}.in(lang)} + format_duration(due - received, lang);
    const auto label = [&](Minute m, Phrase word) { card.clock_labels.push_back(moment_of(scope, m, true) + " " + std::string{word.in(lang)}); };
    label(received, {"поступило", "received"});
    label(due, {"срок", "due"});
    label(now, is_closed ? Phrase{"закрыто", "closed"} : Phrase{"срез", "snapshot"});
}

void add_facts(MessagesPage::Card& card, const Scope& scope, std::uint32_t row) {
    const Table& table = scope.table;
    const Lang lang = scope.lang;
    const Marks marks = table.marks[row];
    const auto add = [&](Phrase label, std::string text) { card.facts.emplace_back(label.in(lang), std::move(text)); };
    const auto yes_no = [&](Mark mark) { return std::string{(has(marks, mark) ? Phrase{"да", "yes"} : Phrase{"нет", "no"}).in(lang)}; };
    for (const Dimension d : {Dimension::Department, Dimension::Channel, Dimension::Kind, Dimension::Block, Dimension::Subtopic, Dimension::Territory, Dimension::Status, Dimension::Outcome})
        if (table.column(d)[row] != kNotGiven) card.facts.emplace_back(dimension_name(d).in(lang), name_of(scope.world, d, table.column(d)[row], lang));
    add({"Фаст-трек", "Fast track"}, yes_no(Mark::FastTrack));
    add({"Повторное", "Repeated"}, yes_no(Mark::Repeat));
    if (table.rating[row] > 0) add({"Оценка жителя", "Resident's rating"}, std::to_string(table.rating[row]));
    const auto& inputs = scope.world.snapshot.info.inputs;
    if (row < table.source_file.size() && table.source_file[row] < inputs.size())
        add({"Источник", "Source"}, inputs[table.source_file[row]].name + std::string{Phrase{", строка ", ", row "}.in(lang)} + std::to_string(table.source_row[row]));
}

std::optional<MessagesPage::Card> card_of(const Scope& scope, const std::vector<std::uint32_t>& rows) {
    const Table& table = scope.table;
    const auto& id = scope.state.message;
    if (id.empty()) return std::nullopt;
    std::size_t row = 0;
    while (row < table.rows() && table.id[row] != id) ++row;
    if (row == table.rows()) return std::nullopt;
    MessagesPage::Card card;
    card.line = line_of(scope, static_cast<std::uint32_t>(row));
    if (row < table.text.size()) card.line.text = table.text[row];   // whole here, shortened in the list
    card.title = card.line.topic;
    card.status_badge = card.line.status;
    card.kind = name_of(scope.world, Dimension::Kind, table.column(Dimension::Kind)[row], scope.lang);
    add_facts(card, scope, static_cast<std::uint32_t>(row));
    add_clock(card, scope, static_cast<std::uint32_t>(row));
    add_history(card, scope, static_cast<std::uint32_t>(row));
    add_neighbours(card, scope, static_cast<std::uint32_t>(row));
    add_problem(card, scope, static_cast<std::uint32_t>(row));
    State closed = scope.state;
    closed.message.clear();
    card.close_href = to_hash(closed);
    const auto at = std::find(rows.begin(), rows.end(), static_cast<std::uint32_t>(row));
    if (at != rows.end() && at != rows.begin()) card.previous_href = message_href(scope, table.id[*(at - 1)]);
    if (at != rows.end() && at + 1 != rows.end()) card.next_href = message_href(scope, table.id[*(at + 1)]);
    return card;
}

}  // namespace

std::string moment_of(const Scope& scope, Minute minute, bool has_time) {
    const Day day = day_from_minute(minute);
    if (date_from_day(day).year != date_from_day(day_from_minute(scope.table.as_of)).year) return format_date(day, scope.lang);
    return has_time ? format_time(minute, scope.lang) : format_day_month(day, scope.lang);
}

MessageLine line_of(const Scope& scope, std::uint32_t row) {
    constexpr std::size_t kTextChars = 240;
    const Table& table = scope.table;
    const auto name = [&](Dimension d) { return short_name_of(scope.world, d, table.column(d)[row], scope.lang); };
    MessageLine line;
    line.id = table.id[row];
    line.received = moment_of(scope, table.received[row], has(table.marks[row], Mark::HasTime));
    line.channel = name(Dimension::Channel);
    line.territory = name(Dimension::Territory);
    line.topic = name(Dimension::Topic);
    line.department = name(Dimension::Department);
    if (row < table.text.size()) line.text = shorten(table.text[row], kTextChars);
    const auto standing = standing_of(scope, row);
    line.status = standing.text;
    line.tone = standing.tone;
    line.is_repeat = has(table.marks[row], Mark::Repeat);
    line.href = message_href(scope, line.id);
    return line;
}

MessageLine message_line(const World& world, const State& state, std::uint32_t row) { return line_of(scope_of(world, state), row); }

namespace {

MessagesPage list_of(const Scope& scope) {
    MessagesPage page;
    page.rows = ordered_rows(scope);
    page.rows_total = page.rows.size();
    const auto count = [&](std::size_t n) { return count_words(scope.world, static_cast<std::int64_t>(n), scope.lang); };
    page.total_text = count(page.rows_total);
    page.count_text = page.total_text + std::string{Phrase{" из ", " of "}.in(scope.lang)} + count(scope.table.rows());
    page.card = card_of(scope, page.rows);
    if (page.rows.empty()) page.empty_text = Phrase{"Ничего не найдено", "Nothing found"}.in(scope.lang);
    return page;
}

}  // namespace

MessagesPage listed_messages(const World& world, const State& state) { return list_of(scope_of(world, state)); }

MessagesPage messages_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    MessagesPage page = list_of(scope);
    page.columns = columns_of(scope);
    page.rail = build_rail(scope);
    page.chips = page.rail.chips;
    if (page.rows.empty()) page.remedies = build_remedies(scope);
    return page;
}

}  // namespace problemator
