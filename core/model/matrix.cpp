#include "core/model/matrix.hpp"

#include <algorithm>

#include "core/base/format.hpp"
#include "core/model/matrix_measures.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

class MatrixBuilder {
public:
    MatrixBuilder(const Scope& scope, MatrixView view)
        : scope_{scope}, view_{view}, axes_{matrix_axes(scope, view)}, measure_{matrix_measure(scope.state)} {
        const auto source = rows_of(measure_);
        filter_ = scope.filter;
        filter_.basis = source.basis;
        filter_.with |= source.with | (view == MatrixView::WeekdayHour ? bit(Mark::HasTime) : 0);
        filter_.period = axes_.period;
        rows_ = with_marks(rows_state(scope, source.basis, axes_.period), filter_.with);
        compares_ = scope.compares() && scope.has_history(scope.week - 1) && view == MatrixView::TerritoryBlock;
    }

    BuiltMatrix build() && {
        count_cells();
        count_margins();
        find_surges();
        fill_heads(axes_.rows, built_.matrix.rows, by_row_, by_row_before_);
        fill_heads(axes_.columns, built_.matrix.columns, by_column_, by_column_before_);
        fill_cells();
        fill_texts();
        return std::move(built_);
    }

private:
    using Tallies = std::vector<Tally>;
    std::size_t columns() const { return axes_.columns.lines.size(); }
    std::size_t place(std::size_t row, std::size_t column) const { return row * columns() + column; }

    Filter before() const {
        Filter filter = filter_;
        filter.period = week_period(scope_.week - 1);
        return filter;
    }

    // Only the lines that are shown: a pivot of every name there is could be large.
    static void keep_lines(Filter& filter, const MatrixAxis& axis) {
        if (!is_dimension(axis.axis) || axis.left_out == 0) return;
        auto& keep = filter.keep[static_cast<std::size_t>(axis.axis)];
        keep.clear();
        for (const auto& line : axis.lines) keep.push_back(static_cast<Code>(line.key));
        std::sort(keep.begin(), keep.end());
    }

    Tallies pivoted(Filter filter) const {
        keep_lines(filter, axes_.rows);
        keep_lines(filter, axes_.columns);
        Tallies out(axes_.rows.lines.size() * columns());
        const auto found = pivot(scope_.table, filter, axes_.rows.axis, axes_.columns.axis);
        for (std::size_t r = 0; r < found.rows.size(); ++r) {
            const auto row = axes_.rows.find(found.rows[r]);
            for (std::size_t c = 0; row && c < found.columns.size(); ++c)
                if (const auto column = axes_.columns.find(found.columns[c])) out[place(*row, *column)] = found.at(r, c);
        }
        return out;
    }

    Tallies grouped(const Filter& filter, const MatrixAxis& axis) const {
        Tallies out(axis.lines.size());
        const auto found = group(scope_.table, filter, axis.axis);
        for (std::size_t i = 0; i < found.keys.size(); ++i)
            if (const auto line = axis.find(found.keys[i])) out[*line] = found.tallies[i];
        return out;
    }

    void count_cells() {
        cells_ = pivoted(filter_);
        if (compares_) cells_before_ = pivoted(before());
        if (view_ != MatrixView::WeekBlock) return;
        cells_before_.assign(cells_.size(), {});   // the column to the left
        for (std::size_t r = 0; r < axes_.rows.lines.size(); ++r)
            for (std::size_t c = 1; c < columns(); ++c) cells_before_[place(r, c)] = cells_[place(r, c - 1)];
    }

    void count_margins() {
        by_row_ = grouped(filter_, axes_.rows);
        by_column_ = grouped(filter_, axes_.columns);
        total_ = total(scope_.table, filter_);
        if (!compares_) return;
        by_row_before_ = grouped(before(), axes_.rows);
        by_column_before_ = grouped(before(), axes_.columns);
        total_before_ = total(scope_.table, before());
    }

    bool is_judged() const { return measure_ == Measure::Count && scope_.is_one_week && scope_.is_finished; }

    struct Judged { Signal signal; int threshold = 0; };

    void judge(const Signals& signals, std::size_t at, std::size_t cell) { judged_[at] = {signals.cells[cell], signals.threshold(cell).value_or(0)}; }

