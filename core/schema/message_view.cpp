#include "core/schema/message_view.hpp"

#include <tuple>

namespace problemator {

static_assert(sizeof(void*) != 8 || sizeof(std::string) != 32 || sizeof(Message) == 616, "copy_to must copy every member of Message");

namespace {

/// Everything but names and texts.
template <class SomeMessage>
auto facts_of(SomeMessage& m) {
    return std::tie(m.kind, m.form, m.status, m.outcome, m.received, m.received_has_time, m.registered, m.due, m.due_is_end_of_day, m.due_by_answer, m.answered, m.closed, m.closed_has_time,
                    m.extended_to, m.forwarded, m.overdue, m.fast_track, m.repeat, m.auto_routed, m.auto_control, m.gratitude, m.consultation, m.conflict, m.is_linked, m.matched_rule,
                    m.late_registered, m.late_forwarded, m.lat, m.lon, m.has_place, m.rating, m.author_code, m.repeat_by_author, m.file, m.row);
}

}  // namespace

void MessageView::copy_to(Message& message) const {
    facts_of(message) = facts_of(facts);
    for (std::size_t i = 0; i < kNames; ++i) (message.*kNameMembers[i]).assign(names[i].text);
    for (std::size_t i = 0; i < kTexts; ++i) (message.*kTextMembers[i]).assign(texts[i]);
}

}  // namespace problemator
