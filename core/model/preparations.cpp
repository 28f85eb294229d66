#include "core/model/preparations.hpp"

#include "core/model/heat/matrix.hpp"
#include "core/model/indicators/indicator_facts.hpp"
#include "core/model/indicators/indicator_plans.hpp"
#include "core/model/overview/overview_parts.hpp"
#include "core/model/rating/rating_parts.hpp"
#include "core/model/remembered.hpp"
#include "core/model/reports/paper_states.hpp"

namespace problemator {
namespace {

/// How residents rated, then each unit by itself, then against the others: of the rating that the page's filters give, on the overview of four weeks.
void prepare_units(Preparations& out) {
    const auto step = [&](auto count) {
        out.push_back([count](const Scope& own) {
            const State state = on_screen(own.state, Screen::Rating);
            const Scope rating = scope_of(own.world, state);
            count(rating, rating.filter.period);
        });
    };
    step([](const Scope& rating, const Period& period) { unit_answers_of(rating, period, UnitDetail::Counted); });
    for (const UnitDetail part : {UnitDetail::Counted, UnitDetail::Scored, UnitDetail::Alone, UnitDetail::All}) step([part](const Scope& rating, const Period& period) { rating_units_of(rating, period, part); });
}

void prepare_overview(Preparations& out, const Scope& scope) {
    if (takes_any(scope.world, {"tiles"})) prepare_tiles(out, scope);
    if (scope.is_finished && takes_any(scope.world, {"main", "problems"})) prepare_alarms(out, scope.week, 1, Where::Filtered);
    if (takes_any(scope.world, {"matrix", "map"})) prepare_matrix(out, scope, MatrixView::TerritoryBlock);
    if (takes_any(scope.world, {"bullets"}))
        for (const PlannedIndicator& one : planned_indicators(scope.world, OwnIndicators::LeftOut))
            out.push_back([indicator = one.indicator](const Scope& own) { indicator_facts(own, indicator, MonthSpan::Last); });
    if (takes_any(scope.world, {"short-rating"})) prepare_units(out);
}

/// The steps of every block of the paper, each over the state that its own link says.
void prepare_paper(Preparations& out, const Scope& scope, const Paper& paper) {
    for (PaperSource& part : paper_sources(paper, scope.lang)) {
        if (part.state.screen == Screen::Reports || part.state.screen == Screen::Sections) continue;   // a paper holds no papers
        const auto source = std::make_shared<const PaperSource>(std::move(part));
        Counting counts = source_counting(source->world_of(scope.world), source->state);
        for (Preparation& step : counts.steps)
            out.push_back([source, asked = counts.state, step = std::move(step)](const Scope& own) {
                const World world = source->world_of(own.world);
                step(scope_of(world, asked));
            });
    }
}

void prepare_rating(Preparations& out, const Scope& scope) {
    prepare_units(out);
    out.push_back([](const Scope& own) { unit_speeds_of(own, own.filter.period); });
    if (shows_deadlines(scope)) prepare_deadlines(out);
    prepare_rating_history(out, scope);
}

Preparations preparations_of(const Scope& scope) {
    Preparations out;
    switch (scope.state.screen) {
        case Screen::Overview: prepare_overview(out, scope); break;
        case Screen::Heatmap:
            if (scope.state.view == MatrixView::Map) prepare_map(out, scope);
            else prepare_matrix(out, scope, scope.state.view);
            prepare_drawer(out, scope);
            break;
        case Screen::Problems: prepare_problems(out, scope); break;
        case Screen::Rating: prepare_rating(out, scope); break;
        case Screen::Indicators: prepare_indicators(out, scope); break;
        case Screen::Reports:
            if (scope.is_finished) prepare_alarms(out, scope.week, 1, Where::Filtered);
            prepare_paper(out, scope, report_paper(scope.world, scope.state));
            break;
        case Screen::Sections: prepare_paper(out, scope, section_paper(scope.world, scope.state)); break;
        case Screen::Messages: prepare_rail(out, scope); break;
        case Screen::Quality: prepare_quality(out, scope); break;
        case Screen::About: break;
    }
    return out;
}

}  // namespace

void prepare_alarms(Preparations& out, Week last, std::size_t weeks, Where where) {
    const auto question = [last, where](const Scope& scope) {
        CellsQuestion cells{.filter = scope.filter, .rows = Dimension::Topic, .columns = Dimension::Territory, .last = last};
        cells.filter.without |= kNotProblems;
        if (where == Where::Anywhere) cells.filter.place = {};
        return cells;
    };
    out.push_back([question](const Scope& scope) { cells_of(scope, question(scope)); });
    for (std::size_t back = 0; back < weeks; ++back) out.push_back([question, back](const Scope& scope) { signals_of(scope, question(scope), *cells_of(scope, question(scope)), back, Judged::PossibleSurges); });
}

bool Counting::step(const World& world) {
    if (done == steps.size()) return false;
    steps[done++](scope_of(world, state));
    return true;
}

Counting counting_of(const Scope& scope) {
    Counting counts{scope.state.screen == Screen::Overview ? overview_state(scope) : scope.state};
    counts.steps = preparations_of(scope_of(scope.world, counts.state));
    return counts;
}

}  // namespace problemator
