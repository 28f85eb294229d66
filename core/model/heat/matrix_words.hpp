// Words of a matrix: title, note, tooltips of cells, and «Почему это число» of all its figures, made once and completed by each cell.
#pragma once
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/heat/matrix_axes.hpp"
#include "core/model/heat/matrix_model.hpp"

namespace problemator {

/// The line of a cell's tooltip that names its norm.
inline constexpr Phrase kNormLine = {"норма", "norm"};

Phrase matrix_title(MatrixView view);
std::string axis_words(Axis axis, Lang lang);
/// What the cells say, of which period; what is not shown and why.
std::string matrix_note(const Scope& scope, const MatrixAxes& axes, Measure measure, bool has_norms);

/// The explanation that all figures of a matrix share; a hundred cells must not say their filter a hundred times anew.
struct MatrixWhy {
    std::vector<std::pair<std::string, std::string>> common;   // formula, period, clocks
    std::string filter_label, filter;                          // without the line itself
    std::string rows_label;
};
MatrixWhy matrix_why(const Scope& scope, const State& rows, Measure measure);
/// `row` and `column`: names of the lines; empty for a margin.
void explain_line(Figure& figure, const MatrixWhy& why, const Scope& scope, const std::string& row, const std::string& column);

struct CellFacts {
    const Scope& scope;
    Measure measure{};
    std::string title;
    std::uint32_t n = 0;
    const Signal& signal;
    std::optional<Week> base;
    std::uint32_t base_count = 0;
};
void add_tooltip(Cell& cell, const CellFacts& facts);
/// Standard deviations from the norm: (count − μ) / √(φ·μ).
double deviation_of(const Signal& signal);
void explain_deviation(Figure& figure, const CellFacts& facts);

}  // namespace problemator
