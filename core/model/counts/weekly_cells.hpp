// WeeklyCells: counts of every (cell, week) of the recent past in one pass, and which cells are out of the ordinary.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/model/counts/known_verdicts.hpp"
#include "core/model/scope.hpp"
#include "core/stats/surge.hpp"
#include "core/stats/surge_ladder.hpp"

namespace problemator {

inline constexpr std::size_t kSparkWeeks = 26;
inline constexpr std::size_t kYearWeeks = 52;
inline constexpr std::size_t kJudgeWeeks = 5 * kYearWeeks + 6;   // what the highest rung of the ladder looks at: five years and half a window
inline constexpr std::size_t kLeastForSeasons = 2 * kYearWeeks;     // a season is told from the trend when it has begun and ended twice
inline constexpr Marks kNotProblems = bit(Mark::Gratitude) | bit(Mark::Consultation);   // counted apart, never an alarm

class WeeklyCells {
public:
    /// Cells of `rows` × `columns` (absent = one column) under the filter's names and marks, for the `weeks` weeks that end
    /// with `last`; its period and basis are ignored. Weeks are fewer when the cells are many: at most 4 million counts.
    WeeklyCells(const Scope& scope, Filter filter, Dimension rows, std::optional<Dimension> columns, Week last, std::size_t weeks);

    struct Key { Code row = 0, column = 0; };
    std::size_t size() const { return keys_.size(); }
    Key key(std::size_t cell) const { return keys_[cell]; }                 // ascending
    std::optional<std::size_t> find(Code row, Code column) const;
    /// Counts, oldest first, last = week `last()`.
    std::span<const double> series(std::size_t cell) const { return {counts_.data() + cell * weeks_, weeks_}; }
    /// The same without the weeks before the table's first complete one.
    std::span<const double> known(std::size_t cell) const { return series(cell).last(known_); }
    Week last() const { return last_; }
    /// Days that are not worked in each week of known(), where the calendar covers all of them; else empty.
    std::span<const double> days_off() const { return days_off_; }
    /// Share of the days of each week of known() that lie in each season of the profile.
    const std::vector<std::vector<double>>& seasons() const { return seasons_; }

private:
    void count(const Table& table, const std::vector<std::uint32_t>& rows, Dimension row_dimension, std::optional<Dimension> column_dimension, Week first);

    void count_in_table(const Table& table, const std::vector<std::uint32_t>& rows, Dimension row_dimension, std::optional<Dimension> column_dimension, Week first);

    std::vector<Key> keys_;
    std::vector<double> counts_, days_off_;
    std::vector<std::vector<double>> seasons_;
    std::size_t weeks_ = 0, known_ = 0;
    Week last_ = 0;
};

/// Judges the cells of one week by the ladder of surges: the week `back` weeks before the last one.
class WeekJudge {
public:
    explicit WeekJudge(const WeeklyCells& cells, std::size_t back = 0);
    /// The weeks of the cell up to the judged one.
    std::span<const double> weeks(std::size_t cell) const;
    Finding<SurgeVerdict> of(std::size_t cell) const { return ladder_.judge(weeks(cell), overdispersion_); }
    /// The same; not judged again where it is known.
    Finding<SurgeVerdict> of(std::size_t cell, KnownVerdicts& known) const;

private:
    const WeeklyCells& cells_;
    std::size_t length_;
    SurgeLadder ladder_;
    double overdispersion_ = 0;
    Week week_ = 0;                        // that is judged
};

struct Signal {
    double count = 0, previous = 0;
    std::optional<Baseline> norm;      // what the ladder expects and its dispersion; absent: too little history, or not judged
    Finding<SurgeVerdict> verdict;
    double p = 1, q = 1;
    bool is_surge = false;
    Chronic chronic;
};

struct Signals {
    std::vector<Signal> cells;         // parallel to the WeeklyCells
    double cut = kMaxFalseShare;       // tail at which a cell alarms this week: the threshold in another form

    /// Smallest count of the cell that alarms this week: count ≥ threshold is the same as is_surge. nullopt without a norm.
    std::optional<int> threshold(std::size_t cell) const;
};

/// PossibleSurges: only cells with enough messages for a surge get a norm. The alarms are the same: a smaller count has p = 1 either way.
enum class Judged : std::uint8_t { EveryCell, PossibleSurges };
/// Alarms of the last week, or of the week `back` weeks before it. Every cell with a message in that week or in the 12 weeks before
/// counts as looked at. Chronic problems are looked for in the last week only. `known`: of the same snapshot; null: every cell is judged anew.
Signals find_signals(const WeeklyCells& cells, std::size_t back = 0, Judged judged = Judged::EveryCell, KnownVerdicts* known = nullptr);

}  // namespace problemator
