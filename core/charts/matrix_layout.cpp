#include "core/charts/matrix_layout.hpp"

#include <algorithm>
#include <cmath>

namespace problemator {
namespace {

// Heights and paddings by size: compact in a panel, full on its own screen, print on A4.
struct Measures { double row, head, foot, least_label, label_size, totals, change; };

constexpr Measures measures_of(MatrixSize size) {
    switch (size) {
        case MatrixSize::Compact: return {20, 22, 26, 72, 12, 50, 0};
        case MatrixSize::Full: return {44, 34, 50, 92, 13, 74, 40};
        case MatrixSize::Print: return {19, 20, 2, 88, 12, 76, 0};
    }
    return {20, 22, 26, 72, 12, 50, 0};
}

constexpr std::size_t kManyColumns = 8;
constexpr double kTwoLines = 120;                    // a name wider than two lines of a narrow column

// Many narrow columns with names of three words and more: their heads get a third line.
double head_height(const Matrix& matrix, MatrixSize size) {
    const auto is_long = [](const MatrixHead& column) { return std::count(column.name.begin(), column.name.end(), ' ') >= 2 && text_width(column.name, 11, Weight::SemiBold) > kTwoLines; };
    const bool is_tall = size == MatrixSize::Full && matrix.columns.size() > kManyColumns && std::any_of(matrix.columns.begin(), matrix.columns.end(), is_long);
    return measures_of(size).head + (is_tall ? MatrixLayout::kHeadLine : 0);
}

// The selected row is heavier; a panel has none.
double widest_label(const Matrix& matrix, MatrixSize size, double text_size) {
    const Weight weight = size == MatrixSize::Full ? Weight::SemiBold : Weight::Regular;
    double widest = 0;
    for (const MatrixHead& row : matrix.rows) widest = std::max(widest, text_width(row.name, text_size, weight));
    return widest;
}

double widest_total(const Matrix& matrix, double text_size) {
    double widest = text_width(matrix.total.text, text_size, Weight::SemiBold);
    for (const MatrixHead& row : matrix.rows) widest = std::max(widest, text_width(row.total.text, text_size, Weight::Medium));
    return widest;
}

}  // namespace

MatrixLayout::MatrixLayout(const Matrix& matrix, MatrixSize size, double full_width) : width{full_width} {
    const Measures m = measures_of(size);
    row_step = m.row;
    head = head_height(matrix, size);
    foot = m.foot;
    const double most = std::max(40.0, width * 0.3);
    label_width = std::ceil(std::clamp(widest_label(matrix, size, m.label_size) + (size == MatrixSize::Compact ? 8 : 12), std::min(m.least_label, most), most));
    left = label_width;
    const double room = width - label_width - m.totals - m.change;
    const auto columns = std::max<std::size_t>(1, matrix.columns.size());
    column_step = std::max(3.0, std::floor(room / static_cast<double>(columns)));
    if (size == MatrixSize::Full) column_step = std::min(column_step, 120.0);
    change_right = size == MatrixSize::Full ? std::min(width, left + column_step * static_cast<double>(columns) + m.totals + m.change) : width;
    total_right = change_right - m.change;
    bar_left = left + column_step * static_cast<double>(columns) + 6;
    bar_width = std::max(2.0, total_right - bar_left - std::max(size == MatrixSize::Full ? 40.0 : 26.0, widest_total(matrix, m.label_size) + 8));
}

double matrix_height(const Matrix& matrix, MatrixSize size) {
    const Measures m = measures_of(size);
    return head_height(matrix, size) + m.row * static_cast<double>(matrix.rows.size()) + m.foot;
}

}  // namespace problemator
