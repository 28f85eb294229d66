// Remembered: what has been counted for the last few filters, so that another screen, another language or a step back does not count it
// again. A loaded snapshot never changes, so a count stays right for as long as its question is the same. What people enter in the
// browser is in no question: whoever changes it forgets everything.
#pragma once
#include <memory>

#include "core/base/recent.hpp"
#include "core/model/deadlines.hpp"
#include "core/model/indicator_counts.hpp"
#include "core/model/rating_units.hpp"
#include "core/model/weekly_cells.hpp"
#include "core/stats/plan_forecast.hpp"

namespace problemator {

/// The weeks of `rows` × `columns` that end with `last`. The filter's period and basis are not asked about.
struct CellsQuestion {
    Filter filter;
    Dimension rows{};
    std::optional<Dimension> columns;
    Week last = 0;
    std::size_t weeks = kJudgeWeeks;
    friend bool operator==(const CellsQuestion&, const CellsQuestion&) = default;
};
struct SignalsQuestion {
    CellsQuestion cells;
    std::size_t back = 0;
    Judged judged{};
    friend bool operator==(const SignalsQuestion&, const SignalsQuestion&) = default;
};
struct GroupQuestion {
    Filter filter;
    Axis axis{};
    friend bool operator==(const GroupQuestion&, const GroupQuestion&) = default;
};
struct OverdueQuestion {
    Filter filter;
    Week first = 0, last = 0;
    friend bool operator==(const OverdueQuestion&, const OverdueQuestion&) = default;
};
struct MonthsQuestion {
    Filter filter;
    Marks either = 0;
    friend bool operator==(const MonthsQuestion&, const MonthsQuestion&) = default;
};
struct RatingQuestion {
    State state;                                   // its filters, whom it rates and in which language, without its period
    Period period;
    UnitDetail detail{};
    friend bool operator==(const RatingQuestion&, const RatingQuestion&) = default;
};
/// forecast_plan() of months.
struct OutlookQuestion {
    std::vector<double> numerator, denominator;
    std::size_t this_year = 0, remaining = 0;
    double plan = 0;
    PlanDirection direction{};
    friend bool operator==(const OutlookQuestion&, const OutlookQuestion&) = default;
};

struct Remembered {
    Recent<CellsQuestion, WeeklyCells> cells{4};
    Recent<SignalsQuestion, Signals> signals{32};
    Recent<GroupQuestion, Grouped> groups{24};
    Recent<OverdueQuestion, std::vector<std::uint32_t>> overdue{8};
    Recent<MonthsQuestion, MonthCounts> months{96};
    Recent<RatingQuestion, RatingUnits> ratings{40};
    Recent<RatingQuestion, UnitAnswers> answers{40};
    Recent<Filter, Deadlines> deadlines{8};
    Recent<OutlookQuestion, Finding<PlanForecast>> outlooks{32};
    Recent<Week, std::size_t> week_problems{64};
};

/// The answer to `question`: remembered, or made and kept. A world without a memory makes it every time.
template <class Question, class Value, class Make>
std::shared_ptr<const Value> recall(const World& world, Recent<Question, Value> Remembered::* list, const Question& question, Make make) {
    return world.remembered ? (world.remembered->*list).get(question, make) : std::make_shared<const Value>(make());
}

std::shared_ptr<const WeeklyCells> cells_of(const Scope& scope, CellsQuestion question);
/// `cells`: of the question. `back` weeks before their last one, see find_signals().
std::shared_ptr<const Signals> signals_of(const Scope& scope, CellsQuestion question, const WeeklyCells& cells, std::size_t back, Judged judged);
std::shared_ptr<const Grouped> group_of(const Scope& scope, const Filter& filter, Axis axis);
std::shared_ptr<const std::vector<std::uint32_t>> overdue_of(const Scope& scope, Week first, Week last);
std::shared_ptr<const Deadlines> deadlines_of(const Scope& scope);
std::shared_ptr<const UnitAnswers> unit_answers_of(const Scope& scope, const Period& period, UnitDetail detail);
/// All: compared with others too, see compare_units().
std::shared_ptr<const RatingUnits> rating_units_of(const Scope& scope, const Period& period, UnitDetail detail = UnitDetail::All);

}  // namespace problemator
