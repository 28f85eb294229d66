#include "core/model/counts/weekly_cells.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/model/remembered.hpp"
#include "core/schema/embedded.hpp"
#include "core/schema/season.hpp"
#include "core/stats/farrington.hpp"
#include "core/stats/multiple_testing.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxCounts = 4'000'000, kMaxDense = 1'000'000, kMaxTable = 2'000'000;
constexpr std::uint32_t kUnseen = UINT32_MAX;

// Cell numbers in the order of first sight; an array while the two dictionaries are small, a map otherwise.
class CellNumbers {
public:
    CellNumbers(std::size_t row_names, std::size_t column_names) : columns_{column_names} {
        if (row_names * column_names <= kMaxDense) dense_.assign(row_names * column_names, kUnseen);
    }
    std::uint32_t of(Code row, Code column, std::vector<WeeklyCells::Key>& keys) {
        const std::size_t place = row * columns_ + column;
        std::uint32_t& number = dense_.empty() ? sparse_.try_emplace(place, kUnseen).first->second : dense_[place];
        if (number == kUnseen) {
            number = static_cast<std::uint32_t>(keys.size());
            keys.push_back({row, column});
        }
        return number;
    }

private:
    std::size_t columns_;
    std::vector<std::uint32_t> dense_;
    std::unordered_map<std::size_t, std::uint32_t> sparse_;
};

/// Number of the week of each row, rows ascending: moves on with them instead of dividing.
class WeekWalk {
public:
    explicit WeekWalk(Week first) : end_{first_minute_of_week(first + 1)} {}
    std::size_t of(Minute received) {
        for (; received >= end_; end_ += kMinutesPerWeek) ++number_;
        return number_;
    }

private:
    Minute end_;
    std::size_t number_ = 0;
};

double sum(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Of `weeks` weeks from `first`; empty where the calendar does not know all of them.
std::vector<double> days_off_of(Week first, std::size_t weeks) {
    std::vector<double> out;
    const auto calendar = builtin_calendar();
    const Day from = first_day_of_week(first), until = from + 7 * static_cast<Day>(weeks);
    if (!calendar || weeks == 0 || !calendar->covers(from) || !calendar->covers(until - 1)) return out;
    for (Day day = from; day < until; ++day) {
        if ((day - from) % 7 == 0) out.push_back(0);
        out.back() += calendar->is_working(day) ? 0 : 1;
    }
    return out;
}

/// Of `weeks` weeks from `first`.
std::vector<double> season_shares(const Season& season, Week first, std::size_t weeks) {
    std::vector<double> out;
    for (std::size_t w = 0; w < weeks; ++w) {
        const Day monday = first_day_of_week(first + static_cast<Week>(w));
        double days = 0;
        for (Day day = monday; day < monday + 7; ++day) days += is_in_season(season, day) ? 1 : 0;
        out.push_back(days / 7);
    }
    return out;
}

std::size_t judged_length(const WeeklyCells& cells, std::size_t back) {
    const std::size_t known = cells.size() > 0 ? cells.known(0).size() : 0;
    return known - std::min(back, known);
}

SurgeLadder ladder_of(const WeeklyCells& cells, std::size_t back, std::size_t length) {
    std::vector<std::vector<double>> regressors;
    const std::span<const double> off = cells.days_off();
    if (off.size() >= length && length > 0) regressors.emplace_back(off.begin(), off.begin() + static_cast<std::ptrdiff_t>(length));
    if (length > kLeastForSeasons)
        for (const auto& season : cells.seasons()) regressors.emplace_back(season.begin(), season.begin() + static_cast<std::ptrdiff_t>(length));
    const Day day = first_day_of_week(cells.last() - static_cast<Week>(back));
    return SurgeLadder{length, {.min_count = kMinCountForSurge}, std::move(regressors), year_lags(day, kJudgeWeeks / kYearWeeks)};
}

Signal look_at(const WeekJudge& judge, std::size_t cell, Judged judged, KnownVerdicts* known) {
    Signal signal;
    const auto weeks = judge.weeks(cell);
    if (weeks.empty()) return signal;
    signal.count = weeks.back();
    if (weeks.size() > 1) signal.previous = weeks[weeks.size() - 2];
    const bool is_possible = signal.count >= kMinCountForSurge;
    if (!is_possible && judged == Judged::PossibleSurges) return signal;
    signal.verdict = known ? judge.of(cell, *known) : judge.of(cell);
    if (!signal.verdict) return signal;
    signal.norm = Baseline{signal.verdict->expected, signal.verdict->dispersion, signal.verdict->weeks};
    if (is_possible) signal.p = signal.verdict->p;
    return signal;
}

}  // namespace

