// TableBuilder: messages in any order become rows with codes by first use; table_columns.cpp makes the sorted columns of them.
#include <algorithm>
#include <cmath>

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

Marks source_marks(const Message& m, bool has_place) {
    Marks marks = 0;
    const auto set = [&marks](bool on, Mark mark) { if (on) marks |= bit(mark); };
    set(m.received_has_time, Mark::HasTime);
    set(m.fast_track == Answer::Yes, Mark::FastTrack);
    set(m.repeat == Answer::Yes, Mark::Repeat);
    set(m.auto_routed == Answer::Yes, Mark::AutoRouted);
    set(m.auto_control == Answer::Yes, Mark::AutoControl);
    set(m.gratitude, Mark::Gratitude);
    set(m.consultation, Mark::Consultation);
    set(has_place, Mark::HasPlace);
    set(m.due_by_answer, Mark::DueByAnswer);
    set(m.conflict, Mark::Conflict);
    set(m.late_registered, Mark::LateRegistered);
    set(m.late_forwarded, Mark::LateForwarded);
    set(m.matched_rule, Mark::MatchedRule);
    set(m.is_linked, Mark::Linked);
    return marks;
}

/// Code of a name as found; only a new name is checked and copied.
Code code_of(Dictionary& names, std::string_view name, std::string_view id = {}) {
    const Code known = names.find(name);
    return known != kNotGiven || name.empty() ? known : names.intern(valid_utf8(name), valid_utf8(id));
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
    Row row;
    add_codes(m, row);
    auto& channels = raw_.names[index(Dimension::Channel)];
    const Code channel = channels.find_id(m.channel);
    row.codes[index(Dimension::Channel)] = channel != kNotGiven ? channel : code_of(channels, m.channel, m.channel);
    add_facts(m, row);
    rows_.push_back(row);
    push_valid(raw_.id, m.channel + ":" + m.id);
    push_valid(raw_.text, m.text);
    runs_.note(raw_.id);
}

void TableBuilder::add_facts(const Message& m, Row& row) {
    const auto put = [&row](Dimension d, Code code) { row.codes[index(d)] = code; };
    // The values of these four stand in their dictionaries from the beginning, in the order of their enums.
    put(Dimension::Kind, static_cast<Code>(static_cast<Code>(m.kind) + 1));
    put(Dimension::Form, static_cast<Code>(m.form));
    put(Dimension::Status, static_cast<Code>(m.status));
    put(Dimension::Outcome, static_cast<Code>(m.outcome));
    const bool has_place = is_place(m);
    received_.push_back(m.received);
    row.due = time_or_none(m.due);
    row.answered = time_or_none(m.answered);
    row.closed = time_or_none(m.closed);
    row.marks = source_marks(m, has_place);
    row.rating = m.rating >= 1 && m.rating <= 5 ? static_cast<std::uint8_t>(m.rating) : std::uint8_t{0};
    row.lat_e6 = has_place ? micro_degrees(m.lat) : 0;
    row.lon_e6 = has_place ? micro_degrees(m.lon) : 0;
    row.source_row = m.row;
    row.author = m.author_code;
    row.source_file = static_cast<std::uint16_t>(std::min<std::uint32_t>(m.file, UINT16_MAX));
    is_any_author_ |= m.author_code != 0;
}

/// A name is looked up once for each number of its source.
Code TableBuilder::look_up(MessageView::Name name, Dimension d, const NameView& view) {
    if (view.text.empty()) return kNotGiven;
    Dictionary& names = raw_.names[index(d)];
    const bool is_channel = d == Dimension::Channel;
    Code code = is_channel ? names.find_id(view.text) : kNotGiven;
    if (code == kNotGiven) code = code_of(names, view.text, is_channel ? view.text : std::string_view{});
    auto& codes = codes_of_numbers_[name];
    if (view.number >= codes.size()) codes.resize(view.number + 256, kNotGiven);
    if (view.number != 0) codes[view.number] = code;
    return code;
}

void TableBuilder::add(const MessageView& m) {
    const std::string_view id = m.texts[MessageView::Id];
    if (!is_table_time(m.facts.received) || id.empty()) return;
    if (m.source != source_) {
        source_ = m.source;
        for (auto& codes : codes_of_numbers_) codes.clear();
    }
    constexpr std::pair<MessageView::Name, Dimension> kNamed[] = {
        {MessageView::Channel, Dimension::Channel}, {MessageView::Block, Dimension::Block}, {MessageView::Topic, Dimension::Topic}, {MessageView::Subtopic, Dimension::Subtopic},
        {MessageView::Territory, Dimension::Territory}, {MessageView::Department, Dimension::Department}, {MessageView::Network, Dimension::Network}};
    Row row;
    for (const auto& [name, dimension] : kNamed) {
        const NameView& view = m.names[name];
        const auto& known = codes_of_numbers_[name];
        const Code code = view.number < known.size() ? known[view.number] : kNotGiven;
        row.codes[index(dimension)] = code != kNotGiven || view.text.empty() ? code : look_up(name, dimension, view);
    }
    const std::string_view street = m.texts[MessageView::Street];
    row.codes[index(Dimension::Street)] = street.empty() ? kNotGiven : code_of(raw_.names[index(Dimension::Street)], street);
    add_facts(m.facts, row);
    rows_.push_back(row);
    const std::string_view channel = m.names[MessageView::Channel].text, text = m.texts[MessageView::Body];
    if (m.is_utf8) {
        raw_.id.push(channel, ':', id);
        raw_.text.push(text);
    } else {
        push_valid(raw_.id, std::string{channel} + ":" + std::string{id});
        push_valid(raw_.text, text);
    }
    runs_.note(raw_.id);
}

void TableBuilder::reserve(std::size_t rows, std::size_t text_bytes) {
    rows_.reserve(rows);
    received_.reserve(rows);
    raw_.id.reserve(rows);
    raw_.text.reserve(rows, text_bytes);
}

void TableBuilder::add_codes(const Message& m, Row& row) {
    const auto by_name = [&](Dimension d, std::string_view name) { row.codes[index(d)] = code_of(raw_.names[index(d)], name); };
    by_name(Dimension::Block, m.block);
    by_name(Dimension::Topic, m.topic);
    by_name(Dimension::Subtopic, m.subtopic);
    by_name(Dimension::Territory, m.territory);
    by_name(Dimension::Department, m.department);
    by_name(Dimension::Network, m.network);
    by_name(Dimension::Street, m.street);
}

}  // namespace problemator
