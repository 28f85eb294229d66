// TableBuilder: messages in any order become sorted columns with codes that do not depend on that order.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "core/base/text.hpp"
#include "core/store/table.hpp"

namespace problemator {
namespace {

std::string valid_utf8(std::string_view text) {
    if (first_bad_utf8(text) == std::string_view::npos) return std::string{text};
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) append_utf8(out, next_char(text, pos));
    return out;
}

void push_valid(StringColumn& column, std::string_view text) {
    if (first_bad_utf8(text) == std::string_view::npos) column.push(text);   // nearly always: nothing is copied twice
    else column.push(valid_utf8(text));
}

Minute time_or_none(Minute m) { return is_table_time(m) ? m : kNoTime; }

bool is_place(const Message& m) {
    return m.has_place && std::isfinite(m.lat) && std::isfinite(m.lon) && std::abs(m.lat) <= 90 && std::abs(m.lon) <= 180;
}

std::int32_t micro_degrees(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 1e6)); }

Marks source_marks(const Message& m) {
    Marks marks = 0;
    const auto set = [&marks](bool on, Mark mark) { if (on) marks |= bit(mark); };
    set(m.received_has_time, Mark::HasTime);
    set(m.fast_track == Answer::Yes, Mark::FastTrack);
    set(m.repeat == Answer::Yes, Mark::Repeat);
    set(m.auto_routed == Answer::Yes, Mark::AutoRouted);
    set(m.auto_control == Answer::Yes, Mark::AutoControl);
    set(m.gratitude, Mark::Gratitude);
    set(m.consultation, Mark::Consultation);
    set(is_place(m), Mark::HasPlace);
    set(m.due_by_answer, Mark::DueByAnswer);
    set(m.conflict, Mark::Conflict);
    set(m.late_registered, Mark::LateRegistered);
    set(m.late_forwarded, Mark::LateForwarded);
    set(m.matched_rule, Mark::MatchedRule);
    set(m.is_linked, Mark::Linked);
    return marks;
}

template <class T>
void reorder(std::vector<T>& column, const std::vector<std::uint32_t>& rows) {
    std::vector<T> sorted;
    sorted.reserve(rows.size());
    for (const auto row : rows) sorted.push_back(column[row]);
    column = std::move(sorted);
}

void reorder(StringColumn& column, const std::vector<std::uint32_t>& rows) {
    StringColumn sorted;
    sorted.starts.reserve(rows.size() + 1);
    sorted.bytes.reserve(column.bytes.size());
    for (const auto row : rows) sorted.push(column[row]);
    column = std::move(sorted);
}

/// Rows received before `as_of`, by (received, id).
std::vector<std::uint32_t> sorted_rows(const Table& table, Minute as_of) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        if (table.received[row] < as_of) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&table](std::uint32_t a, std::uint32_t b) {
        return table.received[a] != table.received[b] ? table.received[a] < table.received[b] : table.id[a] < table.id[b];
    });
    return rows;
}

void sort_columns(Table& table, const std::vector<std::uint32_t>& rows) {
    for (auto& codes : table.codes) reorder(codes, rows);
    for (auto* times : {&table.received, &table.due, &table.answered, &table.closed}) reorder(*times, rows);
    reorder(table.marks, rows);
    reorder(table.rating, rows);
    reorder(table.lat_e6, rows);
    reorder(table.lon_e6, rows);
    reorder(table.id, rows);
    reorder(table.text, rows);
    reorder(table.source_row, rows);
    reorder(table.source_file, rows);
}

/// Code of a name as found; only a new name is checked and copied.
Code code_of(Dictionary& names, std::string_view name, std::string_view id = {}) {
    const Code known = names.find(name);
    return known != kNotGiven || name.empty() ? known : names.intern(valid_utf8(name), valid_utf8(id));
}

/// Declared names keep their codes; the others are numbered by first use and forgotten when unused.
void recode(Table& table, Dimension d, std::size_t declared) {
    Dictionary& names = table.names[index(d)];
    Dictionary ordered;
    for (std::size_t code = 1; code < declared; ++code) ordered.append(names.name(static_cast<Code>(code)), names.id(static_cast<Code>(code)));
    std::vector<Code> new_code(names.size(), kNotGiven);
    std::iota(new_code.begin(), new_code.begin() + static_cast<std::ptrdiff_t>(declared), Code{0});
    for (Code& code : table.codes[index(d)]) {
        if (code != kNotGiven && new_code[code] == kNotGiven) {   // the id of an undeclared channel is its name
            new_code[code] = ordered.intern(names.name(code), d == Dimension::Channel ? names.name(code) : std::string_view{});
        }
        code = new_code[code];
    }
    names = std::move(ordered);
}

}  // namespace

