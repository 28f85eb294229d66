// Virtual rows: which rows of a list of any length are on the screen. Arithmetic only; `scroll` is pixels from the list's top.
#pragma once
#include <cstddef>

namespace problemator::web {

struct RowView { std::size_t rows = 0; double row_height = 34, height = 0; };   // height: of the part that is seen
struct RowSlice { std::size_t first = 0, last = 0; double y = 0; };             // rows [first, last); y of the first, from the view's top
struct Thumb { double y = 0, h = 0; };                                          // of a scroll bar; h = 0: everything is seen

double longest_scroll(const RowView& view);
double clamped_scroll(double scroll, const RowView& view);
RowSlice slice_at(double scroll, const RowView& view);
/// The nearest scroll that shows all of `row`.
double revealing(double scroll, std::size_t row, const RowView& view);
/// The row under `y` (from the view's top); view.rows when there is none.
std::size_t row_at(double y, double scroll, const RowView& view);
std::size_t rows_per_page(const RowView& view);
Thumb thumb_of(double scroll, const RowView& view, double track);
double scroll_of_thumb(double y, const RowView& view, double track);

}  // namespace problemator::web
