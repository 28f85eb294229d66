// Pictures of the map: the district, a settlement close up, equal tiles instead of geography, the weeks below.
#pragma once
#include "core/charts/map_view.hpp"
#include "core/model/map/map_page.hpp"

namespace problemator {

/// Whether the parts answer the pointer: a picture on paper or under a drag does not.
enum class MapHits : std::uint8_t { On, Off };
/// Ground, cells, rings, hot spots with numbered badges, labels that never overlap, key of ring sizes, scale bar.
/// `middle`: of what is seen, when it is being dragged; otherwise the page's own.
Scene map_chart(const MapPage& page, double width, double height, Lang lang, MapHits hits = MapHits::On, std::optional<Degrees> middle = {});
/// The same projection as map_chart, for turning a drag into degrees.
MapView map_view(const MapPage& page, double width, double height, std::optional<Degrees> middle = {});
/// pre: page.inset
Scene map_inset(const MapPage& page, double width, double height, Lang lang);
Scene map_weeks(const MapPage& page, double width, double height, Lang lang);

/// Column and row of each place's tile, as near to its geography as equal tiles allow; places without a point follow below.
struct TileSpot { int column = 0, row = 0; };
std::vector<TileSpot> place_tiles(const std::vector<MapPlace>& places);
Scene map_tiles(const MapPage& page, double width, double height, Lang lang);

/// «1 2 3 5 8+» with their hexagons; the classes of the measure, where it fills areas or tiles.
Scene density_key(double width, double height);
Scene measure_key(const MapPage& page, double width, Lang lang);
/// Ink of a class of the measure and of the words on it.
Ink map_ink(const MapPage& page, int color_class);
Ink map_ink_on(const MapPage& page, int color_class);
Ink density_ink(int density_class);

inline constexpr double kMaxRing = 62;                   // px

}  // namespace problemator
