#include "core/model/heat/matrix_signals.hpp"

#include "core/model/heat/matrix.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"

namespace problemator {
namespace {

void put(JudgedCell& out, const Signals& signals, std::size_t cell) { out = {signals.cells[cell], signals.threshold(cell).value_or(0)}; }

CellsQuestion question_of_names(const Scope& scope, Dimension rows, Dimension columns) { return {.filter = scope.filter, .rows = rows, .columns = columns, .last = scope.week}; }
CellsQuestion question_of_weeks(const Scope& scope, Dimension rows) { return {.filter = scope.filter, .rows = rows, .columns = std::nullopt, .last = scope.week, .weeks = kMatrixWeeks + kJudgeWeeks}; }

void judge_names(std::vector<JudgedCell>& out, const Scope& scope, const MatrixAxes& axes) {
    const CellsQuestion question = question_of_names(scope, static_cast<Dimension>(axes.rows.axis), static_cast<Dimension>(axes.columns.axis));
    const auto cells = cells_of(scope, question);
    const auto signals = signals_of(scope, question, *cells, 0, Judged::EveryCell);
    const std::size_t width = axes.columns.lines.size();
    for (std::size_t at = 0; at < out.size(); ++at)
        if (const auto cell = cells->find(static_cast<Code>(axes.rows.lines[at / width].key), static_cast<Code>(axes.columns.lines[at % width].key))) put(out[at], *signals, *cell);
}

// Every week among the cells of its own week, as it was judged then.
void judge_weeks(std::vector<JudgedCell>& out, const Scope& scope, const MatrixAxes& axes) {
    const CellsQuestion question = question_of_weeks(scope, static_cast<Dimension>(axes.rows.axis));
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

void prepare_matrix(Preparations& out, const Scope& scope, MatrixView view) {
    const ViewShape shape = shape_of(view);
    const auto rows = static_cast<Dimension>(shape.row);
    const auto judge = [&](const auto& question, std::size_t back) { out.push_back([question, back](const Scope& own) { signals_of(own, question(own), *cells_of(own, question(own)), back, Judged::EveryCell); }); };
    if (is_dimension(shape.row) && scope.is_one_week && shape.column == Axis::Week) {
        for (std::size_t back = 0; back < kMatrixWeeks; ++back)
            if (week_period(scope.week - static_cast<Week>(back)).until <= scope.table.as_of) judge([rows](const Scope& own) { return question_of_weeks(own, rows); }, back);
    } else if (is_dimension(shape.row) && is_dimension(shape.column) && scope.is_one_week && scope.is_finished) {
        const auto columns = static_cast<Dimension>(shape.column);
        out.push_back([rows, columns](const Scope& own) { cells_of(own, question_of_names(own, rows, columns)); });
        judge([rows, columns](const Scope& own) { return question_of_names(own, rows, columns); }, 0);
    }
    out.push_back([view](const Scope& own) { build_matrix(own, view); });
}

std::vector<JudgedCell> judge_matrix(const Scope& scope, const MatrixAxes& axes) {
    std::vector<JudgedCell> out(axes.rows.lines.size() * axes.columns.lines.size());
    if (!is_dimension(axes.rows.axis) || !scope.is_one_week || out.empty()) return out;
    if (axes.columns.axis == Axis::Week) judge_weeks(out, scope, axes);
    else if (scope.is_finished) judge_names(out, scope, axes);
    return out;
}

}  // namespace problemator
