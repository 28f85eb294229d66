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

/// To the nearest, halves away from zero, as std::lround does; that one is a call for every cell.
std::int32_t micro_degrees(double degrees) { return static_cast<std::int32_t>(degrees * 1e6 + (degrees < 0 ? -0.5 : 0.5)); }

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
    constexpr std::size_t kAhead = 12;           // texts lie anywhere: they are asked for before they are needed
    StringColumn sorted;
    sorted.starts.reserve(rows.size() + 1);
    sorted.bytes.reserve(column.bytes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + kAhead < rows.size()) __builtin_prefetch(column.bytes.data() + column.starts[rows[i + kAhead]]);
        sorted.push(column[rows[i]]);
    }
    column = std::move(sorted);
}

/// By receipt, in three passes of eleven bits: rows of one moment keep their order.
void sort_by_receipt(std::vector<std::uint32_t>& rows, const std::vector<Minute>& received) {
    constexpr unsigned kBits = 11;
    std::vector<std::uint32_t> sorted(rows.size());
    const auto key = [&](std::uint32_t row) { return static_cast<std::uint32_t>(received[row]) ^ 0x80000000u; };
    for (unsigned shift = 0; shift < 32; shift += kBits) {
        std::array<std::uint32_t, (1u << kBits) + 1> starts{};
        for (const std::uint32_t row : rows) ++starts[(key(row) >> shift & ((1u << kBits) - 1)) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
        for (const std::uint32_t row : rows) sorted[starts[key(row) >> shift & ((1u << kBits) - 1)]++] = row;
        rows.swap(sorted);
    }
}

/// Rows received before `as_of`, by (received, id).
std::vector<std::uint32_t> sorted_rows(const Table& table, Minute as_of) {
    std::vector<std::uint32_t> rows;
    rows.reserve(table.rows());
    bool is_sorted = true;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        if (table.received[row] >= as_of) continue;
        is_sorted &= rows.empty() || table.received[rows.back()] <= table.received[row];
        rows.push_back(row);
    }
    if (!is_sorted) sort_by_receipt(rows, table.received);
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {   // of one moment: by id
        while (end < rows.size() && table.received[rows[end]] == table.received[rows[begin]]) ++end;
        if (end - begin > 1)
            std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end),
                             [&table](std::uint32_t a, std::uint32_t b) { return table.id[a] < table.id[b]; });
    }
    return rows;
}

bool is_as_it_stands(const std::vector<std::uint32_t>& rows, std::size_t all) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i] != i) return false;
    return rows.size() == all;
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
    auto& channels = raw_.names[index(Dimension::Channel)];
    const Code channel = channels.find_id(m.channel);
    add_facts(m, channel != kNotGiven ? channel : code_of(channels, m.channel, m.channel));
    push_valid(raw_.id, m.channel + ":" + m.id);
    push_valid(raw_.text, m.text);
}

void TableBuilder::add_facts(const Message& m, Code channel) {
    const auto push = [this](Dimension d, Code code) { raw_.codes[index(d)].push_back(code); };
    push(Dimension::Channel, channel);
    // The values of these four stand in their dictionaries from the beginning, in the order of their enums.
    push(Dimension::Kind, static_cast<Code>(static_cast<Code>(m.kind) + 1));
    push(Dimension::Form, static_cast<Code>(m.form));
    push(Dimension::Status, static_cast<Code>(m.status));
    push(Dimension::Outcome, static_cast<Code>(m.outcome));
    const bool has_place = is_place(m);
    raw_.received.push_back(m.received);
    raw_.due.push_back(time_or_none(m.due));
    raw_.answered.push_back(time_or_none(m.answered));
    raw_.closed.push_back(time_or_none(m.closed));
    raw_.marks.push_back(source_marks(m));
    raw_.rating.push_back(m.rating >= 1 && m.rating <= 5 ? static_cast<std::uint8_t>(m.rating) : std::uint8_t{0});
    raw_.lat_e6.push_back(has_place ? micro_degrees(m.lat) : 0);
    raw_.lon_e6.push_back(has_place ? micro_degrees(m.lon) : 0);
    raw_.source_row.push_back(m.row);
    raw_.source_file.push_back(static_cast<std::uint16_t>(std::min<std::uint32_t>(m.file, UINT16_MAX)));
}

