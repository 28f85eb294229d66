#include "core/model/heat/cell_drawer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/format.hpp"
#include "core/base/stable_order.hpp"
#include "core/model/counts/excess_cuts.hpp"
#include "core/model/counts/signal_words.hpp"
#include "core/model/heat/cell_clusters.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr std::size_t kGrowthRows = 6, kNewest = 4;

// A selected cell: one or two names and, in the week view, a week of its own.
struct Subject {
    Dimension row = Dimension::Territory;
    std::optional<Dimension> column;
    Code row_code = kNotGiven, column_code = kNotGiven;
    Week week = 0;
    std::string title;
    State rows;      // lists the cell's messages
    Filter filter;   // the same rows
};

std::optional<Code> code_of(const Table& table, Dimension d, std::string_view id) {
    const auto& names = table.dictionary(d);
    if (id == names.id(kNotGiven)) return kNotGiven;
    const Code code = names.find_id(id);
    return code == kNotGiven ? std::nullopt : std::optional{code};
}

std::optional<Subject> find_subject(const Scope& scope) {
    const ViewShape shape = shape_of(scope.state.view);
    if (!scope.state.cell || !is_dimension(shape.row)) return std::nullopt;
    const auto& [row_id, column_id] = *scope.state.cell;
    Subject subject;
    subject.week = scope.week;
    subject.row = static_cast<Dimension>(shape.row);
    const auto row = code_of(scope.table, subject.row, row_id);
    if (!row) return std::nullopt;
    subject.row_code = *row;
    subject.title = name_of(scope.world, subject.row, *row, scope.lang) + " × ";
    subject.rows = with_code(rows_state(scope, Basis::Received, scope.filter.period), scope.table, subject.row, *row);
    if (shape.column == Axis::Week) {
        const auto week = parse_week(column_id);
        if (!week) return std::nullopt;
        subject.week = *week;
        subject.title += format_week(*week, scope.lang);
        set_period(subject.rows, week_period(*week), scope.silent);
    } else {
        subject.column = static_cast<Dimension>(shape.column);
        const auto column = code_of(scope.table, *subject.column, column_id);
        if (!column) return std::nullopt;
        subject.column_code = *column;
        subject.title += name_of(scope.world, *subject.column, *column, scope.lang);
        subject.rows = with_code(std::move(subject.rows), scope.table, *subject.column, *column);
    }
    subject.filter = filter_in(scope, subject.rows);
    return subject;
}

// The whole matrix of weeks is needed for the week's threshold: an alarm is judged among all cells.
struct History { std::shared_ptr<const WeeklyCells> kept; std::shared_ptr<const Signals> kept_signals; const WeeklyCells& cells; const Signals& signals; std::optional<std::size_t> at; };

CellsQuestion question_of(const Scope& scope, const Subject& subject) { return {.filter = scope.filter, .rows = subject.row, .columns = subject.column, .last = subject.week, .weeks = kYearWeeks + kJudgeWeeks}; }

History history_of(const Scope& scope, const Subject& subject) {
    const CellsQuestion question = question_of(scope, subject);
    auto cells = cells_of(scope, question);
    auto signals = signals_of(scope, question, *cells, 0, Judged::EveryCell);
    const auto at = cells->find(subject.row_code, subject.column_code);
    return {cells, signals, *cells, *signals, at};
}

// The week that a week of the matrix is set against; a cell of another week than the page's has a base of its own.
std::optional<Week> base_of(const Scope& scope, Week week) {
    if (scope.state.compare == Compare::None || scope.state.compare == Compare::Plan) return std::nullopt;
    const Week base = scope.state.compare == Compare::YearAgo ? year_before(week) : week - 1;
    return scope.has_history(base) ? std::optional{base} : std::nullopt;
}