WeeklyCells::WeeklyCells(const Scope& scope, Filter filter, Dimension rows, std::optional<Dimension> columns, Week last, std::size_t weeks)
    : weeks_{weeks}, last_{last} {
    const Week first = last - static_cast<Week>(weeks) + 1;
    filter.basis = Basis::Received;
    filter.period = {first_minute_of_week(first), first_minute_of_week(last + 1)};
    count(scope.table, passing_rows(scope, filter), rows, columns, first);
    const Week history = last - std::max(first, scope.first_week) + 1;
    known_ = history > 0 ? std::min(weeks_, static_cast<std::size_t>(history)) : 0;
    const Week first_known = last - static_cast<Week>(known_) + 1;
    days_off_ = days_off_of(first_known, known_);
    for (const Season& season : scope.world.profile.seasons) seasons_.push_back(season_shares(season, first_known, known_));
}

void WeeklyCells::count(const Table& table, const std::vector<std::uint32_t>& rows, Dimension row_dimension,
                        std::optional<Dimension> column_dimension, Week first) {
    const std::size_t across = column_dimension ? table.dictionary(*column_dimension).size() : 1;
    if (table.dictionary(row_dimension).size() * across * weeks_ <= kMaxTable) {
        count_in_table(table, rows, row_dimension, column_dimension, first);
        return;
    }
    const auto& row_codes = table.column(row_dimension);
    const auto* column_codes = column_dimension ? &table.column(*column_dimension) : nullptr;
    CellNumbers numbers{table.dictionary(row_dimension).size(), column_dimension ? table.dictionary(*column_dimension).size() : 1};
    std::vector<Key> keys;
    std::vector<std::uint32_t> cell_of_row;
    cell_of_row.reserve(rows.size());
    for (const auto row : rows) cell_of_row.push_back(numbers.of(row_codes[row], column_codes ? (*column_codes)[row] : Code{0}, keys));

    std::vector<std::uint32_t> order(keys.size()), place(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto is_before = [&](std::uint32_t a, std::uint32_t b) { return std::pair{keys[a].row, keys[a].column} < std::pair{keys[b].row, keys[b].column}; };
    std::sort(order.begin(), order.end(), is_before);
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = static_cast<std::uint32_t>(i);
        keys_.push_back(keys[order[i]]);
    }
    if (!keys.empty()) weeks_ = std::min(weeks_, std::max<std::size_t>(kBaselineWeeks + 1, kMaxCounts / keys.size()));
    const Week kept_first = last_ - static_cast<Week>(weeks_) + 1;
    counts_.assign(keys.size() * weeks_, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Week week = week_from_minute(table.received[rows[i]]);
        if (week < std::max(first, kept_first) || week > last_) continue;
        counts_[place[cell_of_row[i]] * weeks_ + static_cast<std::size_t>(week - kept_first)] += 1;
    }
}

