// The map on the canvas: parts inside the page, cells and badges that open their rows, a drag that moves the map, a player that stops.
#include <gtest/gtest.h>

#include "core/charts/map_charts.hpp"
#include "views_rig.hpp"
#include "web/views/map.hpp"

namespace problemator::web {
namespace {

MapPage sample_map(Lang lang) {
    const SampleWords words = words_in(lang);
    MapPage page;
    page.verdict = "2 очага: сообщений больше обычного на том же месте";
    page.note = "Неделя 46 (9–15 ноября 2026). Схема: контур, границы, река и дороги условные. Точка известна у 212 из 444, ячейка 3 км";
    page.views = sample_choices({"Территория × блок", "Неделя × блок", "День × час", "Территория × неделя", "Подразделение × тема", "Карта"}, "view");
    page.measures = sample_choices(words.measures, "measure");
    page.forms = sample_choices({"География", "Плитки"}, "tiles");
    page.rail = sample_rail(words);
    page.plane = {62, 66};
    page.middle = {62.3, 66.0};
    page.wide_m = page.tall_m = 120'000;
    page.zoom_in = "#/teplo?at=1,62300,66000&view=map";
    for (std::size_t i = 0; i < words.territories.size(); ++i) {
        MapPlace place;
        place.id = "r" + std::to_string(i);
        place.name = words.territories[i];
        place.at = Degrees{61.9 + 0.08 * static_cast<double>(i), 65.2 + 0.17 * static_cast<double>(i * 7 % 11)};
        place.count = place.measure = sample_figure(static_cast<std::uint32_t>(120 / (i + 1)), "#/soobshcheniya?t=" + place.id);
        place.change = "+3";
        place.href = "#/teplo?t=" + place.id + "&view=map";
        page.places.push_back(std::move(place));
    }
    page.density.size_m = 3000;
    for (int q = -6; q < 6; ++q) page.density.cells.push_back({{q, 10 + q % 3}, sample_figure(5, "#/soobshcheniya?hex=" + std::to_string(q)), 4, "ячейка 3 км"});
    page.placed = 60;
    for (int i = 1; i <= 4; ++i) {
        MapSpot spot;
        spot.number = i;
        spot.title = "Очистка от снега и наледи дворовых территорий";
        spot.place = words.territories[static_cast<std::size_t>(i)];
        spot.status = "усиливается";
        spot.count = sample_figure(30, "#/soobshcheniya?spot=" + std::to_string(i));
        spot.trend.values.assign(26, 4.0);
        spot.at = page.places[static_cast<std::size_t>(i)].at;
        page.spots.push_back(std::move(spot));
    }
    page.spots_note = "показаны 4 из 6";
    page.inset = MapInset{words.territories[1] + ", крупно", "ячейка 250 м", *page.places[1].at, 4000, {250, {}}};
    page.layers = {{MapLayer::Density, "Плотность, сообщений в ячейке", "#/teplo?hide=density&view=map", true}, {MapLayer::Totals, "Всего по поселению", "#/teplo?hide=totals&view=map", true}, {MapLayer::Spots, "Очаг: больше обычного", "#/teplo?hide=spots&view=map", false}};
    page.missing = "Без точки на карте: Каменное 12, Сергино 4";
    for (int w = 0; w < 52; ++w) page.weeks.push_back({"неделя " + std::to_string(w + 1) + ": 40", 30.0 + w % 13, false, "#/teplo?view=map&w=" + std::to_string(w)});
    page.week = 50;
    page.week_labels = {{0, "нед. 47, 2025"}, {25, "нед. 21"}, {51, "нед. 46"}};
    return page;
}

struct MapScreen {
    Rig rig{1440, 808};
    SampleWorld world{Screen::Heatmap};
    MapPage page = sample_map(Lang::Ru);
    Stage::Draw draw = [this](Painter& paint, Commands& commands) {
        Ui ui{.paint = paint, .commands = commands, .lang = Lang::Ru};
        draw_map(ui, page, world.context(rig, Lang::Ru));
    };
};

TEST(MapLayout, PartsStandApartAtEverySize) {
    const MapPage page = sample_map(Lang::Ru);
    for (const double width : {900.0, 1024.0, 1280.0, 1440.0, 2560.0})
        for (const double height : {600.0, 808.0, 1300.0}) {
            const MapLayout at = layout_map(page, {90, 160, 120, 180}, width, height);
            EXPECT_LE(right_of(at.map), right_of(at.middle));
            EXPECT_GE(at.map.h, 120);
            EXPECT_LE(bottom_of(at.map), at.key.y);
            EXPECT_GE(at.weeks.y, at.strip_y);
            if (at.side.w == 0) continue;
            EXPECT_LE(right_of(at.middle), at.side.x);
            const MapSideLayout side = layout_map_side(page, at.side);
            for (const Box& spot : side.spots) EXPECT_LE(bottom_of(spot), height);
            if (side.inset.h > 0) { EXPECT_LE(bottom_of(side.inset), side.layers.front().y); }
            EXPECT_LE(bottom_of(side.layers.back()), height);
        }
}

TEST(MapScreen, IsDrawnWithinTheBudgetAndThenRests) {
    MapScreen screen;
    screen.rig.frames(3, screen.draw);
    const ImDrawData& data = screen.rig.frame(screen.draw);
    EXPECT_LT(data.TotalVtxCount, kVertexBudget);
    EXPECT_LT(screen.rig.wake_after(), 0);
    EXPECT_TRUE(screen.rig.commands.empty());
    screen.rig.save("map");
}

TEST(MapScreen, CellOpensItsMessages) {
    MapScreen screen;
    const MapLayout at = layout_map(screen.page, {0, 0, 0, 0}, 1440, 808);
    screen.rig.frames(2, screen.draw);
    const Scene scene = map_chart(screen.page, at.map.w, at.map.h, Lang::Ru);
    const auto hit = std::find_if(scene.hits.begin(), scene.hits.end(), [](const HitRegion& h) { return h.href == "#/soobshcheniya?hex=-6"; });
    ASSERT_NE(hit, scene.hits.end());
}

TEST(MapScreen, LayerIsSwitchedByAClick) {
    MapScreen screen;
    screen.rig.frames(2, screen.draw);
    const MapSideLayout side = layout_map_side(screen.page, {1440 - kMapSide, 0, kMapSide, 808});
    screen.rig.click_at(side.layers[1].x + 60, side.layers[1].y + 15, screen.draw);
    EXPECT_EQ(hrefs_of(screen.rig.commands), std::vector<std::string>{"#/teplo?hide=totals&view=map"});
}

TEST(MapScreen, ArrowsStepTheWeeks) {
    MapScreen screen;
    screen.rig.frames(2, screen.draw);
    press(screen.rig, ImGuiKey_LeftArrow, screen.draw);
    ASSERT_EQ(screen.rig.commands.size(), 1u);
    EXPECT_EQ(std::get<Go>(screen.rig.commands[0]).href, "#/teplo?view=map&w=49");
    EXPECT_TRUE(std::get<Go>(screen.rig.commands[0]).replace);
}

TEST(MapScreen, PlayerShowsTwoWeeksASecondAndStopsAtAnyKey) {
    MapScreen screen;
    screen.page.week = 10;
    screen.rig.frames(2, screen.draw);
    press(screen.rig, ImGuiKey_Space, screen.draw);
    EXPECT_TRUE(screen.rig.commands.empty());
    screen.rig.frames(2, screen.draw);
    EXPECT_GT(screen.rig.wake_after(), 0.2);              // no frame is drawn meanwhile
    screen.rig.seconds = 0.5;
    screen.rig.frame(screen.draw);
    ASSERT_EQ(screen.rig.commands.size(), 1u);
    EXPECT_EQ(std::get<Go>(screen.rig.commands[0]).href, "#/teplo?view=map&w=11");
    EXPECT_TRUE(std::get<Go>(screen.rig.commands[0]).replace);
    screen.page.week = 11;
    screen.rig.seconds = 1.0 / 60;
    press(screen.rig, ImGuiKey_Tab, screen.draw);
    screen.rig.commands.clear();
    screen.rig.seconds = 1;
    screen.rig.frames(3, screen.draw);
    EXPECT_TRUE(screen.rig.commands.empty());
    EXPECT_LT(screen.rig.wake_after(), 0);
}

TEST(MapScreen, DragMovesAMapThatIsZoomedIn) {
    MapScreen screen;
    screen.page.look.zoom = screen.world.state.map.zoom = 3;
    screen.page.density.cells.clear();
    screen.page.places.clear();
    screen.page.spots.clear();
    screen.rig.frames(2, screen.draw);
    screen.rig.point_at(560, 400);
    screen.rig.frames(2, screen.draw);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    screen.rig.frames(2, screen.draw);
    screen.rig.point_at(660, 340);
    screen.rig.frames(3, screen.draw);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    screen.rig.frames(2, screen.draw);
    ASSERT_EQ(screen.rig.commands.size(), 1u);
    const State moved = from_hash(std::get<Go>(screen.rig.commands[0]).href);
    EXPECT_LT(moved.map.lon_e3, 66'000);                  // the ground went right: what is seen lies farther west
    EXPECT_GT(moved.map.lat_e3, 0);
}

TEST(MapScreen, TilesHaveNoZoom) {
    MapScreen screen;
    screen.page.as_tiles = true;
    screen.rig.frames(3, screen.draw);
    EXPECT_TRUE(screen.rig.commands.empty());
    screen.rig.save("map-tiles");
}

}  // namespace
}  // namespace problemator::web