void add_figures(CellDrawer& drawer, const Scope& scope, const Subject& subject, bool is_week) {
    const Lang lang = scope.lang;
    const Tally now = total(scope.table, subject.filter);
    const bool is_over = week_period(subject.week).until <= scope.table.as_of;
    const auto base = is_week && is_over ? base_of(scope, subject.week) : std::nullopt;
    Filter earlier = subject.filter;
    if (base) earlier.period = week_period(*base);
    const Tally before = base ? total(scope.table, earlier) : Tally{};
    const auto add = [&](std::uint32_t n, std::uint32_t was, Marks marks, Better better, const Counted& label) {
        const State rows = with_marks(subject.rows, marks);
        Figure figure = count_figure(scope, n, rows);
        explain(figure, scope, {"сообщения клетки", "messages of the cell"}, rows);
        drawer.figures.emplace_back(std::move(figure), std::string{label.in(lang, is_hidden_count(scope.world, n) ? 5 : n)});
        Change change;
        if (base && n != was && !is_hidden_count(scope.world, n) && !is_hidden_count(scope.world, was)) {
            change = change_of_count(n, was, to_week(*base, subject.week, lang), better, 0, lang);
            change.text = bare_change(scope.world, n, was, lang);
        }
        drawer.figure_changes.push_back(std::move(change));
    };
    add(now.n, before.n, 0, Better::Lower, kMessages);
    add(now.overdue_now, before.overdue_now, bit(Mark::OverdueNow), Better::Lower, {"просрочено", "просрочено", "просрочено", "overdue", "overdue"});
    if (!drawer.figure_changes.empty()) drawer.figure_changes.back() = {};   // last week's overdue have had more time: no fair comparison
    add(now.repeats, before.repeats, bit(Mark::Repeat), Better::Lower, {"повторное", "повторных", "повторных", "repeat", "repeats"});
    drawer.all_href = to_hash(subject.rows);
    drawer.all_text = std::string{Phrase{"Все ", "All "}.in(lang)} + (is_hidden_count(scope.world, now.n) ? std::string{} : format_count(now.n, lang));
}

void add_verdict(CellDrawer& drawer, const Scope& scope, const Subject& subject, const History& history) {
    const Lang lang = scope.lang;
    if (week_period(subject.week).until > scope.table.as_of) {
        drawer.verdict = Phrase{"Неделя идёт: сравнивать рано", "The week is in progress: too early to compare"}.in(lang);
        return;
    }
    const Signal* signal = history.at ? &history.signals.cells[*history.at] : nullptr;
    if (!signal || !signal->norm) {
        drawer.verdict = Phrase{"Мало истории: норма неизвестна", "Too little history: the norm is unknown"}.in(lang);
        return;
    }
    const std::string numbers = std::string{Phrase{"норма ", "norm "}.in(lang)} + norm_words(scope.world, signal->norm->mean, lang) +
                                std::string{Phrase{", порог ", ", threshold "}.in(lang)} + std::to_string(history.signals.threshold(*history.at).value_or(0));
    drawer.verdict_tone = signal->is_surge ? Tone::Bad : Tone::Plain;
    drawer.verdict = signal->is_surge ? growth_words(*signal, lang) : std::string{Phrase{"Всплеска нет", "No surge"}.in(lang)};
    drawer.norm = numbers;
}

// Children by excess over their own norms; sub-topics where the cell has a single topic. Hidden counts are taken as they are drawn.
void add_growth(CellDrawer& drawer, const Scope& scope, const Subject& subject) {
    if (is_hidden_count(scope.world, static_cast<std::int64_t>(count_rows(scope.table, subject.filter)))) return;
    Dimension by = Dimension::Topic;
    if (group(scope.table, subject.filter, Axis::Topic).keys.size() < 2) by = Dimension::Subtopic;
    const WeeklyCells cells{scope, subject.filter, by, std::nullopt, subject.week, kBaselineWeeks + 1};
    const Signals signals = find_signals(cells);
    struct Child { std::size_t cell; double excess; };
    std::vector<Child> children;
    double growth = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!signals.cells[i].norm) return;   // no norm, nothing to grow over
        const double excess = drawn_count(scope.world, signals.cells[i].count) - signals.cells[i].norm->mean;
        children.push_back({i, excess});
        growth += std::max(0.0, excess);
    }
    sort_stably(children, [](const Child& a, const Child& b) { return a.excess > b.excess; });
    for (std::size_t i = 0; i < std::min(children.size(), kGrowthRows); ++i) {
        const Signal& signal = signals.cells[children[i].cell];
        const Code code = cells.key(children[i].cell).row;
        CellDrawer::Growth row;
        row.name = name_of(scope.world, by, code, scope.lang);
        row.count = count_figure(scope, static_cast<std::uint32_t>(signal.count), with_code(subject.rows, scope.table, by, code));
        explain(row.count, scope, {"сообщения клетки с этой темой", "messages of the cell with this topic"}, with_code(subject.rows, scope.table, by, code));
        explain_norm(row.count, signal, scope.lang);
        row.href = to_hash(with_code(scope.state, scope.table, by, code));
        row.expected = signal.norm->mean;
        if (row.count.value) row.excess = format_signed(children[i].excess, 0, scope.lang);
        row.is_culprit = i == 0 && growth >= 1 && children[i].excess >= growth / 2;
        drawer.growth.push_back(std::move(row));
    }
    if (growth < 1 || children.empty()) return;
    const std::string share = format_percent(std::max(0.0, children[0].excess) / growth, 0, scope.lang);
    drawer.growth_note = share + std::string{Phrase{" прироста — одна тема", " of the growth is one topic"}.in(scope.lang)};
}

