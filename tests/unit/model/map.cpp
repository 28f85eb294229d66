// The map's model: every message in one cell, every number opens its rows, spots with their places, weeks to choose.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/clean/map_geojson.hpp"
#include "core/model/map/map_cells.hpp"
#include "core/model/messages/messages_page.hpp"
#include "make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;

/// Messages of 20 weeks around Октябрьское and Приобье, and a surge on one street of Приобье in the last one.
Snapshot made() {
    Maker maker;
    const auto place = [](Message m, double lat, double lon) {
        m.has_place = true;
        m.lat = lat, m.lon = lon;
        return m;
    };
    for (int day = 1; day <= 140; ++day) {
        const double shift = (day * 37 % 20) * 0.001;
        maker.builder.add(place(maker.message(0, 0, 0, day), 62.458 + shift, 66.034 - shift));
        maker.builder.add(place(maker.message(1, 1, 2, day), 62.521 - shift, 65.596 + shift));
        if (day % 10 == 0) maker.builder.add(maker.message(0, 0, 2, day));
        if (day % 7 == 0) maker.builder.add(maker.message(2, 0, 4, day));                      // Каменное: nobody knows its point
    }
    for (int i = 0; i < 24; ++i) maker.builder.add(place(maker.message(0, 0, 2, 1 + i % 7), 62.5215 + (i % 3) * 0.0002, 65.5965));
    Snapshot snapshot = std::move(maker).finish();
    snapshot.map = builtin_map(testing_tables::oktyabrskoe());
    snapshot.info.plane = GridPlane{62, 66};
    return snapshot;
}

struct Shown {
    Snapshot snapshot = made();
    World world{testing_tables::oktyabrskoe(), snapshot, "test"};
    MapPage page(const std::string& hash = "#/teplo?view=map") const { return map_page(world, from_hash(hash)); }
    std::size_t listed(const std::string& href) const { return count_rows(snapshot.table, filter_of(from_hash(href), snapshot.table, snapshot.info.week)); }
};

TEST(MapPage, EveryMessageWithAPointIsInExactlyOneCell) {
    const Shown shown;
    const MapPage page = shown.page();
    std::uint32_t all = 0;
    for (const MapHex& hex : page.density.cells) {
        all += hex.count.n;
        EXPECT_EQ(shown.listed(hex.count.href), hex.count.n) << hex.count.href;
    }
    EXPECT_EQ(all, page.placed);
    EXPECT_GT(page.placed, 30u);
}

TEST(MapPage, CellsFollowTheZoom) {
    const Shown shown;
    const MapPage far = shown.page(), near = shown.page("#/teplo?view=map&at=6,62521,65596");
    EXPECT_GT(far.density.size_m, near.density.size_m);
    EXPECT_EQ(near.density.size_m % kExactCellMetres, 0u);
    EXPECT_TRUE(far.fit.empty());
    EXPECT_FALSE(near.fit.empty());
    EXPECT_NEAR(near.middle.lat, 62.521, 1e-6);
    EXPECT_TRUE(shown.page("#/teplo?view=map&at=8,62521,65596").zoom_in.empty());
}

TEST(MapPage, SpotNamesItsPlaceAndOutlinesWhereItStands) {
    const Shown shown;
    const MapPage page = shown.page();
    ASSERT_FALSE(page.spots.empty());
    const MapSpot& spot = page.spots.front();
    EXPECT_EQ(spot.place, "Приобье");
    EXPECT_EQ(spot.number, 1);
    EXPECT_EQ(spot.status, "новый");
    EXPECT_EQ(shown.listed(spot.count.href), spot.count.n);
    ASSERT_FALSE(spot.cells.empty());
    ASSERT_TRUE(spot.at);
    EXPECT_NEAR(spot.at->lat, 62.5215, 0.03);
    ASSERT_TRUE(page.inset);
    EXPECT_EQ(page.inset->title, "Приобье, крупно");
}

TEST(MapPage, TerritoriesAreCountedWhicheverIsSelected) {
    const Shown shown;
    const MapPage all = shown.page(), one = shown.page("#/teplo?t=priobye&view=map");
    ASSERT_EQ(all.places.size(), one.places.size());
    for (std::size_t i = 0; i < all.places.size(); ++i) EXPECT_EQ(all.places[i].count.n, one.places[i].count.n);
    const auto priobye = std::find_if(one.places.begin(), one.places.end(), [](const MapPlace& p) { return p.id == "priobye"; });
    EXPECT_TRUE(priobye->is_selected);
    EXPECT_TRUE(from_hash(priobye->href).keep[index(Dimension::Territory)].empty());
    EXPECT_EQ(shown.listed(priobye->count.href), priobye->count.n);
}

TEST(MapPage, TerritoriesWithoutAPointAreNamed) {
    const MapPage page = Shown{}.page();
    EXPECT_NE(page.missing.find("Каменное"), std::string::npos) << page.missing;
}

TEST(MapPage, RatesFillAreasAndCountsDoNot) {
    const Shown shown;
    EXPECT_FALSE(shown.page().fills_areas);
    EXPECT_TRUE(shown.page("#/teplo?measure=overdue_share&view=map").fills_areas);
    EXPECT_TRUE(shown.page("#/teplo?change=1&view=map").is_diverging);
}

TEST(MapPage, WeeksEndWithTheNewestAndOpenTheirMap) {
    const Shown shown;
    const MapPage page = shown.page();
    ASSERT_EQ(page.weeks.size(), 52u);
    EXPECT_EQ(page.week, 51u);
    const State before = from_hash(page.weeks[50].href);
    EXPECT_EQ(before.week, shown.snapshot.info.week - 1);
    EXPECT_EQ(before.view, MatrixView::Map);
    EXPECT_EQ(static_cast<double>(count_rows(shown.snapshot.table, filter_of(before, shown.snapshot.table, shown.snapshot.info.week))), page.weeks[50].value);
}

TEST(MapPage, CellOfALinkIsAFilterThatCanBeTakenOff) {
    const Shown shown;
    const MapPage page = shown.page();
    const std::string href = page.density.cells.front().count.href;
    const MessagesPage messages = messages_page(shown.world, from_hash(href));
    EXPECT_EQ(messages.rows.size(), page.density.cells.front().count.n);
    ASSERT_FALSE(messages.chips.empty());
    const auto chip = std::find_if(messages.chips.begin(), messages.chips.end(), [](const Chip& c) { return c.text.starts_with("Место: ячейка"); });
    ASSERT_NE(chip, messages.chips.end());
    EXPECT_TRUE(from_hash(chip->href).place.is_everywhere());
}

TEST(MapPage, WithoutAnyPointThereAreTiles) {
    Profile profile = testing_tables::oktyabrskoe();
    for (Territory& territory : profile.territories) territory.lat.reset(), territory.lon.reset();
    Maker maker;
    maker.builder.add(maker.message(0, 0, 0, 1));
    const Snapshot snapshot = std::move(maker).finish();
    const MapPage page = map_page({profile, snapshot, "test"}, from_hash("#/teplo?view=map"));
    EXPECT_TRUE(page.as_tiles);
    EXPECT_TRUE(page.forms.empty());
    EXPECT_TRUE(page.zoom_in.empty());
}

TEST(MapPage, PublishedCellsOfFewAreHidden) {
    Shown shown;
    shown.snapshot.info.is_published = true;
    for (const MapHex& hex : shown.page().density.cells) {
        if (hex.count.n >= 3) continue;
        EXPECT_EQ(hex.color_class, 1);
        EXPECT_TRUE(hex.count.href.empty());
    }
}

}  // namespace
}  // namespace problemator
