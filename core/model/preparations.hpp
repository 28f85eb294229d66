// Preparations: what a page will ask the memory for, as steps of some milliseconds at a million messages, so that a browser draws between
// them. A page that is built after all of them finds its counts; built before, it counts for itself and is the same.
#pragma once
#include <functional>
#include <vector>

#include "core/model/scope.hpp"

namespace problemator {

using Preparation = std::function<void(const Scope&)>;
using Preparations = std::vector<Preparation>;

/// Steps on their way. `state`: that of each step's scope.
struct Counting {
    State state;
    Preparations steps{};
    std::size_t done = 0;
    /// Takes the next step. False: all were taken.
    bool step(const World& world);
};

/// What the page of the scope's state will ask for, in the order in which it is best done: nearly always for that very state.
Counting counting_of(const Scope& scope);

enum class Where : std::uint8_t { Filtered, Anywhere };   // Anywhere: a place chosen on the map is not asked about
/// Cells of topic × territory and their alarms in `weeks` weeks that end with `last`.
void prepare_alarms(Preparations& out, Week last, std::size_t weeks, Where where);

// Parts, each written beside what it prepares.
void prepare_problems(Preparations& out, const Scope& scope);
void prepare_tiles(Preparations& out, const Scope& scope);
void prepare_deadlines(Preparations& out);
void prepare_indicators(Preparations& out, const Scope& scope);
void prepare_rail(Preparations& out, const Scope& scope);
void prepare_quality(Preparations& out, const Scope& scope);
void prepare_map(Preparations& out, const Scope& scope);
void prepare_places(Preparations& out, const Scope& scope);
void prepare_matrix(Preparations& out, const Scope& scope, MatrixView view);
void prepare_drawer(Preparations& out, const Scope& scope);
void prepare_rating_history(Preparations& out, const Scope& scope);

}  // namespace problemator