/// Streets, channels and like texts; sub-topics stand in the growth, and what the cell or the filters fix already is no cut.
void add_excess(CellDrawer& drawer, const Scope& scope, const Subject& subject, const History& history) {
    const Signal* signal = history.at ? &history.signals.cells[*history.at] : nullptr;
    if (!signal || !signal->norm || week_period(subject.week).until > scope.table.as_of) return;
    std::vector<Dimension> cuts;
    for (const Dimension d : {Dimension::Territory, Dimension::Street, Dimension::Channel})
        if (subject.filter.keep[index(d)].size() != 1) cuts.push_back(d);
    const ExcessBasis basis = excess_basis(scope.table, subject.filter, subject.week, subject.week, signal->norm->mean);
    WeekClusters clusters;
    ExcessStory story = tell_excess(scope, basis, excess_cuts(scope, basis, cuts, clusters), subject.rows);
    drawer.excess = std::move(story.lines);
    if (!drawer.excess.empty()) drawer.excess_note = std::move(story.note);
}

void add_weeks(CellDrawer& drawer, const Scope& scope, const Subject& subject, const History& history) {
    if (!history.at) return;
    const auto known = history.cells.known(*history.at);
    const std::size_t shown = std::min(kYearWeeks, known.size());
    std::string surges;
    int count = 0;
    for (std::size_t i = known.size() - shown; i < known.size(); ++i) {
        const Week week = subject.week - static_cast<Week>(known.size() - 1 - i);
        const auto norm = WeekJudge{history.cells, known.size() - 1 - i}.of(*history.at);
        const double threshold = norm ? surge_threshold({norm->expected, norm->dispersion, norm->weeks}, history.signals.cut) : std::numeric_limits<double>::quiet_NaN();   // the chart leaves a gap
        const bool is_alarm = norm && known[i] >= threshold && week_period(week).until <= scope.table.as_of;
        State rows = subject.rows;
        set_period(rows, week_period(week), scope.silent);
        const bool is_hidden = is_hidden_count(scope.world, std::llround(known[i]));
        drawer.weeks.push_back({format_week(week, scope.lang), drawn_count(scope.world, known[i]), is_alarm, is_hidden ? std::string{} : to_hash(rows)});
        drawer.thresholds.push_back(threshold);
        if (is_alarm) surges += (count++ ? ", " : "") + std::to_string(iso_week(week).week);
        const Month month = month_from_day(first_day_of_week(week));
        const bool is_quarter = month % 3 == 1 && month != month_from_day(first_day_of_week(week - 1));
        if (drawer.weeks.size() == 1 || is_quarter) drawer.week_labels.emplace_back(drawer.weeks.size() - 1, format_month_short(month, scope.lang));
    }
    if (drawer.week_labels.size() > 1 && drawer.week_labels[1].first < 6) drawer.week_labels.erase(drawer.week_labels.begin());
    const Phrase one = {"всплеск: неделя ", "surge: week "}, several = {"всплески: недели ", "surges: weeks "};
    if (count > 0) drawer.surges_note = std::string{(count == 1 ? one : several).in(scope.lang)} + surges;
}

void add_newest(CellDrawer& drawer, const Scope& scope, const Subject& subject) {
    const auto rows = matching_rows(scope.table, subject.filter);
    for (std::size_t i = 0; i < std::min(rows.size(), kNewest); ++i) drawer.newest.push_back(message_line(scope.world, subject.rows, rows[rows.size() - 1 - i]));
}

}  // namespace

void prepare_drawer(Preparations& out, const Scope& scope) {
    if (!find_subject(scope)) return;
    out.push_back([](const Scope& own) { cells_of(own, question_of(own, *find_subject(own))); });
    out.push_back([](const Scope& own) { history_of(own, *find_subject(own)); });
}

std::optional<CellDrawer> build_drawer(const Scope& scope) {
    const auto subject = find_subject(scope);
    if (!subject) return std::nullopt;
    const bool is_week = scope.is_one_week || shape_of(scope.state.view).column == Axis::Week;
    CellDrawer drawer;
    drawer.title = subject->title;
    State closed = scope.state;
    closed.cell.reset();
    drawer.close_href = to_hash(closed);
    const History history = history_of(scope, *subject);
    if (is_week) add_verdict(drawer, scope, *subject, history);
    add_figures(drawer, scope, *subject, is_week);
    if (is_week) add_growth(drawer, scope, *subject);
    if (is_week) add_excess(drawer, scope, *subject, history);
    add_clusters(drawer, scope, subject->rows, subject->filter);
    add_weeks(drawer, scope, *subject, history);
    add_newest(drawer, scope, *subject);
    return drawer;
}

}  // namespace problemator
