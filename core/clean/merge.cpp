#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/clean/clean.hpp"

namespace problemator {
namespace {

/// Everything that a message says, without its place in a file.
auto facts(const Message& m) {
    return std::tie(m.id, m.channel, m.kind, m.form, m.status, m.outcome, m.received, m.received_has_time, m.registered, m.due, m.due_is_end_of_day,
                    m.due_by_answer, m.answered, m.closed, m.closed_has_time, m.extended_to, m.overdue, m.fast_track, m.repeat, m.auto_routed, m.auto_control,
                    m.gratitude, m.consultation, m.block, m.topic, m.subtopic, m.territory, m.department, m.network, m.street, m.house, m.lat, m.lon,
                    m.has_place, m.rating, m.text, m.answer, m.linked_id, m.author, m.forwarded, m.conflict, m.rubric_code, m.tags);
}

Minute last_event(const Message& m) { return std::max({m.received, m.registered, m.answered, m.closed, m.extended_to}); }   // kNoTime is least

template <class Value>
void fill(Value& value, const Value& from, const Value& blank) {
    if (value == blank) value = from;
}

/// Blanks of `m` from another row of the same message.
void fill_blanks(Message& m, const Message& from) {
    fill(m.form, from.form, Form::Unknown);
    fill(m.status, from.status, MessageStatus::Unknown);
    fill(m.outcome, from.outcome, Outcome::Unknown);
    fill(m.registered, from.registered, kNoTime);
    if (m.due == kNoTime) std::tie(m.due, m.due_is_end_of_day) = std::tie(from.due, from.due_is_end_of_day);
    fill(m.answered, from.answered, kNoTime);
    if (m.closed == kNoTime) std::tie(m.closed, m.closed_has_time) = std::tie(from.closed, from.closed_has_time);
    fill(m.extended_to, from.extended_to, kNoTime);
    fill(m.forwarded, from.forwarded, kNoTime);
    for (const auto flag : {&Message::overdue, &Message::fast_track, &Message::repeat, &Message::auto_routed, &Message::auto_control})
        fill(m.*flag, from.*flag, Answer::Unknown);
    m.gratitude |= from.gratitude;
    m.consultation |= from.consultation;
    m.conflict |= from.conflict;
    for (const auto text : {&Message::block, &Message::topic, &Message::subtopic, &Message::territory, &Message::department, &Message::network,
                            &Message::street, &Message::house, &Message::text, &Message::answer, &Message::linked_id, &Message::author, &Message::rubric_code, &Message::tags})
        fill(m.*text, from.*text, std::string{});
    if (!m.has_place) std::tie(m.lat, m.lon, m.has_place) = std::tie(from.lat, from.lon, from.has_place);
    fill(m.rating, from.rating, 0);
}

/// Earlier than the rest of the record, so that a row without an hour is told apart from one with it.
bool is_same_day(const Message& a, const Message& b) { return day_from_minute(a.received) == day_from_minute(b.received); }

}  // namespace

MergeOutcome Merger::add(Message message) {
    const auto [place, is_new] = by_key_.emplace(message.channel + '\n' + message.id, messages_.size());
    if (is_new) {
        messages_.push_back(std::move(message));
        return MergeOutcome::Added;
    }
    Message& old = messages_[place->second];
    const bool is_newer = last_event(message) >= last_event(old);
    Message merged = is_newer ? message : old;
    const Message& other = is_newer ? old : message;
    fill_blanks(merged, other);
    if (!merged.received_has_time && other.received_has_time && is_same_day(merged, other)) {
        merged.received = other.received;
        merged.received_has_time = true;
    }
    if (facts(merged) == facts(old)) return MergeOutcome::Duplicate;
    old = std::move(merged);
    return MergeOutcome::Updated;
}

std::vector<Message> Merger::finish() && {
    std::vector<std::size_t> order(messages_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Message &x = messages_[a], &y = messages_[b];
        return std::tie(x.received, x.channel, x.id) < std::tie(y.received, y.channel, y.id);
    });
    for (std::size_t i = 0; i < order.size(); ++i) {   // in place, a cycle at a time: a second million of messages would not fit
        if (order[i] == i) continue;
        Message first = std::move(messages_[i]);
        std::size_t to = i;
        while (order[to] != i) {
            messages_[to] = std::move(messages_[order[to]]);
            to = std::exchange(order[to], to);
        }
        messages_[to] = std::move(first);
        order[to] = to;
    }
    return std::move(messages_);
}

}  // namespace problemator
