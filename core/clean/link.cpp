// Links across channels: a ПОС message that was registered as a 59-ФЗ appeal is one problem, not two.
#include <algorithm>
#include <tuple>

#include "core/clean/clean.hpp"

namespace problemator {
namespace {

constexpr std::string_view kPlatform = "pos";

void fill(std::string& text, const std::string& from) {
    if (text.empty()) text = from;
}

/// The register rules the legal side (times, deadline, status), the platform keeps what only it knows (rating, fast track, fact).
void take_in_appeal(Message& m, const Message& appeal) {
    m.kind = Kind::Appeal;
    m.is_linked = true;
    m.linked_id = appeal.id;
    m.registered = appeal.registered;
    m.answered = appeal.answered;
    m.extended_to = appeal.extended_to;
    std::tie(m.closed, m.closed_has_time) = std::tie(appeal.closed, appeal.closed_has_time);
    if (appeal.due != kNoTime) {
        std::tie(m.due, m.due_is_end_of_day, m.due_by_answer) = std::tie(appeal.due, appeal.due_is_end_of_day, appeal.due_by_answer);
    }
    const MessageStatus by_times = appeal.closed == kNoTime ? MessageStatus::InWork : MessageStatus::Answered;
    m.status = appeal.status == MessageStatus::Unknown ? by_times : appeal.status;
    if (appeal.outcome != Outcome::Unknown) m.outcome = appeal.outcome;
    for (const auto text : {&Message::block, &Message::topic, &Message::subtopic, &Message::territory, &Message::department, &Message::street,
                            &Message::house, &Message::text, &Message::answer, &Message::author})
        fill(m.*text, appeal.*text);
}

/// The earlier record stays and learns from the copy what it does not know itself.
void take_in_copy(Message& m, const Message& copy) {
    const bool was_linked = !m.linked_id.empty();
    if (copy.kind == Kind::Appeal && m.kind == Kind::Message) take_in_appeal(m, copy);
    m.is_linked = true;
    if (!was_linked) m.linked_id = copy.channel + ":" + copy.id;
    for (const auto text : {&Message::block, &Message::topic, &Message::subtopic, &Message::territory, &Message::department, &Message::street, &Message::house})
        fill(m.*text, copy.*text);
    if (!m.has_place) std::tie(m.lat, m.lon, m.has_place) = std::tie(copy.lat, copy.lon, copy.has_place);
}

}  // namespace

std::uint32_t link_appeals(RecordSet& records, std::vector<bool>& gone) {
    Message appeal, message;
    std::unordered_map<std::string, std::vector<std::size_t>> appeals_of;   // id of a ПОС message → the appeals that name it
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (gone[i] || records.kind(i) != Kind::Appeal || records.channel(i) == kPlatform) continue;
        records.get(i, appeal);
        if (!appeal.linked_id.empty()) appeals_of[appeal.linked_id].push_back(i);
    }
    if (appeals_of.empty()) return 0;
    std::uint32_t linked = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (gone[i] || records.channel(i) != kPlatform) continue;
        const auto found = appeals_of.find(std::string{records.id(i)});
        if (found == appeals_of.end()) continue;
        records.get(i, message);
        records.get(found->second.front(), appeal);
        take_in_appeal(message, appeal);
        records.set(i, message);
        gone[found->second.front()] = true;
        ++linked;
    }
    return linked;
}

std::uint32_t link_duplicates(RecordSet& records, const std::vector<Duplicate>& found, std::vector<bool>& gone) {
    Message lead, copy;
    std::uint32_t linked = 0;
    for (const Duplicate& pair : found) {
        if (gone[pair.row]) continue;
        if (pair.kind == DuplicateKind::Repeat) {
            records.get(pair.row, copy);
            if (copy.repeat == Answer::Unknown) copy.repeat = Answer::Yes;
            records.set_facts(pair.row, copy);
            continue;
        }
        if (gone[pair.lead]) continue;
        records.get(pair.lead, lead);
        records.get(pair.row, copy);
        take_in_copy(lead, copy);
        records.set(pair.lead, lead);
        gone[pair.row] = true;
        ++linked;
    }
    return linked;
}

}  // namespace problemator