    void find_surges() {
        judged_.assign(cells_.size(), {});
        if (!is_judged() || view_ == MatrixView::WeekdayHour) return;
        if (view_ == MatrixView::TerritoryBlock) {
            const WeeklyCells cells{scope_, scope_.filter, Dimension::Territory, Dimension::Block, scope_.week, kJudgeWeeks};
            const Signals signals = find_signals(cells);
            for (std::size_t r = 0; r < axes_.rows.lines.size(); ++r)
                for (std::size_t c = 0; c < columns(); ++c)
                    if (const auto cell = cells.find(static_cast<Code>(axes_.rows.lines[r].key), static_cast<Code>(axes_.columns.lines[c].key))) judge(signals, place(r, c), *cell);
            return;
        }
        const WeeklyCells cells{scope_, scope_.filter, Dimension::Block, std::nullopt, scope_.week, kMatrixWeeks + kJudgeWeeks};
        for (std::size_t c = 0; c < columns(); ++c) {
            const Signals signals = find_signals(cells, columns() - 1 - c);
            for (std::size_t r = 0; r < axes_.rows.lines.size(); ++r)
                if (const auto cell = cells.find(static_cast<Code>(axes_.rows.lines[r].key), kNotGiven)) judge(signals, place(r, c), *cell);
        }
    }