Code TableBuilder::code_of_view(MessageView::Name name, Dimension d, const MessageView& m) {
    const NameView& view = m.names[name];
    if (view.text.empty()) return kNotGiven;
    Dictionary& names = raw_.names[index(d)];
    const auto look_up = [&] {
        const Code by_id = d == Dimension::Channel ? names.find_id(view.text) : kNotGiven;
        return by_id != kNotGiven ? by_id : code_of(names, view.text, d == Dimension::Channel ? view.text : std::string_view{});
    };
    if (view.number == 0) return look_up();
    auto& codes = codes_of_numbers_[name];
    if (view.number >= codes.size()) codes.resize(view.number + 256, kNotGiven);
    Code& code = codes[view.number];
    return code != kNotGiven ? code : code = look_up();
}

void TableBuilder::add(const MessageView& m) {
    const std::string_view id = m.texts[MessageView::Id];
    if (!is_table_time(m.facts.received) || id.empty()) return;
    if (m.source != source_) {
        source_ = m.source;
        for (auto& codes : codes_of_numbers_) codes.clear();
    }
    constexpr std::pair<MessageView::Name, Dimension> kNamed[] = {
        {MessageView::Block, Dimension::Block}, {MessageView::Topic, Dimension::Topic}, {MessageView::Subtopic, Dimension::Subtopic},
        {MessageView::Territory, Dimension::Territory}, {MessageView::Department, Dimension::Department}, {MessageView::Network, Dimension::Network}};
    for (const auto& [name, dimension] : kNamed) raw_.codes[index(dimension)].push_back(code_of_view(name, dimension, m));
    add_facts(m.facts, code_of_view(MessageView::Channel, Dimension::Channel, m));
    const std::string_view channel = m.names[MessageView::Channel].text, text = m.texts[MessageView::Body];
    if (m.is_utf8) {
        raw_.id.push(channel, ':', id);
        raw_.text.push(text);
    } else {
        push_valid(raw_.id, std::string{channel} + ":" + std::string{id});
        push_valid(raw_.text, text);
    }
}

void TableBuilder::reserve(std::size_t rows, std::size_t text_bytes) {
    for (auto& codes : raw_.codes) codes.reserve(rows);
    for (auto* times : {&raw_.received, &raw_.due, &raw_.answered, &raw_.closed}) times->reserve(rows);
    raw_.marks.reserve(rows);
    raw_.rating.reserve(rows);
    raw_.lat_e6.reserve(rows);
    raw_.lon_e6.reserve(rows);
    raw_.source_row.reserve(rows);
    raw_.source_file.reserve(rows);
    raw_.id.starts.reserve(rows + 1);
    raw_.text.starts.reserve(rows + 1);
    raw_.text.bytes.reserve(text_bytes);
}

void TableBuilder::add_codes(const Message& m) {
    const auto by_name = [this](Dimension d, std::string_view name) {
        raw_.codes[index(d)].push_back(code_of(raw_.names[index(d)], name));
    };
    by_name(Dimension::Block, m.block);
    by_name(Dimension::Topic, m.topic);
    by_name(Dimension::Subtopic, m.subtopic);
    by_name(Dimension::Territory, m.territory);
    by_name(Dimension::Department, m.department);
    by_name(Dimension::Network, m.network);
}

Table TableBuilder::finish(Minute as_of, const std::vector<std::string>& fast_channels) && {
    Table table = std::move(raw_);
    const auto rows = sorted_rows(table, as_of);
    if (!is_as_it_stands(rows, table.rows())) sort_columns(table, rows);
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
