// TableBuilder: messages in any order become sorted columns with codes that do not depend on that order.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <unordered_set>

#include "core/base/sort_moments.hpp"
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

/// A column of one value stays as it is: a file has one channel, and most have one kind and one form.
template <class T>
void reorder(std::vector<T>& column, const std::vector<std::uint32_t>& rows) {
    if (std::adjacent_find(column.begin(), column.end(), std::not_equal_to<>{}) == column.end()) {
        column.resize(rows.size());
        return;
    }
    std::vector<T> sorted(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) sorted[i] = column[rows[i]];
    column = std::move(sorted);
}

/// Rows of one moment by id. There are few of a moment, but many moments; who moves keeps the order of equal ids.
void sort_by_id(std::span<Moment> receipts, const StringColumn& ids) {
    constexpr std::size_t kFew = 16;
    const auto is_before = [&ids](const Moment& a, const Moment& b) { return ids[a.row] < ids[b.row]; };
    if (receipts.size() > kFew) return std::stable_sort(receipts.begin(), receipts.end(), is_before);
    for (std::size_t i = 1; i < receipts.size(); ++i) {
        const Moment moved = receipts[i];
        std::size_t to = i;
        for (; to > 0 && is_before(moved, receipts[to - 1]); --to) receipts[to] = receipts[to - 1];
        receipts[to] = moved;
    }
}

/// Rows received before `as_of`, by (received, id).
std::vector<std::uint32_t> sorted_rows(const Table& table, Minute as_of) {
    const Minute earliest = table.rows() == 0 ? 0 : *std::min_element(table.received.begin(), table.received.end());
    std::vector<Moment> receipts;
    receipts.reserve(table.rows());
    std::uint32_t latest = 0;
    bool is_sorted = true;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        if (table.received[row] >= as_of) continue;
        const std::uint32_t minute = static_cast<std::uint32_t>(table.received[row] - earliest);
        is_sorted &= latest <= minute;
        latest = std::max(latest, minute);
        receipts.push_back({minute, row});
    }
    if (!is_sorted) sort_moments(receipts, latest);
    constexpr std::size_t kAhead = 24;               // ids of one moment lie anywhere: they are asked for before they are compared
    for (std::size_t begin = 0, end = 0, asked = 0; begin < receipts.size(); begin = end) {
        for (; asked < std::min(begin + kAhead, receipts.size()); ++asked) table.id.ask_for(receipts[asked].row);
        while (end < receipts.size() && receipts[end].minute == receipts[begin].minute) ++end;
        if (end - begin > 1) sort_by_id(std::span{receipts}.subspan(begin, end - begin), table.id);
    }
    std::vector<std::uint32_t> rows(receipts.size());
    std::transform(receipts.begin(), receipts.end(), rows.begin(), [](const Moment& receipt) { return receipt.row; });
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
    table.id.reorder(rows);
    table.text.reorder(rows);
    reorder(table.source_row, rows);
    reorder(table.source_file, rows);
}

/// Who wrote several messages, numbered by the first of them; the codes themselves end here. Empty when nobody did.
std::vector<std::uint32_t> numbered_authors(const std::vector<std::uint64_t>& codes) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> known;
    for (std::uint32_t row = 0; row < codes.size(); ++row)
        if (codes[row] != 0) known.emplace_back(codes[row], row);
    std::sort(known.begin(), known.end());
    std::vector<std::uint32_t> first(codes.size(), UINT32_MAX);   // row of the author's first message
    bool is_anybody = false;
    for (std::size_t begin = 0, end = 0; begin < known.size(); begin = end) {
        while (end < known.size() && known[end].first == known[begin].first) ++end;
        if (end - begin < 2) continue;
        is_anybody = true;
        for (std::size_t i = begin; i < end; ++i) first[known[i].second] = known[begin].second;
    }
    if (!is_anybody) return {};
    std::vector<std::uint32_t> numbers(codes.size(), 0);
    std::uint32_t last = 0;
    for (std::uint32_t row = 0; row < codes.size(); ++row)
        if (first[row] != UINT32_MAX) numbers[row] = first[row] == row ? ++last : numbers[first[row]];
    return numbers;
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

/// All columns of a row have their places before it is written: one look at the room instead of twenty.
void TableBuilder::make_room(std::size_t rows) {
    for (auto& codes : raw_.codes) codes.resize(rows);
    for (auto* times : {&raw_.received, &raw_.due, &raw_.answered, &raw_.closed}) times->resize(rows);
    raw_.marks.resize(rows);
    raw_.rating.resize(rows);
    raw_.lat_e6.resize(rows);
    raw_.lon_e6.resize(rows);
    raw_.source_row.resize(rows);
    raw_.source_file.resize(rows);
    authors_.resize(rows);
    room_ = rows;
}

