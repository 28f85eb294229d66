// message_of: a row of a table as the message that it was made of, so that this week's exports can be merged into last week's set.
// What a table does not hold (house, answer, author, the link of an appeal) stays empty.
#pragma once
#include "core/schema/message.hpp"
#include "core/store/table.hpp"

namespace problemator {

/// Fills `message`; its strings keep their capacity. pre: row < table.rows(). Adding the message to a TableBuilder gives the row again.
void message_of(const Table& table, std::size_t row, Message& message);

}  // namespace problemator
