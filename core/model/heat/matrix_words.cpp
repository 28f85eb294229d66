#include "core/model/heat/matrix_words.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/heat/matrix_measures.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

std::string kind_words(const Scope& scope, Measure measure) {
    const Lang lang = scope.lang;
    switch (cell_meaning(scope.state)) {
        case CellMeaning::Value: return std::string{measure_name(measure).in(lang)};
        case CellMeaning::Change: return std::string{(scope.state.compare == Compare::YearAgo ? Phrase{"Изменение к АППГ", "Change to a year ago"} : Phrase{"Изменение к прошлой неделе", "Change to the week before"}).in(lang)};
        case CellMeaning::Deviation: return std::string{Phrase{"Отклонение от нормы, в стандартных отклонениях", "Deviation from the norm, in standard deviations"}.in(lang)};
    }
    return {};
}

// Why a matrix of differences may have nothing to show.
std::string nothing_compared(const Scope& scope, bool has_norms) {
    const CellMeaning kind = cell_meaning(scope.state);
    const Lang lang = scope.lang;
    const bool is_running = scope.is_one_week && !scope.is_finished;
    if (kind == CellMeaning::Value) return {};
    if (is_running) return std::string{Phrase{". Неделя идёт: сравнивать рано", ". The week is in progress: too early to compare"}.in(lang)};
    if (!scope.is_one_week) return std::string{Phrase{". Сравниваются только целые недели", ". Only whole weeks are compared"}.in(lang)};
    if (kind == CellMeaning::Change && !scope.compares()) return std::string{Phrase{". Сравнение с неделями выключено", ". Comparison with weeks is off"}.in(lang)};
    if (kind == CellMeaning::Deviation && !has_norms) return std::string{Phrase{". Норма ещё неизвестна: мало недель истории", ". The norm is not known yet: too few weeks of history"}.in(lang)};
    return {};
}

std::string unknown_hours(const Scope& scope) {
    Filter no_hour = scope.filter;
    no_hour.without |= bit(Mark::HasTime);
    const auto n = static_cast<std::int64_t>(count_rows(scope.table, no_hour));
    if (n == 0) return {};
    return std::string{Phrase{". Час поступления не указан, не показаны: ", ". Hour of receipt unknown, not shown: "}.in(scope.lang)} + counted_words(scope.world, n, kMessages, scope.lang);
}

}  // namespace

Phrase matrix_title(MatrixView view) {
    switch (view) {
        case MatrixView::TerritoryBlock: return {"Территория × блок", "Territory × block"};
        case MatrixView::WeekBlock: return {"Неделя × блок", "Week × block"};
        case MatrixView::WeekdayHour: return {"День × час", "Day × hour"};
        case MatrixView::TerritoryWeek: return {"Территория × неделя", "Territory × week"};
        case MatrixView::DepartmentTopic: return {"Подразделение × тема", "Department × topic"};
        case MatrixView::Map: break;
    }
    return {"Карта", "Map"};
}

std::string axis_words(Axis axis, Lang lang) {
    if (is_dimension(axis)) return std::string{dimension_name(static_cast<Dimension>(axis)).in(lang)};
    if (axis == Axis::Week) return std::string{Phrase{"Неделя", "Week"}.in(lang)};
    return std::string{(axis == Axis::Hour ? Phrase{"Час", "Hour"} : Phrase{"День недели", "Weekday"}).in(lang)};
}

std::string matrix_note(const Scope& scope, const MatrixAxes& axes, Measure measure, bool has_norms) {
    const Lang lang = scope.lang;
    std::string out = kind_words(scope, measure) + ", " + period_words(axes.period, lang) + nothing_compared(scope, has_norms);
    if (axes.columns.axis == Axis::Hour) out += unknown_hours(scope);
    const auto left_out = static_cast<std::int64_t>(axes.rows.left_out + axes.columns.left_out);
    if (left_out > 0) out += std::string{Phrase{". Не поместились строки и столбцы: ", ". Rows and columns that do not fit: "}.in(lang)} + format_count(left_out, lang);
    if (keeps_order(scope.state) && is_dimension(axes.rows.axis)) out += std::string{Phrase{". Порядок строк закреплён", ". The order of rows is kept"}.in(scope.lang)};
    else if (scope.is_one_week && is_dimension(axes.rows.axis) && axes.order_week != scope.week) out += std::string{Phrase{". Порядок строк — по неделе ", ". Order of rows: week "}.in(lang)} + std::to_string(iso_week(axes.order_week).week);
    return out;
}

