// Places: territories by columns, points and words; precision before recall.
#include "core/clean/places.hpp"

#include <gtest/gtest.h>

#include "core/schema/embedded.hpp"
#include "tests/unit/clean/profile_fixture.hpp"

namespace problemator {
namespace {

Profile district() { return *builtin_profile("oktyabrskoe"); }

std::string id_of(const Territory* territory) { return territory ? territory->id : ""; }

TEST(Settlements, AreNamedInEverySpellingOfTheirType) {
    const Profile profile = district();
    const Settlements settlements{profile};
    const std::pair<const char*, const char*> cases[] = {
        {"Приобье", "priobye"}, {"пос. ПРИОБЬЕ", "priobye"}, {"п.г.т.Приобье", "priobye"}, {"Приобье пгт", "priobye"}, {"Пр\xD0\xB8" "o\xD0\xB1\xD1\x8C" "e", "priobye"},
        {"с.Перегрёбное", "peregrebnoe"}, {"село Перегребное", "peregrebnoe"}, {"Малый  Атлым", "maly-atlym"}, {"Приобъе", ""}, {"Октябрьский район", ""}, {"", ""}};
    for (const auto& [name, id] : cases) EXPECT_EQ(id_of(settlements.named(name)), id) << name;
}

TEST(Settlements, ATownAndAVillageOfOneNameAreToldByTheirType) {
    const Profile profile = *builtin_profile("bogotol");
    const Settlements settlements{profile};
    const std::pair<const char*, const char*> cases[] = {{"г. Боготол", "bogotol"}, {"Боготол", "bogotol"}, {"с. Боготол", "bogotol-village"}, {"село Боготол", "bogotol-village"}};
    for (const auto& [name, id] : cases) EXPECT_EQ(id_of(settlements.named(name)), id) << name;
    EXPECT_EQ(id_of(settlements.in_text("Приехали в село Боготол, дороги нет")), "bogotol-village");
    EXPECT_EQ(id_of(settlements.in_text("В Боготоле нет воды")), "bogotol");
    EXPECT_EQ(id_of(settlements.in_text("Боготольский округ большой")), "");
}

TEST(Settlements, AreFoundInTextByTheirCases) {
    const Profile profile = district();
    const Settlements settlements{profile};
    const std::pair<const char*, const char*> cases[] = {
        {"В Приобье третий день нет тепла", "priobye"}, {"когда в приобье включат свет?", "priobye"}, {"Автобус из Шеркал не пришёл", "sherkaly"},
        {"Пишу вам из Карымкар", "karymkary"}, {"жители Талинки просят", "talinka"}, {"дорога до Унъюгана разбита", "unyugan"}, {"в Андре темно", "andra"},
        {"в селе Каменном нет врача", "kamennoe"}, {"пгт Октябрьское, двор", "oktyabrskoe"}, {"Малого Атлыма это тоже касается", "maly-atlym"},
        {"Приобье, ул. Лесная", "priobye"}};
    for (const auto& [text, id] : cases) EXPECT_EQ(id_of(settlements.in_text(text)), id) << text;
}

TEST(Settlements, ADoubtfulWordIsNoPlace) {
    const Profile profile = district();
    const Settlements settlements{profile};
    const char* const texts[] = {"Андрей просил передать", "звонил Андре Жиду", "каменное здание рушится", "в Октябрьском районе холодно", "на улице Октябрьской ямы",
                                 "Дорога из Приобья в Талинку разбита", "ул. Приобье, 5", "приобьевский", "Сергина Ольга писала", "", "как всегда"};
    for (const char* text : texts) EXPECT_EQ(id_of(settlements.in_text(text)), "") << text;
}

TEST(Places, AWholeAddressGivesItsParts) {
    const Profile profile = district();
    const PlaceIndex places{profile};
    const PlaceFound in_street = places.find({.territory = {}, .street = "гп Приобье, ул. Лесная, д. 4, кв. 7", .house = {}, .department = {}, .text = {}, .point = {}});
    EXPECT_EQ(id_of(in_street.territory), "priobye");
    EXPECT_EQ(in_street.street, "ул. Лесная");
    EXPECT_EQ(in_street.house, "4");
    const PlaceFound in_territory = places.find({.territory = "гп Приобье, ул. Лесная 4", .street = {}, .house = {}, .department = {}, .text = "в Талинке", .point = {}});
    EXPECT_EQ(id_of(in_territory.territory), "priobye");
    EXPECT_EQ(in_territory.street, "ул. Лесная");
    EXPECT_FALSE(in_territory.is_unknown);
}

TEST(Places, AnUnknownSettlementIsToldAndNeverGuessed) {
    const Profile profile = district();
    const PlaceFound found = PlaceIndex{profile}.find({.territory = "Приобъе", .street = {}, .house = {}, .department = {}, .text = "в Приобье", .point = {}});
    EXPECT_EQ(found.territory, nullptr);
    EXPECT_TRUE(found.is_unknown);
}

TEST(Places, AnOrganisationNamesItsSettlement) {
    const Profile profile = *builtin_profile("akhtubinsk");
    const PlaceFound found = PlaceIndex{profile}.find({.territory = {}, .street = {}, .house = {}, .department = "Администрация МО «Село Болхуны»", .text = {}, .point = {}});
    EXPECT_EQ(id_of(found.territory), "bolkhuny");
}

TEST(Places, ASettlementsPointNeverLooksExact) {
    const Profile profile = district();
    PlaceIndex places{profile};
    Message m = message("im", "1", "2026-11-05");
    m.territory = "Приобье";
    m.street = "ЛЕСНАЯ УЛ", m.house = "4 А";
    const PlaceFound found = places.apply(m, words_of(m.text));
    EXPECT_EQ(found.precision, Precision::Settlement);
    ASSERT_TRUE(found.point);
    EXPECT_DOUBLE_EQ(found.point->lat, 62.521);
    EXPECT_FALSE(m.has_place);
    EXPECT_EQ(m.street, "ул. Лесная");
    EXPECT_EQ(m.house, "4а");
}

constexpr std::string_view kOwn = R"({"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"Населённый пункт": "пгт Приобье", "Улица": "Лесная", "Дом": "4А"}, "geometry": {"type": "Point", "coordinates": [65.601, 62.531]}},
  {"type": "Feature", "properties": {"addr:city": "Приобье", "addr:street": "Мира"}, "geometry": {"type": "Point", "coordinates": [65.61, 62.54]}},
  {"type": "Feature", "properties": {"name": "Талинка"}, "geometry": {"type": "Polygon", "coordinates": [
     [[66, 61], [67, 61], [67, 62], [66, 62], [66, 61]], [[66.4, 61.4], [66.6, 61.4], [66.6, 61.6], [66.4, 61.6], [66.4, 61.4]]]}},
  {"type": "Feature", "properties": {"name": "Нигде"}, "geometry": {"type": "Point", "coordinates": [10, 10]}},
  {"type": "Feature", "properties": null, "geometry": null}]})";

