#include "web/views/virtual_rows.hpp"

#include <algorithm>
#include <cmath>

namespace problemator::web {
namespace {

constexpr double kLeastThumb = 32;
double content_height(const RowView& view) { return static_cast<double>(view.rows) * view.row_height; }

}  // namespace

double longest_scroll(const RowView& view) { return std::max(0.0, content_height(view) - view.height); }
double clamped_scroll(double scroll, const RowView& view) { return std::clamp(std::isfinite(scroll) ? scroll : 0, 0.0, longest_scroll(view)); }

RowSlice slice_at(double scroll, const RowView& view) {
    if (view.rows == 0 || view.height <= 0) return {};
    const double kept = clamped_scroll(scroll, view);
    const auto first = static_cast<std::size_t>(kept / view.row_height);
    const auto last = static_cast<std::size_t>(std::ceil((kept + view.height) / view.row_height));
    return {first, std::min(last, view.rows), static_cast<double>(first) * view.row_height - kept};
}

double revealing(double scroll, std::size_t row, const RowView& view) {
    const double top = static_cast<double>(row) * view.row_height;
    if (top < scroll) return clamped_scroll(top, view);
    if (top + view.row_height > scroll + view.height) return clamped_scroll(top + view.row_height - view.height, view);
    return clamped_scroll(scroll, view);
}

std::size_t row_at(double y, double scroll, const RowView& view) {
    if (y < 0 || y >= view.height) return view.rows;
    return std::min(view.rows, static_cast<std::size_t>((clamped_scroll(scroll, view) + y) / view.row_height));
}

std::size_t rows_per_page(const RowView& view) {
    return static_cast<std::size_t>(std::max(1.0, std::floor(view.height / view.row_height) - 1));
}

Thumb thumb_of(double scroll, const RowView& view, double track) {
    const double longest = longest_scroll(view);
    if (longest <= 0 || track <= 0) return {};
    const double h = std::clamp(track * view.height / content_height(view), std::min(kLeastThumb, track), track);
    return {(track - h) * clamped_scroll(scroll, view) / longest, h};
}

double scroll_of_thumb(double y, const RowView& view, double track) {
    const double h = thumb_of(0, view, track).h;
    return track - h <= 0 ? 0 : clamped_scroll(y / (track - h) * longest_scroll(view), view);
}

}  // namespace problemator::web
