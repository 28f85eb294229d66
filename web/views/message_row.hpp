// One line of the message list, and the foot under the list that says where the reader is and which keys work.
#pragma once
#include "web/views/messages_layout.hpp"
#include "web/views/table.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

/// `is_open`: its card is open beside the list.
void draw_message_row(Ui& ui, const MessageLine& line, const TableRow& row, const std::vector<ColumnPlace>& places, bool is_open);

struct TableFoot { RowSlice whole; std::size_t rows = 0; bool has_card = false, is_published = false; double padding = 20; };
/// Words that do not fit are left out, the least needed first; nothing is cut.
void draw_table_foot(Ui& ui, Box box, const TableFoot& foot);

}  // namespace problemator::web
