#include "core/clean/map_geojson.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/clean/map_simplify.hpp"
#include "core/schema/embedded.hpp"

namespace problemator {
namespace {

const Profile& profile() {
    static const Profile one = *builtin_profile("oktyabrskoe");
    return one;
}

std::string collection(const std::string& features) { return R"({"type": "FeatureCollection", "schematic": true, "source": "проба", "features": [)" + features + "]}"; }
std::string feature(const std::string& properties, const std::string& type, const std::string& coordinates) {
    return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": {"type": ")" + type + R"(", "coordinates": )" + coordinates + "}}";
}
constexpr const char* kSquare = "[[[66,62],[67,62],[67,63],[66,63],[66,62]]]";

TEST(MapGeojson, KindIsSaidByThePropertyByOsmKeysOrByTheName) {
    MapReport report;
    const auto map = read_district_map(collection(feature(R"({"вид": "район"})", "Polygon", kSquare) + "," + feature(R"({"name": "Приобье"})", "Polygon", kSquare) + "," +
                                                  feature(R"({"waterway": "river"})", "LineString", "[[66,62],[66.5,62.4],[67,63]]") + "," +
                                                  feature(R"({"highway": "primary"})", "MultiLineString", "[[[66,62],[66.5,62.2]],[[66,62.5],[66.4,62.9]]]") + "," +
                                                  feature(R"({"kind": "territory", "name": "Атлантида"})", "Polygon", kSquare) + "," + feature("{}", "Point", "[66,62]")),
                                       "okt.geojson", profile(), &report);
    ASSERT_TRUE(map.ok()) << describe(map.error(), Lang::Ru);
    ASSERT_EQ(map->shapes.size(), 4u);
    EXPECT_EQ(map->shapes[0].kind, MapKind::District);
    EXPECT_EQ(map->shapes[1].territory, "priobye");
    EXPECT_EQ(map->shapes[2].kind, MapKind::River);
    EXPECT_EQ(map->shapes[3].lines.size(), 2u);
    EXPECT_TRUE(map->is_schematic);
    EXPECT_EQ(map->source, "проба");
    EXPECT_EQ(report.passed_over, 2u);
    EXPECT_EQ(report.unknown_territories, std::vector<std::string>{"Атлантида"});
}

TEST(MapGeojson, MistakesNameFilePathAndPiece) {
    struct Case { std::string json; Fault fault; };
    const Case cases[] = {{"[", Fault::BadJson},
                          {R"({"type": "Point"})", Fault::BadValue},
                          {collection(feature(R"({"kind": "district"})", "Polygon", "[[[66,62],[67,62],[66,62]]]")), Fault::BadValue},
                          {collection(feature(R"({"kind": "district"})", "Polygon", "[[[66,95],[67,62],[67,63],[66,95]]]")), Fault::OutOfRange},
                          {collection(feature(R"({"kind": "river"})", "LineString", R"([[66,"62"],[67,62]])")), Fault::WrongType},
                          {collection(feature(R"({"kind": "river"})", "LineString", "7")), Fault::WrongType},
                          {collection(feature("{}", "Point", "[66,62]")), Fault::NoRows}};
    for (const Case& one : cases) {
        const auto map = read_district_map(one.json, "okt.geojson", profile());
        ASSERT_FALSE(map.ok()) << one.json;
        EXPECT_EQ(map.error().fault, one.fault) << one.json;
        EXPECT_EQ(map.error().place.file, "okt.geojson");
    }
}

MapLine crooked(int from_x, int to_x, int y, int steps) {
    MapLine out;
    for (int i = 0; i <= steps; ++i) out.push_back({y + (i * 7919) % 97 - 48, from_x + (to_x - from_x) * i / steps});
    return out;
}

/// Two neighbours with a crooked border between them; the second one goes along it the other way.
DistrictMap neighbours() {
    const MapLine border = crooked(0, 100'000, 50'000, 400);
    MapLine south = border, north{border.rbegin(), border.rend()};
    south.push_back({0, 100'000});
    south.push_back({0, 0});
    north.push_back({100'000, 0});
    north.push_back({100'000, 100'000});
    DistrictMap map;
    map.shapes = {{MapKind::Territory, "a", {south}}, {MapKind::Territory, "b", {north}}};
    return map;
}

std::set<MapVertex> on_border(const MapShape& shape) {
    std::set<MapVertex> out;
    for (const MapVertex v : shape.lines[0])
        if (v.lat_e5 > 40'000 && v.lat_e5 < 60'000) out.insert(v);
    return out;
}

TEST(MapSimplify, SharedBordersStayShared) {
    DistrictMap map = neighbours();
    simplify_map(map, 60);
    ASSERT_EQ(map.shapes.size(), 2u);
    EXPECT_LE(count_vertices(map), 66u);
    EXPECT_GT(on_border(map.shapes[0]).size(), 10u);
    EXPECT_EQ(on_border(map.shapes[0]), on_border(map.shapes[1]));
}

TEST(MapSimplify, WhatFitsIsLeftAsItWas) {
    DistrictMap map = neighbours();
    const DistrictMap before = map;
    simplify_map(map, 5000);
    for (std::size_t i = 0; i < 2; ++i) {
        std::set<MapVertex> a{before.shapes[i].lines[0].begin(), before.shapes[i].lines[0].end()}, b{map.shapes[i].lines[0].begin(), map.shapes[i].lines[0].end()};
        EXPECT_EQ(a, b);
    }
}

TEST(MapSimplify, EnclaveKeepsTheBorderOfItsHole) {
    MapLine hole;
    for (int i = 0; i < 90; ++i) hole.push_back({50'000 + (i < 45 ? i : 90 - i) * 100 + (i * 31) % 17, 30'000 + i * 200});
    DistrictMap map;
    map.shapes = {{MapKind::Territory, "around", {{{0, 0}, {0, 100'000}, {100'000, 100'000}, {100'000, 0}}, {hole.rbegin(), hole.rend()}}}, {MapKind::Territory, "within", {hole}}};
    simplify_map(map, 40);
    const auto& ring = map.shapes[0].lines[1];
    EXPECT_EQ(std::set<MapVertex>(ring.begin(), ring.end()), std::set<MapVertex>(map.shapes[1].lines[0].begin(), map.shapes[1].lines[0].end()));
}

TEST(MapSimplify, OfTooManyLinesTheLargestStay) {
    DistrictMap map;
    MapShape roads{MapKind::Road, {}, {}};
    for (int i = 1; i <= 500; ++i) roads.lines.push_back({{0, 0}, {i, i}});
    map.shapes = {roads};
    simplify_map(map, 200);
    ASSERT_EQ(map.shapes.size(), 1u);
    EXPECT_LE(count_vertices(map), 200u);
    EXPECT_EQ(map.shapes[0].lines.back().back(), (MapVertex{500, 500}));
}

TEST(MapSimplify, DegenerateRingsGo) {
    DistrictMap map;
    map.shapes = {{MapKind::District, {}, {{{1, 1}, {1, 1}, {2, 2}, {1, 1}}}}};
    simplify_map(map);
    EXPECT_TRUE(map.shapes.empty());
}

TEST(DistrictMap, PointInPolygonFollowsTheEvenOddRule) {
    const MapShape ring{MapKind::District, {}, {{{0, 0}, {0, 100}, {100, 100}, {100, 0}}, {{40, 40}, {40, 60}, {60, 60}, {60, 40}}}};
    EXPECT_TRUE(is_inside(ring, {20, 20}));
    EXPECT_FALSE(is_inside(ring, {50, 50}));
    EXPECT_FALSE(is_inside(ring, {120, 50}));
}

TEST(BuiltinMap, SampleMunicipalityHasASketchWithItsTerritories) {
    const auto map = builtin_map(profile());
    ASSERT_NE(map, nullptr);
    EXPECT_TRUE(map->is_schematic);
    EXPECT_LE(count_vertices(*map), kMaxMapVertices);
    for (const Territory& territory : profile().territories) {
        if (!territory.lat) continue;
        const auto shape = std::find_if(map->shapes.begin(), map->shapes.end(), [&](const MapShape& s) { return s.territory == territory.id; });
        ASSERT_NE(shape, map->shapes.end()) << territory.id;
        EXPECT_TRUE(is_inside(*shape, {static_cast<std::int32_t>(*territory.lat * 1e5), static_cast<std::int32_t>(*territory.lon * 1e5)})) << territory.id;
    }
}

}  // namespace
}  // namespace problemator
