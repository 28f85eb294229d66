// Pictures of the map: nothing overlaps at any size, the ground stays in its box, tiles never share a place.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/charts/map_charts.hpp"
#include "scene_check.hpp"

namespace problemator {
namespace {

using namespace testing_parts;

constexpr GridPlane kPlane{62, 66};

Figure number(std::uint32_t n) { return {std::to_string(n), {}, static_cast<double>(n), "#/soobshcheniya", n, false, {}}; }

MapPlace place(std::string name, std::optional<Degrees> at, std::uint32_t n) {
    MapPlace out;
    out.id = out.name = std::move(name);
    out.at = at;
    out.count = out.measure = number(n);
    out.change = "+" + std::to_string(n / 4);
    out.color_class = static_cast<int>(n % 7);
    out.href = "#/teplo";
    out.tooltip = {{"сообщений", std::to_string(n)}};
    return out;
}

std::shared_ptr<const DistrictMap> ground() {
    DistrictMap map;
    map.shapes.push_back({MapKind::District, {}, {{{6'150'000, 6'450'000}, {6'150'000, 6'750'000}, {6'320'000, 6'760'000}, {6'310'000, 6'440'000}}}});
    map.shapes.push_back({MapKind::Territory, "Приобье", {{{6'150'000, 6'450'000}, {6'150'000, 6'600'000}, {6'315'000, 6'600'000}, {6'310'000, 6'440'000}}}});
    map.shapes.push_back({MapKind::River, {}, {{{6'100'000, 6'700'000}, {6'250'000, 6'600'000}, {6'400'000, 6'460'000}}}});
    return std::make_shared<const DistrictMap>(std::move(map));
}

MapPage sample(bool is_crowded = false) {
    MapPage page;
    page.plane = kPlane;
    page.middle = {62.35, 66.0};
    page.wide_m = 160'000, page.tall_m = 190'000;
    page.ground = ground();
    page.places = {place("Приобье", Degrees{62.521, 65.596}, 114), place("Октябрьское", Degrees{62.458, 66.034}, 72), place("Андра", Degrees{62.515, 65.888}, 45), place("Талинка", Degrees{61.551, 66.442}, 43),
                   place("Перегрёбное", Degrees{62.967, 65.083}, 15), place("Шеркалы", Degrees{62.758, 65.475}, 8), place("Каменное", {}, 5)};
    if (is_crowded)
        for (int i = 0; i < 24; ++i) page.places.push_back(place("Населённый пункт " + std::to_string(i), Degrees{62.3 + i * 0.01, 65.9 + i % 5 * 0.02}, static_cast<std::uint32_t>(20 + i)));
    page.density.size_m = 3000;
    for (int q = -8; q < 6; ++q)
        for (int r = 8; r < 22; r += 3) page.density.cells.push_back({{q, r}, number(static_cast<std::uint32_t>(1 + (q * q + r) % 9)), 1 + (q * q + r) % 5, "ячейка 3 км"});
    page.placed = 200;
    for (int i = 1; i <= 3; ++i) {
        MapSpot spot;
        spot.number = i;
        spot.title = "Температура в квартирах";
        spot.place = "Приобье";
        spot.status = "новый";
        spot.count = number(30);
        spot.at = Degrees{62.521, 65.596};
        spot.cells = {{i, 18}, {i + 1, 18}};
        page.spots.push_back(std::move(spot));
    }
    page.measure_name = std::string{measure_name(Measure::Count).ru};
    page.legend = {"1–2", "3–5", "6–9", "10–15", "16–24", "25–39", "40+"};
    for (int w = 0; w < 52; ++w) page.weeks.push_back({"неделя " + std::to_string(w + 1) + ": 40", 30.0 + w % 17, false, "#/teplo?w=" + std::to_string(w)});
    page.week = 51;
    page.week_labels = {{0, "нед. 47, 2025"}, {12, "нед. 8"}, {25, "нед. 21"}, {38, "нед. 34"}, {51, "нед. 46"}};
    page.inset = MapInset{"Приобье, крупно", "ячейка 250 м", {62.521, 65.596}, 4000, {250, {}}};
    for (int q = -6; q < 6; ++q) page.inset->density.cells.push_back({hex_at(to_metres(kPlane, {62.521 + q * 0.002, 65.596 + q * 0.003}), 250), number(static_cast<std::uint32_t>(7 + q)), 1 + std::abs(q) % 5, "ячейка 250 м"});
    return page;
}

TEST(MapChart, TextsStandApartAtEverySizeAndZoom) {
    for (const bool is_crowded : {false, true})
        for (const double width : {240.0, 480.0, 756.0, 1300.0})
            for (const double height : {160.0, 420.0, 700.0})
                for (const double zoom : {1.0, 0.3, 0.02}) {
                    MapPage page = sample(is_crowded);
                    page.wide_m *= zoom, page.tall_m *= zoom;
                    for (const Lang lang : {Lang::Ru, Lang::En}) expect_sound(map_chart(page, width, height, lang));
                }
}

TEST(MapChart, EveryCellInSightAnswersThePointer) {
    const MapPage page = sample();
    const Scene scene = map_chart(page, 756, 560, Lang::Ru);
    std::size_t cells = 0;
    for (const HitRegion& hit : scene.hits) cells += hit.title == "ячейка 3 км" ? 1u : 0u;
    EXPECT_EQ(cells, page.density.cells.size());
    EXPECT_TRUE(map_chart(page, 756, 560, Lang::Ru, MapHits::Off).hits.empty());
}

TEST(MapView, CellDrawnSmallerKeepsItsMiddle) {
    const MapView view{kPlane, {62.3, 66.1}, 80'000, 50'000, {0, 0, 400, 300}};
    const HexCell cell{9, -14};
    const Point middle = view.at(hex_centre(cell, 3000));
    Point sum;
    for (const Point p : hex_polygon(view, cell, 3000, 0.9)) sum.x += p.x / 6, sum.y += p.y / 6;
    EXPECT_NEAR(sum.x, middle.x, 1e-6);
    EXPECT_NEAR(sum.y, middle.y, 1e-6);
}

TEST(MapChart, HiddenLayersAreNotDrawn) {
    MapPage page = sample();
    const auto marks = map_chart(page, 756, 560, Lang::Ru).marks.size();
    page.look.hidden = bit(MapLayer::Density) | bit(MapLayer::Spots);
    EXPECT_LT(map_chart(page, 756, 560, Lang::Ru).marks.size(), marks - page.density.cells.size());
}

TEST(MapChart, WithoutAnythingItSaysSo) {
    MapPage page;
    page.wide_m = page.tall_m = 1000;
    const Scene scene = map_chart(page, 300, 200, Lang::En);
    expect_finite(scene);
    EXPECT_EQ(scene.summary, "No points on the map");
}

TEST(MapView, PixelsAndDegreesAreOneAnothersInverse) {
    const MapView view{kPlane, {62.3, 66.1}, 80'000, 50'000, {10, 20, 400, 300}};
    for (const Point p : {Point{10, 20}, Point{210, 170}, Point{400, 300}}) {
        const Point back = view.at(view.under(p));
        EXPECT_NEAR(back.x, p.x, 1e-6);
        EXPECT_NEAR(back.y, p.y, 1e-6);
    }
}

TEST(ClipPolygon, KeepsThePartInTheBox) {
    const auto part = clip_polygon({{-10, -10}, {30, -10}, {30, 30}, {-10, 30}}, {0, 0, 20, 20});
    ASSERT_EQ(part.size(), 4u);
    for (const Point p : part) EXPECT_TRUE((p.x == 0 || p.x == 20) && (p.y == 0 || p.y == 20));
    EXPECT_TRUE(clip_polygon({{30, 30}, {40, 30}, {40, 40}}, {0, 0, 20, 20}).empty());
}

TEST(ClipLine, GivesEveryPartInTheBox) {
    const auto parts = clip_line({{-5, 5}, {5, 5}, {5, -5}, {15, -5}, {15, 5}, {25, 5}}, {0, 0, 20, 20});
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0], (std::vector<Point>{{0, 5}, {5, 5}, {5, 0}}));
    EXPECT_EQ(parts[1], (std::vector<Point>{{15, 0}, {15, 5}, {20, 5}}));
}

