// Parts of the overview, one builder each: five tiles, the problems of the week, the map.
#pragma once
#include <map>

#include "core/model/counts/weekly_cells.hpp"
#include "core/model/overview/overview_page.hpp"
#include "core/model/rating/rating_page.hpp"
#include "core/model/scope.hpp"

namespace problemator {

/// The overview speaks of one whole week whatever was brushed elsewhere; the filter bar says so.
State overview_state(const Scope& asked);

std::vector<Tile> build_tiles(const Scope& scope);

/// What the week's rows of one alarming cell say beyond their number.
struct AlarmDetail {
    std::uint32_t overdue = 0, repeats = 0;
    Minute nearest_due = INT32_MAX;
    std::map<Code, std::uint32_t> departments, blocks;
};
struct Alarm { std::size_t cell = 0; const Signal* signal = nullptr; AlarmDetail detail; double severity = 0; };
/// Surges and chronic problems of the cells' last week (rows: topics, columns: territories), the most severe first.
std::vector<Alarm> find_alarms(const Scope& scope, const WeeklyCells& cells, const Signals& signals);

/// Its last 26 weeks with the usual range.
Trend alarm_trend(const Scope& scope, const WeeklyCells& cells, const Alarm& alarm);
/// Lists the messages of the cell in the scope's week.
State alarm_rows(const Scope& scope, const WeeklyCells::Key& key);

struct Problems { std::vector<Problem> shown; std::size_t total = 0; };
/// Alarms of the week by severity: excess over the norm + overdue + half the repeats. At most `most` are worked out.
Problems build_problems(const Scope& scope, std::size_t most);

/// Movement against four weeks ago costs as much as the rating itself; the overview does not show it.
enum class Movement : std::uint8_t { Shown, LeftOut };
RatingPage build_rating(const World& world, const State& state, Movement movement);

}  // namespace problemator
