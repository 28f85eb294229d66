// Parts of the overview, one builder each: five tiles, the problems of the week, the map.
#pragma once
#include "core/model/scope.hpp"
#include "core/model/weekly_cells.hpp"

namespace problemator {

std::vector<Tile> build_tiles(const Scope& scope);

struct Problems { std::vector<Problem> shown; std::size_t total = 0; };
/// Alarms of the week by severity: excess over the norm + overdue + half the repeats. At most `most` are worked out.
Problems build_problems(const Scope& scope, std::size_t most);

/// Movement against four weeks ago costs as much as the rating itself; the overview does not show it.
enum class Movement : std::uint8_t { Shown, LeftOut };
RatingPage build_rating(const World& world, const State& state, Movement movement);

}  // namespace problemator
