// Fields of a channel's columns and where a message keeps them.
#pragma once
#include "core/import/channel.hpp"
#include "core/schema/message_view.hpp"

namespace problemator {

/// nullptr: the field is no name.
NameView* name_of(Field field, MessageView& m);
/// nullptr: the field is no text.
std::string_view* text_of(Field field, MessageView& m);
/// A name or a text that is empty; false for other fields.
bool is_blank(Field field, MessageView& m);
/// The code of an enumeration or of yes and no; a flag that a row has set stays set.
void put_code(Field field, int code, Message& m);

}  // namespace problemator
