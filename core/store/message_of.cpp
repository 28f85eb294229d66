#include "core/store/message_of.hpp"

namespace problemator {
namespace {

Answer yes_or_unknown(bool on) { return on ? Answer::Yes : Answer::Unknown; }

void put_marks(Marks marks, Message& m) {
    m.received_has_time = has(marks, Mark::HasTime);
    m.fast_track = yes_or_unknown(has(marks, Mark::FastTrack));
    m.repeat = yes_or_unknown(has(marks, Mark::Repeat));
    m.auto_routed = yes_or_unknown(has(marks, Mark::AutoRouted));
    m.auto_control = yes_or_unknown(has(marks, Mark::AutoControl));
    m.gratitude = has(marks, Mark::Gratitude);
    m.consultation = has(marks, Mark::Consultation);
    m.has_place = has(marks, Mark::HasPlace);
    m.due_by_answer = has(marks, Mark::DueByAnswer);
    m.conflict = has(marks, Mark::Conflict);
    m.late_registered = has(marks, Mark::LateRegistered);
    m.late_forwarded = has(marks, Mark::LateForwarded);
    m.matched_rule = has(marks, Mark::MatchedRule);
    m.is_linked = has(marks, Mark::Linked);
}

std::string_view id_of(const Table& table, Dimension d, std::size_t row) {
    const Code code = table.column(d)[row];
    return code == kNotGiven ? std::string_view{} : table.dictionary(d).id(code);
}

void put_names(const Table& table, std::size_t row, Message& m) {
    const auto name = [&](Dimension d) { return table.dictionary(d).name(table.column(d)[row]); };
    m.channel.assign(id_of(table, Dimension::Channel, row));
    m.block.assign(name(Dimension::Block));
    m.topic.assign(name(Dimension::Topic));
    m.subtopic.assign(name(Dimension::Subtopic));
    m.territory.assign(name(Dimension::Territory));
    m.department.assign(name(Dimension::Department));
    m.network.assign(name(Dimension::Network));
    m.street.assign(name(Dimension::Street));
    m.kind = parse_kind(id_of(table, Dimension::Kind, row)).value_or(Kind::Message);
    m.form = parse_form(id_of(table, Dimension::Form, row)).value_or(Form::Unknown);
    m.status = parse_status(id_of(table, Dimension::Status, row)).value_or(MessageStatus::Unknown);
    m.outcome = parse_outcome(id_of(table, Dimension::Outcome, row)).value_or(Outcome::Unknown);
}

bool has_hour(Minute time) { return time != kNoTime && time != minute_from_day(day_from_minute(time)); }

}  // namespace

void message_of(const Table& table, std::size_t row, Message& m) {
    for (std::string* text : {&m.house, &m.answer, &m.linked_id, &m.author, &m.rubric_code, &m.tags}) text->clear();
    put_names(table, row, m);
    put_marks(table.marks[row], m);
    const std::string_view key = table.id[row];
    m.id.assign(key.substr(key.find(':') + 1));
    m.text.assign(table.text[row]);
    m.received = table.received[row];
    m.due = table.due[row];
    m.due_is_end_of_day = m.due != kNoTime && !has_hour(m.due);
    m.answered = table.answered[row];
    m.closed = table.closed[row];
    m.closed_has_time = has_hour(m.closed);
    m.registered = m.extended_to = m.forwarded = kNoTime;
    m.overdue = Answer::Unknown;
    m.rating = table.rating[row];
    m.lat = m.lon = 0;
    if (m.has_place && row < table.lat_e6.size()) {
        m.lat = table.lat_e6[row] / 1e6;
        m.lon = table.lon_e6[row] / 1e6;
    }
    m.row = table.source_row[row];
    m.file = table.source_file[row];
}

}  // namespace problemator
