#include "core/model/heat/matrix.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/heat/matrix_counts.hpp"
#include "core/model/heat/matrix_measures.hpp"
#include "core/model/heat/matrix_signals.hpp"
#include "core/model/heat/matrix_words.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

class MatrixBuilder {
public:
    MatrixBuilder(const Scope& scope, MatrixView view)
        : scope_{scope}, view_{view}, axes_{matrix_axes(scope, view)}, measure_{matrix_measure(scope.state, view)}, kind_{cell_meaning(scope.state)} {
        const auto source = rows_of(measure_);
        filter_ = scope.filter;
        filter_.basis = source.basis;
        filter_.with |= source.with | (view == MatrixView::WeekdayHour ? bit(Mark::HasTime) : 0);
        filter_.period = axes_.period;
        rows_ = with_marks(rows_state(scope, source.basis, axes_.period), filter_.with);
    }

    BuiltMatrix build() && {
        now_ = count_matrix(scope_.table, narrowed(scope_, filter_), axes_);
        count_base();
        judged_ = measure_ == Measure::Count ? judge_matrix(scope_, axes_) : std::vector<JudgedCell>(now_.cells.size());
        why_ = matrix_why(scope_, rows_, measure_);
        fill_heads(axes_.rows, built_.matrix.rows, now_.rows, base_.rows);
        fill_heads(axes_.columns, built_.matrix.columns, now_.columns, base_.columns);
        fill_cells();
        fill_texts();
        built_.axes = std::move(axes_);
        return std::move(built_);
    }

private:
    std::size_t columns() const { return axes_.columns.lines.size(); }
    bool is_by_week() const { return axes_.columns.axis == Axis::Week; }

    // Weeks beside weeks are set against their own bases; names against the base of the one week that is shown.
    void count_base() {
        const bool is_by_hour = axes_.rows.axis == Axis::Weekday;
        const auto base = scope_.base_week(scope_.week);
        if (is_by_hour || scope_.state.compare == Compare::None || scope_.state.compare == Compare::Plan || (!is_by_week() && !base)) return;
        Filter filter = filter_;
        if (!is_by_week()) {
            filter.period = week_period(*base);
            base_ = count_matrix(scope_.table, narrowed(scope_, filter), axes_);
            return;
        }
        const auto base_of = [&](Week week) { return scope_.state.compare == Compare::YearAgo ? year_before(week) : week - 1; };
        const MatrixAxes axes = with_base_weeks(axes_, base_of);
        filter.period = {first_minute_of_week(axes.columns.lines.front().key), first_minute_of_week(axes.columns.lines.back().key + 1)};
        base_ = count_matrix(scope_.table, narrowed(scope_, filter), axes);
        for (const AxisLine& line : axes.columns.lines) base_weeks_.push_back(line.key);
    }

    /// The week that the cells of a column are set against.
    std::optional<Week> base_week(std::size_t column) const {
        if (base_.cells.empty()) return std::nullopt;
        if (!is_by_week()) return scope_.base_week(scope_.week);
        const bool is_over = week_period(axes_.columns.lines[column].key).until <= scope_.table.as_of;
        return is_over && scope_.has_history(base_weeks_[column]) ? std::optional{base_weeks_[column]} : std::nullopt;
    }

    double people_of(const MatrixAxis& axis, const AxisLine& line) const {
        const auto& profile = scope_.world.profile;
        if (measure_ != Measure::PerThousand) return 0;
        if (axis.axis != Axis::Territory) return profile.population;
        for (const Territory& territory : profile.territories)
            if (territory.id == line.id) return territory.population.value_or(0);
        return 0;
    }