// Small dictionaries: one increment a row in a table of every cell there could be; the empty ones are left out afterwards.
void WeeklyCells::count_in_table(const Table& table, const std::vector<std::uint32_t>& rows, Dimension row_dimension,
                                 std::optional<Dimension> column_dimension, Week first) {
    const Code* down = table.column(row_dimension).data();
    const Code* across = column_dimension ? table.column(*column_dimension).data() : nullptr;
    const std::size_t columns = column_dimension ? table.dictionary(*column_dimension).size() : 1, cells = table.dictionary(row_dimension).size() * columns;
    std::vector<std::uint32_t> counts(cells * weeks_);
    WeekWalk week{first};
    for (const std::uint32_t row : rows) ++counts[(down[row] * columns + (across ? across[row] : 0u)) * weeks_ + week.of(table.received[row])];
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(cell * weeks_), end = begin + static_cast<std::ptrdiff_t>(weeks_);
        if (std::all_of(begin, end, [](std::uint32_t n) { return n == 0; })) continue;
        keys_.push_back({static_cast<Code>(cell / columns), static_cast<Code>(cell % columns)});
        counts_.insert(counts_.end(), begin, end);
    }
}

std::optional<std::size_t> WeeklyCells::find(Code row, Code column) const {
    const auto is_before = [](const Key& a, const Key& b) { return std::pair{a.row, a.column} < std::pair{b.row, b.column}; };
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), Key{row, column}, is_before);
    if (found == keys_.end() || found->row != row || found->column != column) return std::nullopt;
    return static_cast<std::size_t>(found - keys_.begin());
}

WeekJudge::WeekJudge(const WeeklyCells& cells, std::size_t back)
    : cells_{cells}, length_{judged_length(cells, back)}, ladder_{ladder_of(cells, back, length_)}, week_{cells.last() - static_cast<Week>(back)} {
    const std::size_t recent = std::min(length_, kBaselineWeeks + 1);
    std::vector<double> counts;
    counts.reserve(cells.size() * recent);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto last = weeks(i).last(recent);
        counts.insert(counts.end(), last.begin(), last.end());
    }
    overdispersion_ = shared_overdispersion(counts, recent);
}

std::span<const double> WeekJudge::weeks(std::size_t cell) const { return cells_.known(cell).first(length_); }

Finding<SurgeVerdict> WeekJudge::of(std::size_t cell, KnownVerdicts& known) const {
    return known.of(week_, cells_.days_off().size() >= length_, weeks(cell), overdispersion_, [&] { return of(cell); });
}

std::optional<int> Signals::threshold(std::size_t cell) const {
    const auto& norm = cells[cell].norm;
    return norm ? std::optional{surge_threshold(*norm, cut)} : std::nullopt;
}

Signals find_signals(const WeeklyCells& cells, std::size_t back, Judged judged, KnownVerdicts* known_verdicts) {
    Signals out;
    const WeekJudge judge{cells, back};
    std::vector<double> p;
    std::size_t tests = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto known = judge.weeks(i);
        out.cells.push_back(look_at(judge, i, judged, known_verdicts));
        p.push_back(out.cells.back().p);
        tests += sum(known.last(std::min(known.size(), kBaselineWeeks + 1))) > 0 ? 1u : 0u;
    }
    const auto q = benjamini_hochberg(p, tests);
    // Step-up: k cells have q ≤ 0.05 exactly when their p ≤ 0.05·k/m, so this is the week's threshold for any cell.
    const auto alarms = static_cast<double>(std::count_if(q.begin(), q.end(), [](double v) { return v <= kMaxFalseShare; }));
    out.cut = kMaxFalseShare * std::max(1.0, alarms) / static_cast<double>(std::max<std::size_t>(tests, 1));
    // Bonferroni over cells and run lengths: a run is looked for in many places, each a chance to be misled.
    const double chronic_p = kMaxFalseShare / (20.0 * static_cast<double>(std::max<std::size_t>(tests, 1)));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Signal& signal = out.cells[i];
        signal.q = q[i];
        if (signal.verdict) signal.verdict.value->q = signal.q;
        signal.is_surge = signal.norm && signal.p <= out.cut && signal.count >= kMinCountForSurge;
        if (signal.count > 0 && back == 0) signal.chronic = chronic_run(cells.known(i), chronic_p);
    }
    return out;
}

}  // namespace problemator
