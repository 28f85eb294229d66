// Scope: a state read once for the builders of a page — its rows, its week, whether it can be compared honestly.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/model/state.hpp"
#include "core/model/world.hpp"

namespace problemator {

struct Scope {
    const World& world;
    const State& state;
    const Table& table;
    Lang lang = Lang::Ru;
    Week home = 0;                    // the snapshot's own week
    Week silent = 0;                  // the week that links leave out: the newest of the site
    Week week = 0;                    // the selected one; of a brushed period: the week of its last minute
    Filter filter;                    // of the state
    bool is_one_week = false;         // the period is exactly one ISO week
    bool is_finished = false;         // the period ended by the moment of the snapshot
    Week first_week = 0;              // first complete week of the table: before it there is no history
    std::vector<std::string> unknown; // ids that the table does not know

    /// The week can be set against others: complete, and comparisons are switched on.
    bool compares() const { return state.compare != Compare::None && state.compare != Compare::Plan && is_one_week && is_finished; }
    /// The week that `of` is set against by the reader's choice; nullopt: against none, or the table does not know it.
    std::optional<Week> base_week(Week of) const;
    bool has_history(Week w) const { return w >= first_week; }
};

Scope scope_of(const World& world, const State& state);
/// The filter of another state of the same table, without looking up anew what the scope's own filter holds.
Filter filter_in(const Scope& scope, const State& state);

Period week_period(Week week);
/// The same ISO week of the year before (week 53 → 52): the period of АППГ.
Week year_before(Week week);

/// The state's filters on another screen: without the selected cell, message, sort order and department.
State on_screen(const State& state, Screen screen);
/// The link that lists rows: the state's filters with this basis and period.
State rows_state(const Scope& scope, Basis basis, const Period& period);
State with_code(State state, const Table& table, Dimension d, Code code);
State with_codes(State state, const Table& table, Dimension d, std::span<const Code> codes);
State with_marks(State state, Marks marks);
/// Puts the period in its shortest form: no key for the week `silent`, `w` for another whole week, `p` otherwise.
void set_period(State& state, const Period& period, Week silent);

}  // namespace problemator
