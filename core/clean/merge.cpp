#include <algorithm>
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
                    m.has_place, m.rating, m.text, m.answer, m.linked_id, m.author, m.forwarded, m.author_code, m.conflict, m.rubric_code, m.tags);
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
    fill(m.author_code, from.author_code, std::uint64_t{0});
    if (from.is_linked) {   // a platform message that was found to be an appeal stays one when only the platform is exported again
        m.is_linked = true;
        m.kind = from.kind;
    }
}

/// Earlier than the rest of the record, so that a row without an hour is told apart from one with it.
bool is_same_day(const Message& a, const Message& b) { return day_from_minute(a.received) == day_from_minute(b.received); }

std::uint32_t key_hash(const Message& m) {
    const std::uint64_t id = std::hash<std::string_view>{}(m.id), channel = std::hash<std::string_view>{}(m.channel);
    return static_cast<std::uint32_t>((id * 31 + channel) * 0x9E3779B97F4A7C15u >> 32);
}

}  // namespace

void Merger::grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old) {
        if (slot.record == 0) continue;
        std::size_t at = slot.hash & (slots_.size() - 1);
        while (slots_[at].record != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

/// Of the record with this key, or the free one where it belongs.
Merger::Slot& Merger::slot_of(const Message& m, std::uint32_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].record != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::size_t record = slots_[at].record - 1;
        if (slots_[at].hash == hash && records_.id(record) == m.id && records_.channel(record) == m.channel) break;
    }
    return slots_[at];
}

void Merger::ask_for(const Message& message) const { __builtin_prefetch(&slots_[key_hash(message) & (slots_.size() - 1)]); }

MergeOutcome Merger::add(const Message& message, const TextSketch& sketch) {
    if (records_.size() * 2 >= slots_.size()) grow();
    const std::uint32_t hash = key_hash(message);
    Slot& slot = slot_of(message, hash);
    if (slot.record == 0) {
        records_.add(message, sketch);
        slot = {hash, static_cast<std::uint32_t>(records_.size())};
        return MergeOutcome::Added;
    }
    records_.get(slot.record - 1, old_);
    const bool is_newer = last_event(message) >= last_event(old_);
    Message merged = is_newer ? message : old_;
    const Message& other = is_newer ? old_ : message;
    fill_blanks(merged, other);
    if (!merged.received_has_time && other.received_has_time && is_same_day(merged, other)) {
        merged.received = other.received;
        merged.received_has_time = true;
    }
    if (facts(merged) == facts(old_)) return MergeOutcome::Duplicate;
    records_.set(slot.record - 1, merged);
    return MergeOutcome::Updated;
}

RecordSet Merger::finish() && {
    slots_ = {};
    records_.sort();
    return std::move(records_);
}

}  // namespace problemator