MatrixWhy matrix_why(const Scope& scope, const State& rows, Measure measure) {
    Figure base;
    explain(base, scope, measure_formula(measure), rows);
    MatrixWhy why;
    const std::string filter{Phrase{"Отбор", "Filter"}.in(scope.lang)};
    for (auto& line : base.why) {
        if (line.first != filter) why.common.push_back(std::move(line));
        else why.filter = std::move(line.second);
    }
    why.filter_label = filter;
    why.rows_label = Phrase{"Строк", "Rows"}.in(scope.lang);
    return why;
}

void explain_line(Figure& figure, const MatrixWhy& why, const Scope& scope, const std::string& row, const std::string& column) {
    figure.why = why.common;
    std::string filter = row + (row.empty() || column.empty() ? "" : " × ") + column;
    if (filter.empty()) filter = why.filter;
    else filter += "; " + why.filter;
    figure.why.emplace_back(why.filter_label, std::move(filter));
    if (!figure.href.empty()) figure.why.emplace_back(why.rows_label, format_count(figure.n, scope.lang));
}

void add_tooltip(Cell& cell, const CellFacts& facts) {
    const Scope& scope = facts.scope;
    const Lang lang = scope.lang;
    const auto line = [&](Phrase label, std::string text) { cell.tooltip.emplace_back(label.in(lang), std::move(text)); };
    const bool is_count = facts.measure == Measure::Count;
    cell.tooltip_title = facts.title;
    if (is_count) line({"сообщений", "messages"}, count_words(scope.world, facts.n, lang));
    else cell.tooltip.emplace_back(measure_name(facts.measure).in(lang), (cell.figure.text.empty() ? "0" : cell.figure.text) + (cell.figure.unit.empty() ? "" : "\u00A0" + cell.figure.unit));
    if (cell.expected) line(kNormLine, scope.world.snapshot.info.is_published ? norm_words(scope.world, *cell.expected, lang) : format_decimal(*cell.expected, 1, lang));
    if (cell.threshold) line({"порог всплеска", "surge threshold"}, format_decimal(*cell.threshold, 0, lang));
    if (cell.expected && cell_meaning(scope.state) == CellMeaning::Deviation) line({"отклонение", "deviation"}, format_signed(deviation_of(facts.signal), 1, lang));
    const bool shows_base = facts.base && is_count && !is_hidden_count(scope.world, facts.base_count);
    if (shows_base) cell.tooltip.emplace_back(format_week(*facts.base, lang), format_count(facts.base_count, lang));
    if (!is_count) line({"из сообщений", "of messages"}, cell.figure.href.empty() ? count_words(scope.world, facts.n, lang) : format_count(cell.figure.n, lang));
}

double deviation_of(const Signal& signal) {
    if (!signal.norm || !(signal.norm->mean > 0)) return 0;
    return (signal.count - signal.norm->mean) / std::sqrt(std::max(signal.norm->dispersion, 1.0) * signal.norm->mean);
}

void explain_deviation(Figure& figure, const CellFacts& facts) {
    if (!facts.signal.norm || figure.why.empty()) return;
    const Lang lang = facts.scope.lang;
    const auto& norm = *facts.signal.norm;
    const auto add = [&](Phrase label, std::string text) { figure.why.emplace_back(label.in(lang), std::move(text)); };
    figure.why.front().second = Phrase{"(сообщений − норма), делить на корень из дисперсии нормы", "(messages − norm), divided by the square root of the norm's variance"}.in(lang);
    add({"Норма", "Norm"}, format_decimal(norm.mean, 1, lang) + std::string{Phrase{", разброс ×", ", dispersion ×"}.in(lang)} + format_decimal(norm.dispersion, 1, lang));
    add({"К норме", "To the norm"}, "×" + format_decimal(facts.signal.count / std::max(norm.mean, 1e-9), 1, lang));
    add({"Доля ложных тревог, q", "False alarm share, q"}, facts.signal.q < 0.001 ? "< " + format_decimal(0.001, 3, lang) : format_decimal(facts.signal.q, 3, lang));
}

}  // namespace problemator