void TableBuilder::add(const Message& m) {
    if (!is_table_time(m.received) || m.id.empty()) return;
    if (used_ == room_) make_room(std::max<std::size_t>(1024, room_ * 2));
    add_codes(m);
    auto& channels = raw_.names[index(Dimension::Channel)];
    const Code channel = channels.find_id(m.channel);
    add_facts(m, channel != kNotGiven ? channel : code_of(channels, m.channel, m.channel));
    push_valid(raw_.id, m.channel + ":" + m.id);
    push_valid(raw_.text, m.text);
    ++used_;
}

void TableBuilder::add_facts(const Message& m, Code channel) {
    const std::size_t row = used_;
    const auto put = [&](Dimension d, Code code) { raw_.codes[index(d)][row] = code; };
    put(Dimension::Channel, channel);
    // The values of these four stand in their dictionaries from the beginning, in the order of their enums.
    put(Dimension::Kind, static_cast<Code>(static_cast<Code>(m.kind) + 1));
    put(Dimension::Form, static_cast<Code>(m.form));
    put(Dimension::Status, static_cast<Code>(m.status));
    put(Dimension::Outcome, static_cast<Code>(m.outcome));
    const bool has_place = is_place(m);
    raw_.received[row] = m.received;
    raw_.due[row] = time_or_none(m.due);
    raw_.answered[row] = time_or_none(m.answered);
    raw_.closed[row] = time_or_none(m.closed);
    raw_.marks[row] = source_marks(m);
    raw_.rating[row] = m.rating >= 1 && m.rating <= 5 ? static_cast<std::uint8_t>(m.rating) : std::uint8_t{0};
    raw_.lat_e6[row] = has_place ? micro_degrees(m.lat) : 0;
    raw_.lon_e6[row] = has_place ? micro_degrees(m.lon) : 0;
    raw_.source_row[row] = m.row;
    authors_[row] = m.author_code;
    raw_.source_file[row] = static_cast<std::uint16_t>(std::min<std::uint32_t>(m.file, UINT16_MAX));
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
    if (used_ == room_) make_room(std::max<std::size_t>(1024, room_ * 2));
    if (m.source != source_) {
        source_ = m.source;
        for (auto& codes : codes_of_numbers_) codes.clear();
    }
    constexpr std::pair<MessageView::Name, Dimension> kNamed[] = {
        {MessageView::Block, Dimension::Block}, {MessageView::Topic, Dimension::Topic}, {MessageView::Subtopic, Dimension::Subtopic},
        {MessageView::Territory, Dimension::Territory}, {MessageView::Department, Dimension::Department}, {MessageView::Network, Dimension::Network}};
    for (const auto& [name, dimension] : kNamed) raw_.codes[index(dimension)][used_] = code_of_view(name, dimension, m);
    const std::string_view street = m.texts[MessageView::Street];
    raw_.codes[index(Dimension::Street)][used_] = street.empty() ? kNotGiven : code_of(raw_.names[index(Dimension::Street)], street);
    add_facts(m.facts, code_of_view(MessageView::Channel, Dimension::Channel, m));
    const std::string_view channel = m.names[MessageView::Channel].text, text = m.texts[MessageView::Body];
    if (m.is_utf8) {
        raw_.id.push(channel, ':', id);
        raw_.text.push(text);
    } else {
        push_valid(raw_.id, std::string{channel} + ":" + std::string{id});
        push_valid(raw_.text, text);
    }
    ++used_;
}

void TableBuilder::reserve(std::size_t rows, std::size_t text_bytes) {
    if (rows > room_) make_room(rows);
    raw_.id.reserve(rows);
    raw_.text.reserve(rows, text_bytes);
}

void TableBuilder::add_codes(const Message& m) {
    const auto by_name = [this](Dimension d, std::string_view name) {
        raw_.codes[index(d)][used_] = code_of(raw_.names[index(d)], name);
    };
    by_name(Dimension::Block, m.block);
    by_name(Dimension::Topic, m.topic);
    by_name(Dimension::Subtopic, m.subtopic);
    by_name(Dimension::Territory, m.territory);
    by_name(Dimension::Department, m.department);
    by_name(Dimension::Network, m.network);
    by_name(Dimension::Street, m.street);
}

Table TableBuilder::finish(Minute as_of, const std::vector<std::string>& fast_channels) && {
    make_room(used_);
    Table table = std::move(raw_);
    const auto rows = sorted_rows(table, as_of);
    if (!is_as_it_stands(rows, table.rows())) {
        sort_columns(table, rows);
        reorder(authors_, rows);
    }
    table.author = numbered_authors(authors_);
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