    void fill_heads(const MatrixAxis& axis, std::vector<MatrixHead>& heads, const Tallies& now, const Tallies& earlier) const {
        for (std::size_t i = 0; i < axis.lines.size(); ++i) {
            const auto& line = axis.lines[i];
            MatrixHead head{line.id, line.name, line.short_name, {}, {}, 0, {}};
            State rows = rows_;
            const bool is_link = narrow(rows, scope_, axis.axis, line.key);
            head.total = measure_figure(scope_, now[i], measure_, rows);
            if (head.total.text.empty()) head.total.text = head.total.value ? "0" : std::string{kNone};
            if (!is_link) head.total.href.clear();
            else explain(head.total, scope_, {"сумма строки или столбца", "sum of the row or column"}, rows);
            head.value = head.total.value.value_or(0);
            const bool is_count = measure_ == Measure::Count && !is_hidden_count(scope_.world, now[i].n);
            if (is_count && !earlier.empty()) head.change = bare_change(now[i].n, earlier[i].n, scope_.lang);
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

    void set_change(Cell& cell, std::size_t at) const {
        if (is_hidden_count(scope_.world, cells_[at].n)) return;
        if (cells_before_.empty()) {
            cell.figure.text = kNone;
            cell.color_class = -1;
            return;
        }
        const auto difference = static_cast<std::int64_t>(cells_[at].n) - static_cast<std::int64_t>(cells_before_[at].n);
        cell.figure.text = difference == 0 ? std::string{} : bare_change(cells_[at].n, cells_before_[at].n, scope_.lang);
        cell.figure.value = static_cast<double>(difference);
        cell.value = static_cast<double>(difference);
        cell.color_class = change_class(difference);
    }

    void add_tooltip(Cell& cell, std::size_t at, const AxisLine& row, const AxisLine& column) const {
        const Lang lang = scope_.lang;
        const auto line = [&](Phrase label, std::string text) { cell.tooltip.emplace_back(label.in(lang), std::move(text)); };
        cell.tooltip_title = row.name + " · " + column.name;
        if (measure_ == Measure::Count) line({"сообщений", "messages"}, cell.is_hidden ? cell.figure.text : format_count(cells_[at].n, lang));
        else cell.tooltip.emplace_back(measure_name(measure_).in(lang), (cell.figure.text.empty() ? "0" : cell.figure.text) + (cell.figure.unit.empty() ? "" : "\u00A0" + cell.figure.unit));
        if (cell.expected) line({"норма", "norm"}, format_decimal(*cell.expected, 1, lang));
        if (cell.threshold) line({"порог всплеска", "surge threshold"}, format_decimal(*cell.threshold, 0, lang));
        const bool shows_before = !cells_before_.empty() && measure_ == Measure::Count && !is_hidden_count(scope_.world, cells_before_[at].n);
        const Week previous = axes_.columns.axis == Axis::Week ? column.key - 1 : scope_.week - 1;
        if (shows_before && !(view_ == MatrixView::WeekBlock && at % columns() == 0)) cell.tooltip.emplace_back(format_week(previous, lang), format_count(cells_before_[at].n, lang));
        if (measure_ != Measure::Count) line({"из сообщений", "of messages"}, format_count(cell.figure.n, lang));
    }

    Cell make_cell(std::size_t r, std::size_t c) {
        const auto& row = axes_.rows.lines[r];
        const auto& column = axes_.columns.lines[c];
        const std::size_t at = place(r, c);
        Cell cell;
        State rows = rows_;
        const bool is_link = narrow(rows, scope_, axes_.rows.axis, row.key) && narrow(rows, scope_, axes_.columns.axis, column.key);
        cell.figure = measure_figure(scope_, cells_[at], measure_, rows);
        cell.is_hidden = is_hidden_count(scope_.world, cells_[at].n);
        cell.value = cell.figure.value.value_or(0);
        cell.color_class = cell.is_hidden ? 1 : color_class(cell.figure, measure_);
        if (!is_link) cell.figure.href.clear();
        else if (cells_[at].n > 0 && !cell.is_hidden) explain(cell.figure, scope_, {"сообщения на пересечении строки и столбца", "messages where the row meets the column"}, rows);
        if (scope_.state.as_change) set_change(cell, at);
        const auto& judged = judged_[at];
        if (judged.signal.norm && !cell.is_hidden) {
            cell.expected = judged.signal.norm->mean;
            cell.threshold = judged.threshold;
            cell.is_surge = judged.signal.is_surge;
        }
        cell.row_id = row.id;
        cell.column_id = column.id;
        cell.href = view_ == MatrixView::WeekdayHour ? cell.figure.href : cell_link(row, column);
        add_tooltip(cell, at, row, column);
        if (cell.is_surge && (view_ != MatrixView::WeekBlock || c + 1 == columns())) note_surge(at, judged.signal);
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
        const auto& selected = scope_.state.cell;
        for (std::size_t r = 0; r < axes_.rows.lines.size(); ++r) {
            for (std::size_t c = 0; c < columns(); ++c) {
                auto cell = make_cell(r, c);
                if (selected && selected->first == cell.row_id && selected->second == cell.column_id && view_ == scope_.state.view) built_.matrix.selected = place(r, c);
                built_.matrix.cells.push_back(std::move(cell));
            }
        }
    }

    Phrase title() const {
        switch (view_) {
            case MatrixView::TerritoryBlock: return {"Территория × блок", "Territory × block"};
            case MatrixView::WeekBlock: return {"Неделя × блок", "Week × block"};
            case MatrixView::WeekdayHour: break;
        }
        return {"День × час", "Day × hour"};
    }

    static std::string axis_name(Axis axis, Lang lang) {
        if (is_dimension(axis)) return std::string{dimension_name(static_cast<Dimension>(axis)).in(lang)};
        if (axis == Axis::Week) return std::string{Phrase{"Неделя", "Week"}.in(lang)};
        return std::string{(axis == Axis::Hour ? Phrase{"Час", "Hour"} : Phrase{"День недели", "Weekday"}).in(lang)};
    }

    std::string note() const {
        const Lang lang = scope_.lang;
        std::string out = std::string{scope_.state.as_change ? Phrase{"Изменение к прошлой неделе", "Change to the week before"}.in(lang) : measure_name(measure_).in(lang)} + ", " + period_words(axes_.period, lang);
        if (view_ == MatrixView::WeekdayHour) {
            Filter no_hour = scope_.filter;
            no_hour.without |= bit(Mark::HasTime);
            const auto n = static_cast<std::int64_t>(count_rows(scope_.table, no_hour));
            if (n > 0) out += (lang == Lang::Ru ? ". Час поступления не указан, не показаны: " : ". Hour of receipt unknown, not shown: ") + format_counted(n, kMessages, lang);
        }
        const auto left_out = static_cast<std::int64_t>(axes_.rows.left_out + axes_.columns.left_out);
        if (left_out > 0) out += (lang == Lang::Ru ? ". Не поместились строки и столбцы: " : ". Rows and columns that do not fit: ") + format_count(left_out, lang);
        return out;
    }

    void fill_texts() {
        Matrix& matrix = built_.matrix;
        const Lang lang = scope_.lang;
        matrix.title = title().in(lang);
        matrix.note = note();
        matrix.row_axis_name = axis_name(axes_.rows.axis, lang);
        matrix.column_axis_name = axis_name(axes_.columns.axis, lang);
        matrix.caption = matrix.title + ": " + matrix.note;
        matrix.total = measure_figure(scope_, total_, measure_, rows_);
        if (matrix.total.text.empty()) matrix.total.text = matrix.total.value ? "0" : std::string{kNone};
        explain(matrix.total, scope_, {"все сообщения отбора", "all messages of the filter"}, rows_);
        if (compares_ && measure_ == Measure::Count && !is_hidden_count(scope_.world, total_.n)) matrix.total_change = bare_change(total_.n, total_before_.n, lang);
        matrix.legend = legend_of(measure_, scope_.state.as_change, lang);
        matrix.is_diverging = scope_.state.as_change;
    }

    const Scope& scope_;
    MatrixView view_;
    MatrixAxes axes_;
    Measure measure_;
    Filter filter_;
    State rows_;
    bool compares_ = false;
    Tallies cells_, cells_before_, by_row_, by_row_before_, by_column_, by_column_before_;
    Tally total_, total_before_;
    std::vector<Judged> judged_;
    BuiltMatrix built_;
};

}  // namespace

BuiltMatrix build_matrix(const Scope& scope, MatrixView view) { return MatrixBuilder{scope, view}.build(); }

}  // namespace problemator
