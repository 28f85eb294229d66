// Map: where the messages come from — territories, cells, hot spots and weeks over the ground of the municipality.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/hex_grid.hpp"
#include "core/model/frame/filter_model.hpp"
#include "core/model/state.hpp"
#include "core/schema/district_map.hpp"

namespace problemator {

struct World;

/// A territory on the map.
struct MapPlace {
    std::string id, name;
    std::optional<Degrees> at;                     // absent: nobody knows its point
    Figure count, measure;                         // of the ring; of what fills its area or tile
    std::string change;                            // «+14»; empty when there is nothing honest to compare
    std::string kind;                              // «новый очаг», by its neighbours; empty: nothing out of the ordinary
    int color_class = -1;                          // of the measure, as Cell::color_class
    bool is_selected = false, is_hot = false;
    std::string href;                              // selects it; once more frees it
    std::vector<std::pair<std::string, std::string>> tooltip;
};

struct MapHex { HexCell cell; Figure count; int color_class = 0; std::string title; };   // classes 1…5: 1, 2, 3, 5, 8+
struct HexLayer { std::uint32_t size_m = 0; std::vector<MapHex> cells; };

/// Messages of one topic above what is usual in one territory. `cells`: where they stand closer than before; may be none.
struct MapSpot {
    int number = 0;
    std::string title, place, status;              // «Температура в квартирах», «Приобье», «усиливается»
    Tone tone = Tone::Bad;
    Figure count;
    Trend trend;
    std::vector<HexCell> cells;                    // of MapPage::density
    std::vector<HexCell> close_cells;              // of MapInset::density
    std::optional<Degrees> at;                     // of its badge
    std::vector<std::pair<std::string, std::string>> tooltip;
};

struct MapInset { std::string title, note; Degrees middle; double across_m = 0; HexLayer density; };

struct MapPage {
    std::string verdict, note;
    std::vector<Choice> views, measures, forms;    // forms: geography or equal tiles
    struct Layer { MapLayer layer{}; std::string name, href; bool is_shown = true; };
    std::vector<Layer> layers;
    Rail rail;
    std::shared_ptr<const DistrictMap> ground;     // null: points alone
    GridPlane plane;
    Degrees middle;                                // of what is seen
    double wide_m = 0, tall_m = 0;                 // what is seen at least; 0: no geography at all
    MapLook look;
    std::string zoom_in, zoom_out, fit;            // links; empty at the ends
    bool as_tiles = false, is_diverging = false, fills_areas = false;
    std::vector<MapPlace> places;                  // by count, the largest first
    std::string measure_name, missing;             // «Без точки на карте: …»
    std::vector<std::string> legend;               // of the measure, one per class
    HexLayer density;
    std::uint32_t placed = 0;                      // messages with a known point
    std::vector<MapSpot> spots;
    std::string no_spots, spots_note;
    std::optional<MapInset> inset;
    std::vector<Bar> weeks;                        // 52, oldest first
    std::optional<std::size_t> week;               // the shown one, index into weeks
    std::vector<std::pair<std::size_t, std::string>> week_labels;
};

MapPage map_page(const World& world, const State& state);

}  // namespace problemator
