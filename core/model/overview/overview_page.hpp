// Overview: the head's page — one sentence, five tiles, the problems, the matrix, the map, indicators and rating in short.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/hex_grid.hpp"
#include "core/model/heat/matrix_model.hpp"
#include "core/model/rating/rating_row.hpp"
#include "core/schema/district_map.hpp"

namespace problemator {

struct State;
struct World;

struct Problem {
    int rank = 0;
    std::string title, place, unit, block;   // «Температура в квартирах», «Речное», «Управление ЖКХ и энергетики», «ЖКХ и энергетика»
    std::vector<std::pair<std::string, Tone>> reasons;   // at most three
    bool is_surge = false;        // ▲ else ● chronic
    Figure count;
    std::string was;              // «было 14»
    std::string due;              // nearest deadline «18.11», may be empty
    Trend trend;
    double expected = 0, threshold = 0, q = 1;
};

struct Bullet { std::string id, name; Figure fact; std::optional<double> plan; std::string status; Tone tone = Tone::Plain; std::string missing; };

struct OverviewPage {
    std::string verdict, verdict_tail;            // two shades of one sentence
    std::vector<Tile> tiles;                      // five
    std::vector<Problem> problems;                // at most seven
    std::size_t problems_total = 0;
    std::string no_problems;                      // «Отклонений нет» when empty
    Matrix matrix;                                // territory × block
    struct MapPoint { std::string name; double lat = 0, lon = 0; Figure all, surge; bool is_hot = false; };
    std::vector<MapPoint> map;                    // territories with known points
    std::string map_note;                         // which territories have no point
    std::shared_ptr<const DistrictMap> ground;    // under the circles; null: there is no file of it
    GridPlane plane;                              // of the map
    std::vector<Bullet> indicators;
    std::string indicators_note;
    std::string no_indicators;                    // said when the profile has none
    std::vector<RatingRow> rating;                // three best, three worst, of those that have a rank
    std::string rating_note;
    std::optional<double> rating_mean;            // share in time of the municipality, 0…1
};

OverviewPage overview_page(const World& world, const State& state);

}  // namespace problemator
