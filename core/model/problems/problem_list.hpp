// Problem list: every problem of «Проблематор» once — what the page finds itself (surges, times above the norm, messages that come back)
// and what people keep about it (registers of problems and of surges, road maps) — with its life from «выявлена» to «устранена».
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/model/problems/problem_register.hpp"
#include "core/model/problems/problems_page.hpp"
#include "core/stats/interrupted.hpp"

namespace problemator {

/// Where a problem lives. Its id outlasts weeks and snapshots.
struct ProblemKey {
    Code topic = kNotGiven, territory = kNotGiven;
    bool is_everywhere = false;                    // of a road map without a territory
    friend bool operator==(const ProblemKey&, const ProblemKey&) = default;
};

struct ListedProblem {
    ProblemKey key;
    std::vector<Code> topics;                      // key.topic first known of them; sorted
    std::string id, title, cause, responsible;     // title: as people called it; empty: the topic's name
    Day found = kNoDay, taken = kNoDay, mapped = kNoDay, closed = kNoDay, due = kNoDay;
    Day opened = kNoDay;                           // of its entry in the register of problems, which is part of the entry's key
    bool is_unpublished = false;                   // entered in this browser
    bool is_due_answer = false;                    // `due` is the nearest deadline of an answer: nobody set one
    const Alarm* alarm = nullptr;
    std::size_t repeats = 0;                       // repeated messages of kCauseWeeks, where they are many
    std::vector<std::size_t> measures;             // rows of the register of road maps, by due day
    ProblemStage stage() const;
};

std::string problem_id(const Table& table, const ProblemKey& key);

/// Of the maker's week; what happened after it is not known yet. Open ones first by alarm, stage and id; solved ones of the year after them.
std::vector<ListedProblem> list_problems(const ProblemMaker& m);
/// The last day that the maker's week knows of.
Day today_of(const ProblemMaker& m);
/// Weekly messages of the problem, oldest first; empty without a known week.
std::vector<double> weekly_messages(const ProblemMaker& m, const ListedProblem& problem);
/// Lists its messages in `weeks` weeks that end with the maker's week.
State problem_rows(const ProblemMaker& m, const ListedProblem& problem, std::size_t weeks);
bool is_late(const ProblemMaker& m, const ListedProblem& problem);

std::string problem_title(const ProblemMaker& m, const ListedProblem& problem);
std::string problem_place(const ProblemMaker& m, const ListedProblem& problem);
std::string problem_block(const ProblemMaker& m, const ListedProblem& problem);
Phrase stage_name(ProblemStage stage);

/// Did the messages of `topics` in the territory (nullopt: everywhere) become fewer after `done`?
struct MeasureEffect {
    std::vector<double> counts;                    // weekly, oldest first; the last one is of the maker's week
    std::size_t start = 0;                         // first whole week after the measure
    bool has_season = false;                       // the season was taken out
    Finding<Interrupted> effect;
};
MeasureEffect effect_of(const ProblemMaker& m, std::span<const Code> topics, std::optional<Code> territory, Day done);
bool helped(const MeasureEffect& effect);

/// Rows and the strip of stages.
std::vector<StageCount> stage_strip(const ProblemMaker& m, const std::vector<ListedProblem>& problems);
/// Numbered from 1.
std::vector<ProblemRow> problem_rows(const ProblemMaker& m, const std::vector<const ListedProblem*>& problems);
ProblemCard problem_card(const ProblemMaker& m, const ListedProblem& problem);
/// What of the list the state shows.
bool is_listed(const State& state, const ListedProblem& problem);

}  // namespace problemator
