// The end of a row: its key, what must be there, and what other cells say about its answer.
#include "core/base/hash.hpp"
#include "core/import/message_fields.hpp"
#include "core/import/row_reader.hpp"
#include "core/import/values.hpp"

namespace problemator {
namespace {

/// Key of a row that has no number: equal rows are one message, and a second import finds it again.
std::string content_key(const MessageView& view) {
    std::string all = std::to_string(view.facts.received);
    for (const auto name : {MessageView::Block, MessageView::Topic, MessageView::Subtopic, MessageView::Territory, MessageView::Department}) (all += '\n') += view.names[name].text;
    for (const auto text : {MessageView::Street, MessageView::House, MessageView::Author, MessageView::Body}) (all += '\n') += view.texts[text];
    return sha256_hex({reinterpret_cast<const std::uint8_t*>(all.data()), all.size()}).substr(0, 16);
}

bool is_final(MessageStatus status) {
    switch (status) {
        case MessageStatus::Answered: case MessageStatus::Redirected: case MessageStatus::Rejected: case MessageStatus::Withdrawn: return true;
        case MessageStatus::Unknown: case MessageStatus::New: case MessageStatus::InWork: case MessageStatus::Postponed: return false;
    }
    return false;
}

}  // namespace

std::optional<Error> RowReader::finish(const CsvRow& row, MessageView& message, const std::function<void(Error)>& warn) {
    const auto missing = [&](Field field) {
        Error error{.fault = Fault::MissingValue, .place = {.file = {}, .row = row.number, .column = {}}};
        for (const Column& column : columns_)
            if (column.field == field && error.place.column.empty()) error.place.column = header_.names[column.index];
        return error;
    };
    Message& m = message.facts;
    std::string_view& id = message.texts[MessageView::Id];
    if (id.empty() && channel_.key_of_content) id = content_key_ = content_key(message);
    if (id.empty()) return missing(Field::Id);
    if (m.received == kNoTime) return missing(Field::Received);
    for (const Field field : required_)
        if (is_blank(field, message)) return missing(field);
    if (m.closed == kNoTime && reply_ != kNoTime && m.received_has_time && m.status != MessageStatus::InWork && m.status != MessageStatus::New) {
        m.closed = m.received + reply_;
        m.closed_has_time = true;
    }
    if (m.closed == kNoTime && moved_ && is_final(m.status)) {
        m.closed = moved_->minute;
        m.closed_has_time = moved_->has_time;
    }
    if (m.lat != 0 || m.lon != 0) {
        m.has_place = is_place(m.lat, m.lon);
        if (!m.has_place) {
            m.lat = m.lon = 0;
            warn({.fault = Fault::OutOfRange, .place = {.file = {}, .row = row.number, .column = {}}, .expected = "−90…90, −180…180"});
        }
    }
    return std::nullopt;
}

}  // namespace problemator
