#include "core/model/problems/problem_desk.hpp"

#include <algorithm>

#include "core/model/names.hpp"

namespace problemator {
namespace {

constexpr std::size_t kRowsShown = 200;

std::vector<Choice> view_choices(const ProblemMaker& m) {
    constexpr std::pair<ProblemView, Phrase> all[] = {{ProblemView::List, {"Реестр", "Register"}}, {ProblemView::Board, {"Доска", "Board"}}, {ProblemView::OfWeek, {"Неделя", "Week"}}};
    std::vector<Choice> out;
    for (const auto& [view, name] : all) {
        State state = m.scope.state;
        state.problem_view = view;
        if (view == ProblemView::OfWeek) state.problem.clear();
        out.push_back({m.say(name), to_hash(state), m.scope.state.problem_view == view});
    }
    return out;
}

Phrase set_name(ProblemSet set) {
    switch (set) {
        case ProblemSet::Open: return {"Открытые", "Open"};
        case ProblemSet::All: return {"Все", "All"};
        case ProblemSet::Found: return {"Выявленные", "Found"};
        case ProblemSet::InWork: return {"В работе", "In work"};
        case ProblemSet::RoadMap: return {"С дорожной картой", "With a road map"};
        case ProblemSet::Solved: break;
    }
    return {"Устранённые", "Solved"};
}

std::vector<Choice> set_choices(const ProblemMaker& m, const std::vector<ListedProblem>& problems) {
    std::vector<Choice> out;
    for (const ProblemSet set : {ProblemSet::Open, ProblemSet::All, ProblemSet::Found, ProblemSet::InWork, ProblemSet::RoadMap, ProblemSet::Solved}) {
        State state = m.scope.state;
        state.problem_set = set;
        const auto n = std::count_if(problems.begin(), problems.end(), [&](const ListedProblem& one) { return is_listed(state, one); });
        state.problem.clear();
        out.push_back({m.say(set_name(set)) + " " + m.count(static_cast<std::uint64_t>(n)), to_hash(state), m.scope.state.problem_set == set});
    }
    return out;
}

/// «Все блоки», then each by its name; the chosen ones are the filter of every screen.
std::vector<Choice> name_choices(const ProblemMaker& m, Dimension dimension, Phrase all) {
    const auto& chosen = m.scope.state.keep[index(dimension)];
    const auto& names = m.scope.table.dictionary(dimension);
    State state = m.scope.state;
    state.problem.clear();
    std::vector<Choice> out = {{m.say(all), to_hash(with_dimension(state, dimension, {})), chosen.empty()}};
    std::vector<std::pair<std::string, std::string>> sorted;
    for (std::size_t code = 1; code < names.size(); ++code) sorted.emplace_back(name_of(m.scope.world, dimension, static_cast<Code>(code), m.lang()), names.id(static_cast<Code>(code)));
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [name, id] : sorted) out.push_back({name, to_hash(with_dimension(state, dimension, {id})), chosen.size() == 1 && chosen.front() == id});
    if (chosen.size() > 1) out.push_back({m.say({"Выбрано: ", "Chosen: "}) + m.count(chosen.size()), to_hash(m.scope.state), true});
    return out;
}

std::string link_of_overlay(const ProblemMaker& m, Overlay overlay) {
    State state = m.scope.state;
    state.overlay = overlay;
    return to_hash(state);
}

/// «Показаны 10 из 41. Порядок — по силе тревоги, затем по стадии»
std::string shown_words(const ProblemMaker& m, std::size_t shown, std::size_t all) {
    return m.say({"Показаны ", "Shown: "}) + m.count(shown) + m.say({" из ", " of "}) + m.count(all) + m.say({". Порядок — по силе тревоги, затем по стадии", ". In order of alarm, then of stage"});
}

}  // namespace

std::size_t count_week_problems(const World& world, Week week) {
    State state;
    state.week = week;
    return build_problems(scope_of(world, state), 0).total;
}

void add_toolbar(ProblemsPage& page, const ProblemMaker& m) {
    page.view = m.scope.state.problem_view;
    page.views = view_choices(m);
    page.blocks = name_choices(m, Dimension::Block, {"Все блоки", "All blocks"});
    page.territories = name_choices(m, Dimension::Territory, {"Все территории", "All territories"});
    page.new_text = m.say({"Новая проблема", "New problem"});
    page.new_href = link_of_overlay(m, Overlay::NewProblem);
    const std::size_t chosen = m.scope.state.protocol.size();
    page.protocol_text = m.say({"Проект протокола", "Draft protocol"}) + (chosen > 0 ? " (" + m.count(chosen) + ")" : "");
    page.protocol_href = link_of_overlay(m, Overlay::Protocol);
}

void add_register(ProblemsPage& page, const ProblemMaker& m) {
    const std::vector<ListedProblem> problems = list_problems(m);
    page.sets = set_choices(m, problems);
    page.stages = stage_strip(m, problems);
    page.register_name = m.say({"Реестр проблем", "Register of problems"});
    State shown = m.scope.state;                   // the board shows every stage
    if (page.view == ProblemView::Board && shown.problem_set == ProblemSet::Open) shown.problem_set = ProblemSet::All;
    if (page.view == ProblemView::Board) page.sets.clear();
    std::vector<const ListedProblem*> listed;
    for (const ListedProblem& problem : problems) {
        if (problem.id == m.scope.state.problem) page.card = problem_card(m, problem);
        if (is_listed(shown, problem) && listed.size() < kRowsShown) listed.push_back(&problem);
    }
    page.rows = problem_rows(m, listed);
    page.shown_text = shown_words(m, page.rows.size(), problems.size());
    page.empty = m.say({"Таких проблем нет", "There are no such problems"});
}

}  // namespace problemator
