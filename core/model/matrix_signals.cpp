#include "core/model/matrix_signals.hpp"

#include "core/model/remembered.hpp"

namespace problemator {
namespace {

void put(JudgedCell& out, const Signals& signals, std::size_t cell) { out = {signals.cells[cell], signals.threshold(cell).value_or(0)}; }

void judge_names(std::vector<JudgedCell>& out, const Scope& scope, const MatrixAxes& axes) {
    const CellsQuestion question{.filter = scope.filter, .rows = static_cast<Dimension>(axes.rows.axis), .columns = static_cast<Dimension>(axes.columns.axis), .last = scope.week};
    const auto cells = cells_of(scope, question);
    const auto signals = signals_of(scope, question, *cells, 0, Judged::EveryCell);
    const std::size_t width = axes.columns.lines.size();
    for (std::size_t at = 0; at < out.size(); ++at)
        if (const auto cell = cells->find(static_cast<Code>(axes.rows.lines[at / width].key), static_cast<Code>(axes.columns.lines[at % width].key))) put(out[at], *signals, *cell);
}

// Every week among the cells of its own week, as it was judged then.
void judge_weeks(std::vector<JudgedCell>& out, const Scope& scope, const MatrixAxes& axes) {
    const CellsQuestion question{.filter = scope.filter, .rows = static_cast<Dimension>(axes.rows.axis), .columns = std::nullopt, .last = scope.week, .weeks = kMatrixWeeks + kJudgeWeeks};
    const auto cells = cells_of(scope, question);
    const std::size_t width = axes.columns.lines.size();
    for (std::size_t c = 0; c < width; ++c) {
        if (week_period(axes.columns.lines[c].key).until > scope.table.as_of) continue;
        const auto signals = signals_of(scope, question, *cells, width - 1 - c, Judged::EveryCell);
        for (std::size_t r = 0; r < axes.rows.lines.size(); ++r)
            if (const auto cell = cells->find(static_cast<Code>(axes.rows.lines[r].key), kNotGiven)) put(out[r * width + c], *signals, *cell);
    }
}

}  // namespace

std::vector<JudgedCell> judge_matrix(const Scope& scope, const MatrixAxes& axes) {
    std::vector<JudgedCell> out(axes.rows.lines.size() * axes.columns.lines.size());
    if (!is_dimension(axes.rows.axis) || !scope.is_one_week || out.empty()) return out;
    if (axes.columns.axis == Axis::Week) judge_weeks(out, scope, axes);
    else if (scope.is_finished) judge_names(out, scope, axes);
    return out;
}

}  // namespace problemator