    void fill_heads(const MatrixAxis& axis, std::vector<MatrixHead>& heads, const std::vector<Tally>& now, const std::vector<Tally>& earlier) const {
        for (std::size_t i = 0; i < axis.lines.size(); ++i) {
            const auto& line = axis.lines[i];
            MatrixHead head{line.id, line.name, line.short_name, {}, {}, 0, {}};
            State rows = rows_;
            const bool is_link = narrow(rows, scope_, axis.axis, line.key);
            head.total = measure_figure(scope_, now[i], measure_, rows, people_of(axis, line));
            if (head.total.text.empty()) head.total.text = head.total.value ? "0" : std::string{kNone};
            if (!is_link) head.total.href.clear();
            explain_line(head.total, why_, scope_, line.name, {});
            head.value = head.total.value.value_or(0);
            const bool is_count = measure_ == Measure::Count && !is_by_week();
            if (is_count && !earlier.empty()) head.change = bare_change(scope_.world, now[i].n, earlier[i].n, scope_.lang);
            head.href = head_link(axis, line);
            heads.push_back(std::move(head));
        }
    }

    // A head narrows the heat map to its line; weekdays and hours are no filters.
    std::string head_link(const MatrixAxis& axis, const AxisLine& line) const {
        if (!is_dimension(axis.axis) && axis.axis != Axis::Week) return {};
        State state = on_screen(scope_.state, Screen::Heatmap);
        narrow(state, scope_, axis.axis, line.key);
        return to_hash(state);
    }

    std::string cell_link(const AxisLine& row, const AxisLine& column) const {
        State state = on_screen(scope_.state, Screen::Heatmap);
        state.view = view_;
        state.cell = {row.id, column.id};
        return to_hash(state);
    }

    // The shade tells nothing: the palest one, in the palette of two sides the middle.
    int hidden_class() const { return kind_ == CellMeaning::Value ? 1 : deviation_class(0); }

    void set_none(Cell& cell) const {
        cell.figure.text = kNone;
        cell.figure.value.reset();
        cell.value = 0;
        cell.color_class = -1;
    }

    void set_change(Cell& cell, std::size_t at) const {
        if (cell.is_hidden) return;
        if (!base_week(at % columns())) return set_none(cell);
        if (is_hidden_count(scope_.world, base_.cells[at].n)) return set_none(cell);   // the difference would tell it
        const auto difference = static_cast<std::int64_t>(now_.cells[at].n) - static_cast<std::int64_t>(base_.cells[at].n);
        cell.figure.text = difference == 0 ? std::string{} : bare_change(scope_.world, now_.cells[at].n, base_.cells[at].n, scope_.lang);
        cell.figure.value = cell.value = static_cast<double>(difference);
        cell.color_class = change_class(difference);
    }

    // A cell that was never counted has no norm and nothing to say.
    void set_deviation(Cell& cell, const Signal& signal) const {
        if (cell.is_hidden) return;
        if (!signal.norm) {
            if (cell.figure.n > 0 || !has_norms_) return set_none(cell);
            cell.color_class = deviation_class(0);
            return;
        }
        const double z = deviation_of(signal);
        cell.figure.text = cell.figure.n == 0 && std::fabs(z) < 0.05 ? std::string{} : format_signed(z, 1, scope_.lang);
        cell.figure.value = cell.value = z;
        cell.color_class = deviation_class(z);
    }