TEST(MapTiles, NoTwoTilesShareAPlace) {
    for (const bool is_crowded : {false, true}) {
        const auto places = sample(is_crowded).places;
        std::set<std::pair<int, int>> taken;
        for (const TileSpot spot : place_tiles(places)) {
            EXPECT_GE(spot.column, 0);
            EXPECT_GE(spot.row, 0);
            EXPECT_TRUE(taken.insert({spot.column, spot.row}).second);
        }
        EXPECT_EQ(taken.size(), places.size());
    }
}

TEST(MapTiles, NorthStaysAboveAndWestStaysLeft) {
    const auto places = sample().places;
    const auto tiles = place_tiles(places);
    EXPECT_LT(tiles[4].row, tiles[3].row);                // Перегрёбное, Талинка
    EXPECT_LT(tiles[0].column, tiles[1].column);          // Приобье, Октябрьское
}

TEST(MapTiles, TextsStandApart) {
    for (const double width : {300.0, 756.0, 1300.0})
        for (const double height : {260.0, 600.0}) {
            expect_sound(map_tiles(sample(), width, height, Lang::Ru));
            expect_sound(map_tiles(sample(true), width, height, Lang::En));
        }
}

// Where there is room the tiles grow wider, so that no name is cut.
TEST(MapTiles, NamesStandWhole) {
    const std::string texts = [] {
        std::string out;
        for (const TextBox& text : text_boxes(map_tiles(sample(), 740, 480, Lang::Ru))) out += text.text + '|';
        return out;
    }();
    for (const MapPlace& place : sample().places) EXPECT_NE(texts.find(place.name + '|'), std::string::npos) << place.name << " in " << texts;
}

TEST(MapParts, InsetWeeksAndKeysAreSound) {
    for (const double width : {220.0, 340.0, 700.0}) {
        expect_sound(map_inset(sample(), width, 260, Lang::Ru));
        expect_sound(map_weeks(sample(), width, 64, Lang::Ru));
        expect_sound(measure_key(sample(), width, Lang::En));
    }
    expect_sound(density_key(120, 26));
}

TEST(MapWeeks, EveryWeekOpensItsMap) {
    const Scene scene = map_weeks(sample(), 700, 64, Lang::Ru);
    EXPECT_EQ(scene.hits.size(), 52u);
    EXPECT_EQ(scene.hits[7].href, "#/teplo?w=7");
}

}  // namespace
}  // namespace problemator
