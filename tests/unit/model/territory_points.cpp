// Territories without a point in the profile stand in the middle of their messages.
#include "core/model/map/territory_points.hpp"

#include <gtest/gtest.h>

#include "core/model/map/map_page.hpp"
#include "core/model/world.hpp"
#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using testing_tables::Maker;
using testing_tables::oktyabrskoe;

constexpr std::size_t kPriobye = 2, kKamennoe = 4, kKarymkary = 5;   // of the profile; the last two have no point there

/// `lats` of messages of one territory, all at 66.5 east.
void write_from(Maker& maker, std::size_t territory, std::initializer_list<double> lats) {
    for (const double lat : lats) {
        Message m = maker.message(0, 0, territory, 3);
        m.has_place = true, m.lat = lat, m.lon = 66.5;
        maker.builder.add(m);
    }
}

TEST(TerritoryPoints, ATerritoryStandsInTheMiddleOfItsMessagesAndOneWrongPointDoesNotMoveIt) {
    Maker maker;
    write_from(maker, kKamennoe, {61.80, 61.81, 61.82, 61.83, 12.0});
    write_from(maker, kKarymkary, {62.0, 62.1, 62.2, 62.3});          // one too few
    write_from(maker, kPriobye, {10.0, 10.0, 10.0, 10.0, 10.0});      // the profile knows better
    const Snapshot snapshot = std::move(maker).finish();
    Profile profile = oktyabrskoe();
    place_by_messages(profile, snapshot.table);
    const auto& kamennoe = profile.territories[kKamennoe];
    ASSERT_TRUE(kamennoe.lat && kamennoe.lon);
    EXPECT_NEAR(*kamennoe.lat, 61.81, 1e-9);
    EXPECT_NEAR(*kamennoe.lon, 66.5, 1e-9);
    EXPECT_TRUE(kamennoe.is_placed_by_messages);
    EXPECT_FALSE(profile.territories[kKarymkary].lat);
    EXPECT_EQ(profile.territories[kPriobye].lat, oktyabrskoe().territories[kPriobye].lat);
    EXPECT_FALSE(profile.territories[kPriobye].is_placed_by_messages);
}

TEST(TerritoryPoints, TheMapDrawsThemAndSaysWhereFrom) {
    Maker maker;
    write_from(maker, kKamennoe, {61.80, 61.81, 61.82, 61.83, 61.84});
    const Snapshot snapshot = std::move(maker).finish();
    const MapPage before = map_page({oktyabrskoe(), snapshot, ""}, from_hash("#/teplo?view=map"));
    EXPECT_NE(before.missing.find("Каменное"), std::string::npos) << before.missing;
    Profile profile = oktyabrskoe();
    place_by_messages(profile, snapshot.table);
    const MapPage page = map_page({profile, snapshot, ""}, from_hash("#/teplo?view=map"));
    EXPECT_EQ(page.missing.find("Каменное"), std::string::npos) << page.missing;
    const auto place = std::find_if(page.places.begin(), page.places.end(), [](const MapPlace& p) { return p.name == "Каменное"; });
    ASSERT_TRUE(place != page.places.end() && place->at);
    EXPECT_NEAR(place->at->lat, 61.82, 1e-9);
    EXPECT_EQ(place->tooltip.back().second, "середина точек сообщений");
}

}  // namespace
}  // namespace problemator
