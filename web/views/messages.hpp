// The screen «Сообщения»: chips of the active filters, a table that makes only its visible lines, and the card of the opened message.
#pragma once
#include "web/views/views.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

void draw_messages(Ui& ui, const MessagesPage& page, const ViewContext& context);

}  // namespace problemator::web
