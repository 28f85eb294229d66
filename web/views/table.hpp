// Table: a list of any length of which only the visible rows are made and drawn. Wheel, touch, thumb and keys move it;
// it remembers its place and its cursor while the list stays the same.
#pragma once
#include <functional>
#include <optional>

#include "web/views/virtual_rows.hpp"
#include "web/widgets/ui.hpp"

namespace problemator::web {

inline constexpr double kTableRow = 34;

struct TableSpec {
    std::string_view id;
    std::size_t rows = 0;
    int signature = 0;                       // of the list: place and cursor start anew when it changes
    std::optional<std::size_t> follow;       // row that the cursor stands on whatever the keys did (an opened card)
    bool takes_keys = true;
};

struct TableRow { std::size_t row = 0; Box box; bool is_hovered = false, is_cursor = false; };

struct TableAnswer {
    std::optional<std::size_t> cursor;
    std::optional<std::size_t> opened;       // clicked, or Enter on the cursor
    bool is_moved = false;                   // the keys moved the cursor in this frame
    RowSlice shown;                          // rows that were drawn
    RowSlice whole;                          // rows that are seen entirely
};

/// `draw_row` is called once for every visible row, top to bottom, clipped to `body`. No hits inside rows: the body is one target.
TableAnswer draw_table(Ui& ui, Box body, const TableSpec& spec, const std::function<void(const TableRow&)>& draw_row);

}  // namespace problemator::web
