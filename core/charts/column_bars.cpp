// Column bars: the totals of the columns as bars that hang under a full matrix of the same width.
#include <algorithm>
#include <cmath>

#include "core/charts/matrix_layout.hpp"
#include "core/charts/pen.hpp"

namespace problemator {

Scene column_bars(const Matrix& matrix, double width, double height) {
    Pen pen{width, height};
    const MatrixLayout layout{matrix, MatrixSize::Full, pen.width()};
    double largest = 0;
    for (const MatrixHead& column : matrix.columns)
        if (std::isfinite(column.value)) largest = std::max(largest, column.value);
    std::string summary = matrix.column_axis_name;
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
        const MatrixHead& column = matrix.columns[c];
        const double inset = std::min(8.0, layout.cell_width() / 5), x = layout.column_x(c) + inset, wide = layout.cell_width() - 2 * inset;
        if (largest > 0 && std::isfinite(column.value)) pen.rect({x, 0, wide, std::max(1.0, pen.height() * std::max(0.0, column.value) / largest)}, Ink::Prev, 1);
        pen.hit({layout.column_x(c), 0, layout.cell_width(), pen.height()}, column.total.href.empty() ? column.href : column.total.href, column.name,
                figure_text(column.total));
        summary += (c == 0 ? (summary.empty() ? "" : ": ") : ", ") + column.name + ' ' + column.total.text;
    }
    return std::move(pen).finish(std::move(summary));
}

}  // namespace problemator
