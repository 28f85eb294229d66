// Remembered: what has been counted for the last few filters, so that another screen, another language or a step back does not count it
// again. A loaded snapshot never changes, so a count stays right for as long as its question is the same. What people enter in the
// browser is in no question: whoever changes it forgets everything.
#pragma once
#include <memory>

#include "core/base/recent.hpp"
#include "core/model/counts/deadlines.hpp"
#include "core/model/counts/settlement_spots.hpp"
#include "core/model/counts/weekly_cells.hpp"
#include "core/model/indicators/indicator_counts.hpp"
#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/rating/rating_units.hpp"
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
/// Messages whose topic the entries of a term name.
struct TopicsQuestion {
    Filter filter;
    IndicatorTerm term;
    friend bool operator==(const TopicsQuestion&, const TopicsQuestion&) = default;
};
/// Entries of a term in the months of another register.
struct EntriesQuestion {
    IndicatorTerm term;
    std::string timed;
    Month last = 0;
    friend bool operator==(const EntriesQuestion&, const EntriesQuestion&) = default;
};
/// Topics that the entries of a term name, month by month.
struct NamedQuestion {
    IndicatorTerm term;
    Month first = 0, last = 0;
    friend bool operator==(const NamedQuestion&, const NamedQuestion&) = default;
};
struct KindsQuestion {
    Filter filter;
    Week week = 0;
    friend bool operator==(const KindsQuestion&, const KindsQuestion&) = default;
};
/// indicator_facts() of an indicator that is counted and planned so.
struct FactsQuestion {
    State state;                                   // its filters and language, without a period
    Month month = 0;
    MonthSpan span{};
    std::string numerator, denominator, also_denominator;
    std::optional<double> plan;
    bool higher_is_better = true;
    friend bool operator==(const FactsQuestion&, const FactsQuestion&) = default;
};
/// forecast_plan() of months.
struct OutlookQuestion {
    std::vector<double> numerator, denominator;
    std::size_t this_year = 0, remaining = 0;
    double plan = 0;
    PlanDirection direction{};
    friend bool operator==(const OutlookQuestion&, const OutlookQuestion&) = default;
};

using SpotKinds = std::map<Code, EmergingSpot>;

struct Remembered {
    Recent<CellsQuestion, WeeklyCells> cells{6};        // of the week that is open and of the two beside it
    Recent<SignalsQuestion, Signals> signals{32};
    Recent<GroupQuestion, Grouped> groups{24};
    Recent<OverdueQuestion, std::vector<std::uint32_t>> overdue{8};
    Recent<MonthsQuestion, MonthCounts> months{96};
    Recent<TopicsQuestion, MonthCounts> topics{16};
    Recent<EntriesQuestion, MonthCounts> entries{64};
    Recent<NamedQuestion, std::vector<NamedCodes>> named_codes{8};
    Recent<FactsQuestion, IndicatorFacts> facts{96};
    Recent<Filter, std::size_t> counts{64};
    Recent<Filter, std::vector<std::uint32_t>> rows{2}, named{3};
    Recent<KindsQuestion, SpotKinds> kinds{8};
    Recent<Dimension, std::vector<std::uint32_t>> names{kDimensions};
    Recent<std::string, std::vector<Code>> topics_named{256};
    Recent<RatingQuestion, RatingUnits> ratings{40};
    Recent<RatingQuestion, UnitAnswers> answers{40};
    Recent<RatingQuestion, UnitSpeeds> speeds{8};
    Recent<Filter, Deadlines> deadlines{8};
    Recent<OutlookQuestion, Finding<PlanForecast>> outlooks{32};
    Recent<Week, std::size_t> week_problems{64};
    KnownVerdicts verdicts;
};

/// The answer to `question`: remembered, or made and kept. A world without a memory makes it every time.
template <class Question, class Value, class Make>
std::shared_ptr<const Value> recall(const World& world, Recent<Question, Value> Remembered::* list, const Question& question, Make make) {
    return world.remembered ? (world.remembered->*list).get(question, make) : std::make_shared<const Value>(make());
}

std::shared_ptr<const WeeklyCells> cells_of(const Scope& scope, CellsQuestion question);
/// `cells`: of the question. `back` weeks before their last one, see find_signals().
std::shared_ptr<const Signals> signals_of(const Scope& scope, CellsQuestion question, const WeeklyCells& cells, std::size_t back, Judged judged);
/// The same rows, found sooner: the names and the place that the scope's own filter asks for as well are looked for once for all questions.
Filter narrowed(const Scope& scope, Filter filter);
/// matching_rows() of the narrowed filter.
std::vector<std::uint32_t> passing_rows(const Scope& scope, const Filter& filter);
/// Rows that pass. One name alone is looked up among the counts of all names of its dimension.
std::size_t count_of(const Scope& scope, const Filter& filter);
/// Rows that pass, ascending: for who looks through them several times.
std::shared_ptr<const std::vector<std::uint32_t>> rows_of(const Scope& scope, const Filter& filter);
/// What kind of a spot each territory is in the week, see settlement_spots(); empty where neighbourhoods are not judged.
std::shared_ptr<const SpotKinds> kinds_of(const Scope& scope, const Filter& filter, Week week);
/// Rows of the whole table by code.
std::shared_ptr<const std::vector<std::uint32_t>> names_of(const Scope& scope, Dimension d);
std::shared_ptr<const Grouped> group_of(const Scope& scope, const Filter& filter, Axis axis);
std::shared_ptr<const std::vector<std::uint32_t>> overdue_of(const Scope& scope, Week first, Week last);
std::shared_ptr<const Deadlines> deadlines_of(const Scope& scope);
std::shared_ptr<const UnitAnswers> unit_answers_of(const Scope& scope, const Period& period, UnitDetail detail);
std::shared_ptr<const UnitSpeeds> unit_speeds_of(const Scope& scope, const Period& period);
/// All: compared with others too, see compare_units().
std::shared_ptr<const RatingUnits> rating_units_of(const Scope& scope, const Period& period, UnitDetail detail = UnitDetail::All);

}  // namespace problemator