    Cell make_cell(std::size_t r, std::size_t c) {
        const auto& row = axes_.rows.lines[r];
        const auto& column = axes_.columns.lines[c];
        const std::size_t at = r * columns() + c;
        const Signal& signal = judged_[at].signal;
        Cell cell;
        State rows = rows_;
        const bool is_link = narrow(rows, scope_, axes_.rows.axis, row.key) && narrow(rows, scope_, axes_.columns.axis, column.key);
        cell.figure = measure_figure(scope_, now_.cells[at], measure_, rows, people_of(axes_.rows, row));
        cell.is_hidden = is_hidden_count(scope_.world, now_.cells[at].n);
        cell.value = cell.figure.value.value_or(0);
        cell.color_class = cell.is_hidden ? hidden_class() : color_class(cell.figure, measure_);
        if (!is_link) cell.figure.href.clear();
        if (signal.norm && !cell.is_hidden) {
            cell.expected = signal.norm->mean;
            cell.threshold = judged_[at].threshold;
            cell.is_surge = signal.is_surge;
        }
        if (kind_ == CellMeaning::Change) set_change(cell, at);
        if (kind_ == CellMeaning::Deviation) set_deviation(cell, signal);
        if (!cell.figure.text.empty()) explain_line(cell.figure, why_, scope_, row.name, column.name);
        cell.row_id = row.id;
        cell.column_id = column.id;
        cell.href = view_ == MatrixView::WeekdayHour ? cell.figure.href : cell_link(row, column);
        CellFacts facts{scope_, measure_, row.name + " · " + column.name, now_.cells[at].n, signal, {}, {}};
        if (const auto base = base_week(c)) facts.base = base, facts.base_count = base_.cells[at].n;
        add_tooltip(cell, facts);
        if (kind_ == CellMeaning::Deviation) explain_deviation(cell.figure, facts);
        if (cell.is_surge && (!is_by_week() || c + 1 == columns())) note_surge(at, signal);
        return cell;
    }

    void note_surge(std::size_t at, const Signal& signal) {
        const double excess = signal.count - signal.norm->mean;
        ++built_.alarms.surges;
        built_.alarms.excess += excess;
        if (built_.alarms.largest && excess <= built_.alarms.largest_excess) return;
        built_.alarms.largest = at;
        built_.alarms.largest_excess = excess;
    }

    void fill_cells() {
        has_norms_ = std::any_of(judged_.begin(), judged_.end(), [](const JudgedCell& cell) { return cell.signal.norm.has_value(); });
        const auto& selected = scope_.state.cell;
        for (std::size_t r = 0; r < axes_.rows.lines.size(); ++r) {
            for (std::size_t c = 0; c < columns(); ++c) {
                auto cell = make_cell(r, c);
                if (selected && selected->first == cell.row_id && selected->second == cell.column_id && view_ == scope_.state.view) built_.matrix.selected = r * columns() + c;
                built_.matrix.cells.push_back(std::move(cell));
            }
        }
    }

    void fill_texts() {
        Matrix& matrix = built_.matrix;
        const Lang lang = scope_.lang;
        matrix.title = matrix_title(view_).in(lang);
        matrix.note = matrix_note(scope_, axes_, measure_, has_norms_);
        matrix.row_axis_name = axis_words(axes_.rows.axis, lang);
        matrix.column_axis_name = axis_words(axes_.columns.axis, lang);
        matrix.caption = matrix.title + ": " + matrix.note;
        matrix.total = measure_figure(scope_, now_.total, measure_, rows_, scope_.world.profile.population);
        if (matrix.total.text.empty()) matrix.total.text = matrix.total.value ? "0" : std::string{kNone};
        explain_line(matrix.total, why_, scope_, {}, {});
        if (!base_.cells.empty() && !is_by_week() && measure_ == Measure::Count) matrix.total_change = bare_change(scope_.world, now_.total.n, base_.total.n, lang);
        matrix.legend = legend_of(measure_, kind_, lang);
        matrix.is_diverging = kind_ != CellMeaning::Value;
    }

    const Scope& scope_;
    MatrixView view_;
    MatrixAxes axes_;
    Measure measure_;
    CellMeaning kind_;
    Filter filter_;
    State rows_;
    MatrixCounts now_, base_;                 // base_ is empty when nothing is compared
    std::vector<Week> base_weeks_;            // per column of weeks
    std::vector<JudgedCell> judged_;
    bool has_norms_ = false;
    MatrixWhy why_;
    BuiltMatrix built_;
};

}  // namespace

BuiltMatrix build_matrix(const Scope& scope, MatrixView view) { return MatrixBuilder{scope, view}.build(); }

}  // namespace problemator
