// MatrixLayout: where the rows, columns and totals of a matrix stand; shared by the matrix and the bars under it.
#pragma once
#include "core/charts/charts.hpp"

namespace problemator {

struct MatrixLayout {
    double width = 0, label_width = 0, column_step = 0, row_step = 0, head = 0, foot = 0;
    double left = 0;              // of the first column
    double total_right = 0;       // right edge of the row totals
    double change_right = 0;      // right edge of their changes (Full only)
    double bar_left = 0, bar_width = 0;
    std::vector<std::vector<std::string>> heads;   // lines of each column's head; empty: one line, cut where it must be
    static constexpr double kGap = 2, kHeadLine = 14;

    MatrixLayout(const Matrix& matrix, MatrixSize size, double width);
    double cell_width() const { return column_step - kGap > 1 ? column_step - kGap : 1; }
    double column_x(std::size_t c) const { return left + static_cast<double>(c) * column_step; }
    double row_y(std::size_t r) const { return head + static_cast<double>(r) * row_step; }
    double height(std::size_t rows) const { return head + row_step * static_cast<double>(rows) + foot; }
    double row_middle(std::size_t r) const { return row_y(r) + (row_step - kGap) / 2; }
};

}  // namespace problemator
