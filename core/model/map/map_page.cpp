#include "core/model/map/map_page.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/format.hpp"
#include "core/model/frame/rail.hpp"
#include "core/model/heat/heat_choices.hpp"
#include "core/model/heat/matrix_measures.hpp"
#include "core/model/map/map_parts.hpp"
#include "core/model/names.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "core/model/words.hpp"

namespace problemator {
namespace {

constexpr double kZoomStep = 1.6, kLeastInset = 2'500, kMostInset = 14'000, kAir = 0.04;
constexpr std::size_t kFrameRows = 20'000;               // newest messages looked at where there is neither ground nor territory

std::string say(const Scope& scope, const Phrase& phrase) { return std::string{phrase.in(scope.lang)}; }

/// «неделя 46» at the beginning of a sentence.
std::string with_capital(std::string words) {
    if (words.empty()) return words;
    const auto first = static_cast<unsigned char>(words[0]);
    const auto second = static_cast<unsigned char>(words.size() > 1 ? words[1] : 0);
    if (first >= 'a' && first <= 'z') words[0] = static_cast<char>(first - 'a' + 'A');
    else if (first == 0xD0 && second >= 0xB0) words[1] = static_cast<char>(second - 0x20);
    else if (first == 0xD1 && second >= 0x80 && second < 0x90) words[0] = '\xD0', words[1] = static_cast<char>(second + 0x20);
    return words;
}

class Extent {
public:
    explicit Extent(GridPlane plane) : plane_{plane} {}
    void add(Degrees at) {
        const Metres p = to_metres(plane_, at);
        if (!frame_) frame_ = MapFrame{p, p};
        frame_->low = {std::min(frame_->low.x, p.x), std::min(frame_->low.y, p.y)};
        frame_->high = {std::max(frame_->high.x, p.x), std::max(frame_->high.y, p.y)};
    }
    std::optional<MapFrame> frame() const { return frame_; }

private:
    GridPlane plane_;
    std::optional<MapFrame> frame_;
};

MapFrame with_air(MapFrame frame) {
    const double air = std::max({frame.wide(), frame.tall(), 4'000.0}) * kAir;
    return {{frame.low.x - air, frame.low.y - air}, {frame.high.x + air, frame.high.y + air}};
}

Filter map_filter(const Scope& scope) {
    Filter filter = scope.filter;
    filter.place = {};
    return filter;
}

std::string verdict_of(const Scope& scope, const MapPage& page, std::int64_t messages) {
    constexpr Counted spots = {"очаг", "очага", "очагов", "hot spot", "hot spots"};
    const std::string n = counted_words(scope.world, messages, kMessages, scope.lang);
    if (!scope.is_one_week || !scope.is_finished) return n + ", " + period_words(scope.filter.period, scope.lang);
    if (page.spots.empty()) return say(scope, {"Очагов нет: ", "No hot spots: "}) + n + say(scope, {" за неделю", " in the week"});
    return format_counted(static_cast<std::int64_t>(page.spots.size()), spots, scope.lang) + say(scope, {": сообщений больше обычного на том же месте", ": more messages than usual in the same place"});
}

std::string note_of(const Scope& scope, const MapPage& page, std::int64_t messages) {
    std::string out = with_capital(period_words(scope.filter.period, scope.lang));
    if (page.ground && page.ground->is_schematic) out += say(scope, {". Схема: контур, границы, река и дороги условные", ". A sketch: outline, borders, river and roads are schematic"});
    else if (page.ground) out += say(scope, {". Контур, реки и дороги — из файла района", ". Outline, rivers and roads are from the district's file"});
    if (page.ground && !page.ground->is_schematic && !page.ground->source.empty()) out += ": " + page.ground->source;
    if (page.placed > 0)
        out += say(scope, {". Точка известна у ", ". The point is known of "}) + count_words(scope.world, page.placed, scope.lang) + say(scope, {" из ", " of "}) + count_words(scope.world, messages, scope.lang) + ", " + cell_words(page.density.size_m, scope.lang);
    else out += say(scope, {". Точных мест у сообщений нет", ". No message has an exact place"});
    return out;
}

void look(MapPage& page, const Scope& scope) {
    page.plane = map_plane(scope.world);
    page.look = scope.state.map;
    const auto whole = whole_frame(scope.world);
    page.as_tiles = scope.state.map.as_tiles || !whole;
    if (!whole) return;
    const double share = std::pow(kZoomStep, -page.look.zoom);
    page.wide_m = whole->wide() * share;
    page.tall_m = whole->tall() * share;
    Metres middle{(whole->low.x + whole->high.x) / 2, (whole->low.y + whole->high.y) / 2};
    if (page.look.zoom > 0) {
        const Metres asked = to_metres(page.plane, {page.look.lat_e3 / 1e3, page.look.lon_e3 / 1e3});
        middle = {std::clamp(asked.x, whole->low.x, whole->high.x), std::clamp(asked.y, whole->low.y, whole->high.y)};
    }
    page.middle = to_degrees(page.plane, middle);
}

/// Nearer goes to the selected territory, else to the middle of what is seen.
void add_zoom(MapPage& page, const Scope& scope) {
    if (page.as_tiles) return;
    const auto to = [&](int zoom, Degrees middle) {
        State state = scope.state;
        state.map.zoom = zoom;
        state.map.lat_e3 = zoom == 0 ? 0 : static_cast<std::int32_t>(std::lround(middle.lat * 1e3));
        state.map.lon_e3 = zoom == 0 ? 0 : static_cast<std::int32_t>(std::lround(middle.lon * 1e3));
        return to_hash(state);
    };
    Degrees nearer = page.middle;
    const auto selected = std::find_if(page.places.begin(), page.places.end(), [](const MapPlace& p) { return p.is_selected && p.at; });
    if (page.look.zoom == 0 && selected != page.places.end()) nearer = *selected->at;
    if (page.look.zoom < kMaxMapZoom) page.zoom_in = to(page.look.zoom + 1, nearer);
    if (page.look.zoom > 0) page.zoom_out = to(page.look.zoom - 1, page.middle);
    if (page.look.zoom > 0) page.fit = to(0, page.middle);
}

void add_layers(MapPage& page, const Scope& scope) {
    if (page.as_tiles) return;
    constexpr std::pair<MapLayer, Phrase> names[] = {{MapLayer::Density, {"Плотность, сообщений в ячейке", "Density, messages in a cell"}},
                                                     {MapLayer::Totals, {"Всего по поселению", "Total by settlement"}},
                                                     {MapLayer::Spots, {"Очаг: больше обычного", "Hot spot: more than usual"}},
                                                     {MapLayer::Areas, {"Заливка территорий: ", "Fill of territories: "}}};
    for (const auto& [layer, name] : names) {
        if (layer == MapLayer::Areas && !page.fills_areas) continue;
        const bool are_areas_filled = page.fills_areas && (scope.state.map.hidden & bit(MapLayer::Areas)) == 0;
        if (layer == MapLayer::Density && (page.placed == 0 || are_areas_filled)) continue;
        State state = scope.state;
        state.map.hidden = static_cast<std::uint8_t>(state.map.hidden ^ bit(layer));
        page.layers.push_back({layer, say(scope, name) + (layer == MapLayer::Areas ? page.measure_name : std::string{}), to_hash(state), (scope.state.map.hidden & bit(layer)) == 0});
    }
}

void add_forms(MapPage& page, const Scope& scope) {
    if (page.wide_m <= 0) return;
    for (const bool as_tiles : {false, true}) {
        State state = scope.state;
        state.map.as_tiles = as_tiles;
        page.forms.push_back({say(scope, as_tiles ? Phrase{"Плитки", "Tiles"} : Phrase{"География", "Geography"}), to_hash(state), page.as_tiles == as_tiles});
    }
}

/// Rates fill areas, counts never do: a large territory would look worse than it is.
void add_measure(MapPage& page, const Scope& scope) {
    const Measure measure = matrix_measure(scope.state, MatrixView::Map);
    const CellMeaning kind = cell_meaning(scope.state);
    page.is_diverging = kind != CellMeaning::Value;
    page.legend = legend_of(measure, kind, scope.lang);
    page.measure_name = kind == CellMeaning::Change ? say(scope, {"изменение", "change"}) : kind == CellMeaning::Deviation ? say(scope, {"отклонение от нормы", "deviation from the norm"}) : std::string{measure_name(measure).in(scope.lang)};
    const bool has_areas = page.ground && std::any_of(page.ground->shapes.begin(), page.ground->shapes.end(), [](const MapShape& s) { return s.kind == MapKind::Territory; });
    page.fills_areas = has_areas && !page.as_tiles && (kind != CellMeaning::Value || measure != Measure::Count);
}

/// Most of its messages within: the eight nearest tenths.
double reach_of(const Scope& scope, const std::vector<std::uint32_t>& rows, Code territory, Metres middle, GridPlane plane) {
    std::vector<double> distances;
    for (const std::uint32_t row : rows) {
        if (scope.table.column(Dimension::Territory)[row] != territory || !has_row_point(scope.table, row)) continue;
        const Metres p = to_metres(plane, row_point(scope.table, row));
        distances.push_back(std::hypot(p.x - middle.x, p.y - middle.y));
    }
    if (distances.empty()) return 0;
    const auto at = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 8 / 10);
    std::nth_element(distances.begin(), at, distances.end());
    return *at;
}

/// The selected territory close up, else that of the first hot spot with a point, else the largest.
void add_inset(MapPage& page, const Scope& scope, const MapSpots& spots, const std::vector<std::uint32_t>& rows) {
    const Dictionary& names = scope.table.dictionary(Dimension::Territory);
    const MapPlace* chosen = nullptr;
    for (const MapPlace& place : page.places)
        if (!chosen && place.at && place.is_selected) chosen = &place;
    for (const Code code : spots.territories)
        for (const MapPlace& place : page.places)
            if (!chosen && place.at && names.find_id(place.id) == code && code != kNotGiven) chosen = &place;
    for (const MapPlace& place : page.places)
        if (!chosen && place.at && place.count.n > 0) chosen = &place;
    if (!chosen || page.placed == 0) return;
    const double reach = reach_of(scope, rows, names.find_id(chosen->id), to_metres(page.plane, *chosen->at), page.plane);
    if (reach <= 0) return;
    MapInset inset;
    inset.title = chosen->name + say(scope, {", крупно", ", close up"});
    inset.middle = *chosen->at;
    inset.across_m = std::clamp(reach * 2.5, kLeastInset, kMostInset);
    inset.density = density_layer(scope, rows, finest_cell(scope.world));
    const Metres middle = to_metres(page.plane, inset.middle);
    const double size = inset.density.size_m;
    auto& cells = inset.density.cells;
    cells.erase(std::remove_if(cells.begin(), cells.end(), [&](const MapHex& hex) {
        const Metres c = hex_centre(hex.cell, size);
        return std::abs(c.x - middle.x) > inset.across_m + size || std::abs(c.y - middle.y) > inset.across_m + size;
    }), cells.end());
    inset.note = cell_words(inset.density.size_m, scope.lang);
    page.inset = std::move(inset);
}

void add_missing(MapPage& page, const Scope& scope) {
    for (const MapPlace& place : page.places)
        if (!place.at && place.count.n > 0) page.missing += (page.missing.empty() ? say(scope, {"Без точки на карте: ", "Without a point on the map: "}) : ", ") + place.name + ' ' + place.count.text;
}

}  // namespace

std::optional<MapFrame> whole_frame(const World& world) {
    Extent extent{map_plane(world)};
    if (world.snapshot.map)
        for (const MapShape& shape : world.snapshot.map->shapes)
            for (const MapLine& line : shape.lines)
                for (const MapVertex v : line) extent.add({v.lat_e5 / 1e5, v.lon_e5 / 1e5});
    for (const Territory& territory : world.profile.territories)
        if (territory.lat && territory.lon) extent.add({*territory.lat, *territory.lon});
    const Table& table = world.snapshot.table;
    if (!extent.frame())
        for (std::size_t row = table.rows() - std::min(table.rows(), kFrameRows); row < table.rows(); ++row)
            if (has_row_point(table, static_cast<std::uint32_t>(row))) extent.add(row_point(table, static_cast<std::uint32_t>(row)));
    const auto frame = extent.frame();
    return frame ? std::optional{with_air(*frame)} : std::nullopt;
}

void prepare_map(Preparations& out, const Scope& scope) {
    prepare_alarms(out, scope.week, 1, Where::Anywhere);
    prepare_rail(out, scope);
    prepare_places(out, scope);
    out.push_back([](const Scope& own) { map_weeks(own); });
}

MapPage map_page(const World& world, const State& state) {
    const Scope scope = scope_of(world, state);
    MapPage page;
    page.views = heat_views(state);
    page.measures = heat_measures(state);
    page.rail = build_rail(scope);
    page.ground = world.snapshot.map;
    look(page, scope);
    const std::vector<std::uint32_t> rows = passing_rows(scope, map_filter(scope));
    page.placed = static_cast<std::uint32_t>(std::count_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return has_row_point(scope.table, row); }));
    page.places = map_places(scope);
    page.density = density_layer(scope, rows, fitting_cell(world, std::min(page.wide_m, page.tall_m)));
    MapSpots spots = map_spots(scope, page.density.size_m, finest_cell(world));
    page.spots = std::move(spots.shown);
    page.spots_note = std::move(spots.note);
    page.no_spots = std::move(spots.none);
    add_measure(page, scope);
    add_layers(page, scope);
    add_forms(page, scope);
    add_zoom(page, scope);
    add_inset(page, scope, spots, rows);
    add_missing(page, scope);
    MapWeeks weeks = map_weeks(scope);
    page.weeks = std::move(weeks.weeks);
    page.week = weeks.shown;
    page.week_labels = std::move(weeks.labels);
    page.verdict = verdict_of(scope, page, static_cast<std::int64_t>(rows.size()));
    page.note = note_of(scope, page, static_cast<std::int64_t>(rows.size()));
    return page;
}

}  // namespace problemator
