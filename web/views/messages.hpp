// The screen «Сообщения»: chips of the active filters, a table that makes only its visible lines, and the card of the opened message.
#pragma once
#include <functional>

#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_messages(Ui& ui, const MessagesPage& page, const ViewContext& context);

/// Makes the line of a table row; asked only for rows that are drawn or opened.
using LineOf = std::function<MessageLine(std::uint32_t row)>;
void draw_messages(Ui& ui, const MessagesPage& page, const ViewContext& context, const LineOf& line_of);

}  // namespace problemator::web
