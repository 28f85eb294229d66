// MessageView: a message as it stands in the rows of a file — its texts are views into the row, its names carry numbers, so that columns
// are made of it without copying a text twice or looking a name up again.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "core/schema/message.hpp"

namespace problemator {

struct NameView {
    std::string_view text;
    std::uint32_t number = 0;                    // equal numbers of one source are equal names; 0 = nobody numbered it
};

struct MessageView {
    enum Name : std::uint8_t { Channel, Block, Topic, Subtopic, Territory, Department, Network, kNames };
    enum Text : std::uint8_t { Id, Body, Answer, LinkedId, Author, Street, House, RubricCode, Tags, kTexts };

    Message facts;                               // everything but its texts and names, which stay empty
    std::array<NameView, kNames> names;
    std::array<std::string_view, kTexts> texts;  // valid until the next row is read
    std::uint32_t source = 0;                    // whose numbers the names carry: grows with every table
    bool is_utf8 = false;                        // known to be; otherwise who keeps it looks

    /// As a message of its own; the strings of `message` keep their capacity.
    void copy_to(Message& message) const;
};

inline constexpr std::array<std::string Message::*, MessageView::kNames> kNameMembers = {
    &Message::channel, &Message::block, &Message::topic, &Message::subtopic, &Message::territory, &Message::department, &Message::network};
inline constexpr std::array<std::string Message::*, MessageView::kTexts> kTextMembers = {
    &Message::id, &Message::text, &Message::answer, &Message::linked_id, &Message::author, &Message::street, &Message::house, &Message::rubric_code, &Message::tags};

}  // namespace problemator