TEST(Places, OwnPointsAndAreasAreUsed) {
    const Profile profile = district();
    const auto own = read_geo_places(kOwn, "свои.geojson");
    ASSERT_TRUE(own.ok()) << describe(own.error(), Lang::En);
    const PlaceIndex places{profile, *own};
    EXPECT_EQ(places.own_places(), 3u);
    const PlaceFound house = places.find({.territory = "Приобье", .street = "ул. Лесная", .house = "4 а", .department = {}, .text = {}, .point = {}});
    EXPECT_EQ(house.precision, Precision::Exact);
    EXPECT_DOUBLE_EQ(house.point->lon, 65.601);
    const PlaceFound street = places.find({.territory = "Приобье", .street = "Мира", .house = "9", .department = {}, .text = {}, .point = {}});
    EXPECT_EQ(street.precision, Precision::Street);
    const auto at = [&](double lat, double lon) { return id_of(places.find({.territory = {}, .street = {}, .house = {}, .department = {}, .text = {}, .point = GeoPoint{lat, lon}}).territory); };
    EXPECT_EQ(at(61.2, 66.2), "talinka");
    EXPECT_EQ(at(61.5, 66.5), "") << "a hole of the area";
    EXPECT_EQ(at(50, 50), "");
}

TEST(GeoPlaces, WhatIsNoGeoJsonIsRefusedWithItsPlace) {
    const std::pair<const char*, Fault> cases[] = {
        {"{", Fault::BadJson}, {"[]", Fault::WrongType}, {"{}", Fault::MissingKey}, {R"({"type": "Feature", "geometry": {"type": "Cube", "coordinates": []}})", Fault::BadValue},
        {R"({"type": "Point", "coordinates": [500, 0]})", Fault::OutOfRange}, {R"({"type": "Point", "coordinates": ["1", 2]})", Fault::WrongType},
        {R"({"type": "Polygon", "coordinates": [[[1, 1], [2, 2]]]})", Fault::BadValue}, {R"({"type": "Polygon", "coordinates": 5})", Fault::WrongType},
        {R"({"type": "MultiPolygon", "coordinates": {}})", Fault::WrongType}};
    for (const auto& [json, fault] : cases) {
        const auto read = read_geo_places(json, "x.geojson");
        ASSERT_FALSE(read.ok()) << json;
        EXPECT_EQ(read.error().fault, fault) << json << " " << describe(read.error(), Lang::En);
        EXPECT_EQ(read.error().place.file, "x.geojson");
    }
}

TEST(Places, AreCounted) {
    const Profile profile = district();
    const PlaceIndex places{profile};
    PlaceCounts counts;
    const PlaceQuery queries[] = {{.territory = "Приобье", .street = "Мира", .house = {}, .department = {}, .text = {}, .point = {}},
                                  {.territory = {}, .street = {}, .house = {}, .department = {}, .text = {}, .point = GeoPoint{62, 65}},
                                  {.territory = "Лондон", .street = {}, .house = {}, .department = {}, .text = {}, .point = {}}};
    for (const PlaceQuery& query : queries) count_place(query, places.find(query), counts);
    EXPECT_EQ(counts.with_territory, 1u);
    EXPECT_EQ(counts.with_street, 1u);
    EXPECT_EQ(counts.with_point_given, 1u);
    EXPECT_EQ(counts.with_point_found, 1u);
    EXPECT_EQ(counts.without_place, 1u);
}

}  // namespace
}  // namespace problemator
