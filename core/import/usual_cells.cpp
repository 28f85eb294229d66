// RowReader: cells in their usual forms, as nearly all cells of a file are. What runs for each of them stands here, apart from the rest:
// a browser keeps the numbers of a short function in registers and spills those of a long one.
#include "core/import/message_fields.hpp"
#include "core/import/row_reader.hpp"

namespace problemator {
namespace {

void clear_facts(Message& m, const Channel& channel) {
    m.kind = channel.kind;
    m.form = channel.form;
    m.status = MessageStatus::Unknown;
    m.outcome = Outcome::Unknown;
    m.received = m.registered = m.due = m.answered = m.closed = m.extended_to = m.forwarded = kNoTime;
    m.conflict = m.is_linked = m.matched_rule = m.late_registered = m.late_forwarded = false;
    m.received_has_time = m.due_is_end_of_day = m.due_by_answer = m.closed_has_time = m.gratitude = m.consultation = m.has_place = false;
    m.overdue = m.fast_track = m.repeat = m.auto_routed = m.auto_control = Answer::Unknown;
    m.lat = m.lon = 0;
    m.rating = 0;
    m.received = channel.received_on;
}

}  // namespace

RowReader::Usual RowReader::usual_of(const Column& column) {
    switch (column.type) {
        case FieldType::Category: case FieldType::Enum: case FieldType::YesNo: case FieldType::Flag: return column.always ? Usual::AnyText : Usual::Name;
        case FieldType::Date: return Usual::Time;
        case FieldType::Number: return Usual::Number;
        case FieldType::Rating: return column.values.empty() ? Usual::Rating : Usual::Never;
        case FieldType::Text: return column.rule->pattern == Reading::Plain && column.text != MessageView::kTexts ? Usual::Text : Usual::Never;
        case FieldType::Duration: case FieldType::Point: case FieldType::Nothing: return Usual::Never;
    }
    return Usual::Never;
}

void RowReader::clear(MessageView& message) const {
    for (const auto name : names_) message.names[name] = {};
    for (const auto text : texts_) message.texts[text] = {};
    message.names[MessageView::Channel] = {channel_.id, 1};
    clear_facts(message.facts, channel_);
}

bool RowReader::put_meaning(const Column& column, Known& known, MessageView& message) {
    ++known.count;
    if (known.is_bad) return false;
    if (known.is_empty) return true;
    if (column.name != MessageView::kNames) message.names[column.name] = {known.text, known.number};
    else put_code(column.field, known.code, message.facts);
    return true;
}

void RowReader::set_time(const Column& column, ReadTime time, Message& m) {
    if (column.rule->pattern == Reading::DayOnly) time = {minute_from_day(day_from_minute(time.minute)), false, std::nullopt};
    if (time.has_time && time.utc_offset_minutes) time.minute += local_offset_ ? *local_offset_ - *time.utc_offset_minutes : 0;
    else if (time.has_time) time.minute += shift_minutes_;
    const auto end_of_day = [&] { return minute_from_day(day_from_minute(time.minute) + 1); };
    switch (column.field) {
        case Field::Received: m.received = time.minute; m.received_has_time = time.has_time; break;
        case Field::Registered: m.registered = time.minute; break;
        case Field::Due: m.due = time.has_time ? time.minute : end_of_day(); m.due_is_end_of_day = !time.has_time; break;
        case Field::Answered: m.answered = time.minute; break;
        case Field::Closed: m.closed = time.minute; m.closed_has_time = time.has_time; break;
        case Field::Forwarded: m.forwarded = time.minute; break;
        case Field::Moved: moved_ = time; break;
        case Field::ExtendedTo: m.extended_to = time.has_time ? time.minute : end_of_day(); break;
        default: break;
    }
}

/// False: nothing is put, the cell has to be looked at closely.
bool RowReader::put_usual(Column& column, const CsvCell& cell, MessageView& message) {
    const std::string_view raw = cell.raw;
    if (cell.has_doubled_quotes) {
        Known** const known = column.usual == Usual::Name ? column.as_written.find(raw) : nullptr;
        return known && put_meaning(column, **known, message);
    }
    switch (column.usual) {
        case Usual::Name: {                                    // what is remembered was trimmed and not empty
            Known* const known = column.known.find(raw);
            return known && !known->is_bad && put_meaning(column, *known, message);
        }
        case Usual::AnyText: return !may_be_empty(raw) && is_surely_trimmed(raw) && !column.always->is_bad && put_meaning(column, *column.always, message);
        case Usual::Time: {
            if (cell.kind != CellKind::Text || may_be_empty(raw)) return false;
            const QuickTime quick = column.quick.read(raw);
            if (quick.minute == kNoTime) return false;
            set_time(column, {quick.minute, quick.has_time, std::nullopt}, message.facts);
            return true;
        }
        case Usual::Number: {
            const auto value = may_be_empty(raw) ? std::nullopt : quick_number(raw);
            if (value) (column.field == Field::Lat ? message.facts.lat : message.facts.lon) = *value;
            return value.has_value();
        }
        case Usual::Rating:
            if (raw.size() != 1 || raw[0] < '1' || raw[0] > '5' || may_be_empty(raw)) return false;
            message.facts.rating = raw[0] - '0';
            return true;
        case Usual::Text:
            if (may_be_empty(raw) || !is_surely_trimmed(raw) || (column.field == Field::Id && raw.size() > kLongestId)) return false;
            message.texts[column.text] = raw;
            return true;
        case Usual::Never: return false;
    }
    return false;
}

std::optional<Error> RowReader::read(const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn) {
    clear(message);
    message.facts.row = row.number;
    reply_ = kNoTime;
    moved_.reset();
    const bool as_written = reads_as_written();
    for (Column& column : columns_) {
        const CsvCell& cell = row.cells[column.index];
        if (cell.raw.empty() || (as_written && put_usual(column, cell, message))) continue;
        if (auto error = (this->*unusual_)(column, row, message, warn)) return error;
    }
    return finish(row, message, warn);
}

}  // namespace problemator