TableBuilder::TableBuilder() {
    declared_.fill(1);
    for (const auto k : {Kind::Message, Kind::Appeal}) declare(Dimension::Kind, kind_name(k).ru, kind_id(k));
    for (const auto f : {Form::Electronic, Form::Written, Form::Oral}) declare(Dimension::Form, form_name(f).ru, form_id(f));
    for (const auto s : {MessageStatus::New, MessageStatus::InWork, MessageStatus::Answered, MessageStatus::Postponed,
                         MessageStatus::Redirected, MessageStatus::Rejected, MessageStatus::Withdrawn}) {
        declare(Dimension::Status, status_name(s).ru, status_id(s));
    }
    for (const auto o : {Outcome::Solved, Outcome::Explained, Outcome::NotSolved, Outcome::Supported, Outcome::NotSupported,
                         Outcome::Redirected, Outcome::Rejected}) {
        declare(Dimension::Outcome, outcome_name(o).ru, outcome_id(o));
    }
}

void TableBuilder::declare(Dimension d, std::string_view name, std::string_view id) {
    auto& names = raw_.names[index(d)];
    if (names.size() != declared_[index(d)]) return;   // pre: before the first message
    names.intern(valid_utf8(name), id);
    declared_[index(d)] = names.size();
}

void TableBuilder::add(const Message& m) {
    if (!is_table_time(m.received) || m.id.empty()) return;
    add_codes(m);
    raw_.received.push_back(m.received);
    raw_.due.push_back(time_or_none(m.due));
    raw_.answered.push_back(time_or_none(m.answered));
    raw_.closed.push_back(time_or_none(m.closed));
    raw_.marks.push_back(source_marks(m));
    raw_.rating.push_back(m.rating >= 1 && m.rating <= 5 ? static_cast<std::uint8_t>(m.rating) : std::uint8_t{0});
    raw_.lat_e6.push_back(is_place(m) ? micro_degrees(m.lat) : 0);
    raw_.lon_e6.push_back(is_place(m) ? micro_degrees(m.lon) : 0);
    push_valid(raw_.id, m.channel + ":" + m.id);
    push_valid(raw_.text, m.text);
    raw_.source_row.push_back(m.row);
    raw_.source_file.push_back(static_cast<std::uint16_t>(std::min<std::uint32_t>(m.file, UINT16_MAX)));
}

void TableBuilder::add_codes(const Message& m) {
    const auto by_name = [this](Dimension d, std::string_view name) {
        raw_.codes[index(d)].push_back(code_of(raw_.names[index(d)], name));
    };
    const auto by_id = [this](Dimension d, std::string_view id) {
        raw_.codes[index(d)].push_back(raw_.names[index(d)].find_id(id));
    };
    auto& channels = raw_.names[index(Dimension::Channel)];
    const Code channel = channels.find_id(m.channel);
    raw_.codes[index(Dimension::Channel)].push_back(channel != kNotGiven ? channel : code_of(channels, m.channel, m.channel));
    by_id(Dimension::Kind, kind_id(m.kind));
    by_id(Dimension::Form, m.form == Form::Unknown ? "none" : form_id(m.form));
    by_id(Dimension::Status, m.status == MessageStatus::Unknown ? "none" : status_id(m.status));
    by_id(Dimension::Outcome, m.outcome == Outcome::Unknown ? "none" : outcome_id(m.outcome));
    by_name(Dimension::Block, m.block);
    by_name(Dimension::Topic, m.topic);
    by_name(Dimension::Subtopic, m.subtopic);
    by_name(Dimension::Territory, m.territory);
    by_name(Dimension::Department, m.department);
    by_name(Dimension::Network, m.network);
}

Table TableBuilder::finish(Minute as_of, const std::vector<std::string>& fast_channels) && {
    Table table = std::move(raw_);
    sort_columns(table, sorted_rows(table, as_of));
    for (const auto d : kAllDimensions) recode(table, d, declared_[index(d)]);
    std::unordered_set<Code> fast;
    for (const auto& id : fast_channels) fast.insert(table.dictionary(Dimension::Channel).find_id(id));
    fast.erase(kNotGiven);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (fast.count(table.column(Dimension::Channel)[row]) != 0) table.marks[row] |= bit(Mark::FastEligible);
    }
    derive(table, as_of);
    return table;
}

}  // namespace problemator
