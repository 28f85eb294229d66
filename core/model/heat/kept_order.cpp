#include "core/model/heat/kept_order.hpp"

#include "core/model/heat/matrix_axes.hpp"

namespace problemator {
namespace {

std::vector<std::string> ids_of(Axis axis, const std::vector<MatrixHead>& heads) {
    std::vector<std::string> out;
    for (const MatrixHead& head : heads)
        if (is_dimension(axis) && !head.id.empty()) out.push_back(head.id);
    return out;
}

}  // namespace

void keep_order(HeaderModel& header, const HeatmapPage& page, const State& state) {
    const ViewShape shape = shape_of(state.view);
    const auto rows = ids_of(shape.row, page.matrix.rows), columns = ids_of(shape.column, page.matrix.columns);
    if (rows.empty() || state.order == Order::ByName || state.order == Order::ByProfile) return;
    const auto keep = [&](std::string& href) {
        if (href.empty()) return;
        State there = from_hash(href);
        there.order_week.reset();
        there.row_order = rows;
        there.column_order = columns;
        href = to_hash(there);
    };
    keep(header.previous_href);
    keep(header.next_href);
    for (WeekChoice& week : header.weeks) keep(week.href);
}

}  // namespace problemator
