// Links across channels: a ПОС message that was registered as a 59-ФЗ appeal is one problem, not two.
#include <algorithm>
#include <tuple>

#include "core/clean/clean.hpp"

namespace problemator {
namespace {

void fill(std::string& text, const std::string& from) {
    if (text.empty()) text = from;
}

/// The register rules the legal side (times, deadline, status), the platform keeps what only it knows (rating, fast track, fact).
void take_in_appeal(Message& m, const Message& appeal) {
    m.kind = Kind::Appeal;
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

}  // namespace

std::uint32_t link_appeals(std::vector<Message>& messages) {
    std::unordered_map<std::string, std::size_t> platform;   // id of a ПОС message → its place
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (messages[i].channel == "pos") platform.emplace(messages[i].id, i);
    std::vector<bool> is_taken(messages.size(), false);
    std::uint32_t linked = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message& appeal = messages[i];
        if (appeal.kind != Kind::Appeal || appeal.channel == "pos" || appeal.linked_id.empty()) continue;
        const auto found = platform.find(appeal.linked_id);
        if (found == platform.end()) continue;
        take_in_appeal(messages[found->second], appeal);
        platform.erase(found);
        is_taken[i] = true;
        ++linked;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (is_taken[i]) continue;
        if (kept != i) messages[kept] = std::move(messages[i]);
        ++kept;
    }
    messages.resize(kept);
    return linked;
}

}  // namespace problemator
