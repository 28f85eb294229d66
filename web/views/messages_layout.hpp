// Where the parts of the message list stand at a given size. Pure: no drawing, no ImGui.
#pragma once
#include <vector>

#include "core/charts/scene.hpp"
#include "core/model/messages/messages_page.hpp"

namespace problemator::web {

enum class MessageField : std::uint8_t { Received, Channel, Territory, Topic, Text, Department, Status, Unknown };
MessageField field_of(std::string_view column_id);

struct ColumnPlace {
    MessageField field = MessageField::Unknown;
    std::size_t index = 0;              // into MessagesPage::columns
    double x = 0, w = 0;                // of the words, without the gap after them
    Anchor anchor = Anchor::Start;
};
enum class TextColumn : std::uint8_t { Shown, LeftOut };   // a published snapshot holds no texts
/// Columns between `left` and `right`; those that do not fit at their least width are left out, the least needed first (the text).
std::vector<ColumnPlace> layout_columns(const std::vector<MessagesPage::Column>& columns, TextColumn text, double left, double right);

struct MessagesLayout {
    Box rail, list, card;               // rail.w = 0 and card.w = 0 when closed; the rail of a narrow page is a sheet, not here
    Box filters_button, chips, head, body, foot;
    Point count;                        // right end of «298 из 27 019»
    Point export_icon;                  // the middle of the list's menu button
};
struct MessagesSizes { double filters = 0, count = 0; bool has_rail = false; };
MessagesLayout layout_messages(const MessagesPage& page, const MessagesSizes& sizes, double width, double height);

}  // namespace problemator::web
