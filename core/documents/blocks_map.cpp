// Blocks of the map: its territories, the outlined hot spots, the weeks of its player.
#include <algorithm>

#include "core/charts/map_charts.hpp"
#include "core/documents/block_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kMap = {"Карта", "Map"}, kPlaces = {"Территории на карте", "Territories on the map"}, kSpots = {"Очаги", "Hot spots"}, kWeeks = {"Недели", "Weeks"};
constexpr Phrase kPlace = {"Территория", "Territory"}, kCount = {"Сообщений", "Messages"}, kChange = {"Изменение", "Change"}, kKind = {"Очаг", "Hot spot"};
constexpr Phrase kProblem = {"Проблема", "Problem"}, kStatus = {"Состояние", "State"}, kNumber = {"№", "No."}, kWeek = {"Неделя", "Week"};

void fill_places(PageBlock& block, const MapPage& page, const BlockSource& from) {
    block.note = page.note;
    block.more = page.missing;
    const bool has_measure = !page.measure_name.empty() && page.fills_areas;
    block.columns = {{from.say(kPlace)}, {from.say(kCount), true}, {from.say(kChange)}, {from.say(kKind)}};
    if (has_measure) block.columns.push_back({page.measure_name, true});
    for (const MapPlace& place : page.places) {
        block.rows.push_back({{.text = place.name}, cell_of(place.count, from.lang), {.text = place.change}, {.text = place.kind}});
        if (has_measure) block.rows.back().push_back(cell_of(place.measure, from.lang));
    }
}

void fill_spots(PageBlock& block, const MapPage& page, const BlockSource& from) {
    block.note = page.spots_note;
    block.columns = {{from.say(kNumber), true}, {from.say(kProblem)}, {from.say(kPlace)}, {from.say(kStatus)}, {from.say(kCount), true}};
    for (const MapSpot& spot : page.spots)
        block.rows.push_back({cell_of(std::to_string(spot.number), from.lang), {.text = spot.title}, {.text = spot.place}, {.text = spot.status}, cell_of(spot.count, from.lang)});
    if (page.spots.empty()) block.words = page.no_spots;
}

void fill_weeks(PageBlock& block, const MapPage& page, const BlockSource& from) {
    block.columns = {{from.say(kWeek)}, {from.say(kCount), true}};
    for (const Bar& week : page.weeks) {               // «неделя 46: 168», «неделя 47: < 3»
        const std::size_t colon = std::min(week.label.rfind(": "), week.label.size());
        block.rows.push_back({{.text = week.label.substr(0, colon)}, cell_of(week.label.substr(std::min(colon + 2, week.label.size())), from.lang, week.href)});
    }
}

}  // namespace

std::vector<BlockName> names_of(const MapPage& page, Lang lang) {
    std::vector<BlockName> names = {{"map", std::string{kMap.in(lang)}, true}, {"places", std::string{kPlaces.in(lang)}, false}, {"spots", std::string{kSpots.in(lang)}, false}};
    if (!page.weeks.empty()) names.push_back({"weeks", std::string{kWeeks.in(lang)}, true});
    return names;
}

void fill(PageBlock& block, const MapPage& page, const BlockSource& from) {
    if (block.id == "map" || block.id == "places") fill_places(block, page, from);
    else if (block.id == "spots") fill_spots(block, page, from);
    else if (block.id == "weeks") fill_weeks(block, page, from);
}

std::optional<Scene> picture_of(const MapPage& page, std::string_view id, double width, Lang lang) {
    if (id == "map") return page.as_tiles ? map_tiles(page, width, width * 0.7, lang) : map_chart(page, width, width * 0.75, lang, MapHits::Off);
    if (id == "weeks") return map_weeks(page, width, width * 0.14, lang);
    return std::nullopt;
}

}  // namespace problemator
