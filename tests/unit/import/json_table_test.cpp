#include "core/import/json_table.hpp"

#include <gtest/gtest.h>

#include "core/import/json_events.hpp"
#include "tests/unit/import/show_tables.hpp"

namespace problemator {
namespace {

using Rows = std::vector<TextRow>;

std::string utf16(std::string_view ascii, bool is_big) {
    std::string out = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) out += is_big ? std::string{'\0', c} : std::string{c, '\0'};
    return out;
}

TEST(JsonTable, FindsTheTableInEveryUsualShape) {
    struct Case { const char* name; std::string text; FileFormat format; Rows rows; };
    const Case cases[] = {
        {"array of objects", R"([{"id":1,"s":"a"},{"id":2,"t":"b"}])", FileFormat::Json, {{"id", "s", "t"}, {"#1", "a"}, {"#2", "", "b"}}},
        {"open311 requests", R"({"requests":[{"service_request_id":"7"},{"service_request_id":"8"}]})", FileFormat::Json, {{"service_request_id"}, {"7"}, {"8"}}},
        {"deep inside", R"({"meta":{"n":[{"x":1}]},"answer":{"page":1,"docs":[{"a":1},{"a":2}]}})", FileFormat::Json, {{"a"}, {"#1"}, {"#2"}}},
        {"an array in a record belongs to it", R"([{"id":1,"by":"x","at":"y","n":[{"t":1},{"t":2},{"t":3}]}])", FileFormat::Json, {{"id", "by", "at", "n"}, {"#1", "x", "y", R"([{"t":1},{"t":2},{"t":3}])"}}},
        {"a wrapper of one object", R"([{"docs":[{"a":1},{"a":2}]}])", FileFormat::Json, {{"a"}, {"#1"}, {"#2"}}},
        {"columns and data", R"({"columns":["id","ok"],"index":[0,1],"data":[[1,true],[2,null]]})", FileFormat::Json, {{"id", "ok"}, {"#1", "?1"}, {"#2"}}},
        {"socrata", R"({"meta":{"view":{"id":"z","columns":[{"id":-1,"name":"sid"},{"id":5,"name":"ward"}]}},"data":[["r-1","4"],["r-2",["a",null,"b"]]]})", FileFormat::Json,
         {{"sid", "ward"}, {"r-1", "4"}, {"r-2", "a; b"}}},
        {"rows without names", R"({"range":"A1:B2","values":[["id","s"],["1","x"]]})", FileFormat::Json, {{"id", "s"}, {"1", "x"}}},
        {"one object", R"({"id":"5","s":"z"})", FileFormat::Json, {{"id", "s"}, {"5", "z"}}},
        {"objects inside", R"([{"a":{"b":{"c":1},"d":"x"},"e":{}}])", FileFormat::Json, {{"a.b.c", "a.d"}, {"#1", "x"}}},
        {"null keeps its column", R"([{"a":null,"b":1}])", FileFormat::Json, {{"a", "b"}, {"", "#1"}}},
        {"arrays", R"([{"a":["x",1,true,null],"b":[],"c":[[1,2],[3]],"d":[{"k":"q\"\n"}]}])", FileFormat::Json, {{"a", "c", "d"}, {"x; 1; 1", "[[1,2],[3]]", R"([{"k":"q\"\n"}])"}}},
        {"digits as written", R"([{"a":327441806,"b":1.10,"c":-0.5,"d":1.5E4,"e":25e-3,"f":12345678901234567890,"g":1e300}])", FileFormat::Json,
         {{"a", "b", "c", "d", "e", "f", "g"}, {"#327441806", "#1.10", "#-0.5", "#15000", "#0.025", "12345678901234567890", "1e300"}}},
        {"byte order mark", "\xEF\xBB\xBF[{\"a\":\"ё\"}]", FileFormat::Json, {{"a"}, {"ё"}}},
        {"utf-16", utf16(R"([{"a":"x"}])", false), FileFormat::Json, {{"a"}, {"x"}}},
        {"utf-16 big end first", utf16(R"([{"a":"x"}])", true), FileFormat::Json, {{"a"}, {"x"}}},
        {"lines", "{\"a\":1}\n\n{\"a\":2,\"b\":\"x\"}\r\n", FileFormat::JsonLines, {{"a", "b"}, {"#1"}, {"#2", "x"}}},
        {"a bad line costs itself", "{\"a\":1}\n{\"a\":2\n{\"a\":3}", FileFormat::JsonLines, {{"a"}, {"#1"}, {"!bad_json"}, {"#3"}}},
        {"brackets in texts", R"([{"a":"]}\"[{"},{"a":"\\"}])", FileFormat::Json, {{"a"}, {"]}\"[{"}, {"\\"}}},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables(c.text, "x.txt");
        ASSERT_EQ(file.parts.size(), 1u) << c.name << (file.error ? describe(*file.error, Lang::En) : "");
        EXPECT_EQ(file.parts[0].format, c.format) << c.name;
        EXPECT_EQ(file.parts[0].rows, c.rows) << c.name;
        EXPECT_FALSE(file.parts[0].failure) << c.name;
    }
}

TEST(JsonTable, GeoJsonGivesPropertiesAndAPoint) {
    struct Case { const char* name; std::string text; Rows rows; };
    const auto feature = [](std::string_view geometry) { return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":9},"geometry":)" + std::string{geometry} + "}]}"; };
    const Case cases[] = {
        {"point", feature(R"({"type":"Point","coordinates":[65.596000,62.521,11]})"), {{"id", "lat", "lon"}, {"#9", "#62.521", "#65.596000"}}},
        {"polygon: outer ring only", feature(R"({"coordinates":[[[0,0],[4,0],[4,2],[0,2],[0,0]],[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"})"), {{"id", "lat", "lon"}, {"#9", "#1.0", "#2.0"}}},
        {"two polygons by area", feature(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[10,0],[12,0],[12,4],[10,4],[10,0]]]]})"), {{"id", "lat", "lon"}, {"#9", "#1.6666667", "#7.6666667"}}},
        {"line", feature(R"({"type":"LineString","coordinates":[[1,2],[3,-4]]})"), {{"id", "lat", "lon"}, {"#9", "#-1.0", "#2.0"}}},
        {"collection", feature(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]},{"type":"Point","coordinates":[3,3]}]})"), {{"id", "lat", "lon"}, {"#9", "#2.0", "#2.0"}}},
        {"no geometry", feature("null"), {{"id"}, {"#9"}}},
        {"a property of that name stays", R"({"type":"Feature","id":"f","geometry":{"type":"Point","coordinates":[1.5,2.5]},"properties":{"lat":"N","x":{"y":1}}})",
         {{"id", "lat", "x.y", "geometry.lat", "lon"}, {"f", "N", "#1", "#2.5", "#1.5"}}},
        {"bare geometry", R"({"type":"MultiPoint","coordinates":[[0,0],[2,1]]})", {{"lat", "lon"}, {"#0.5", "#1.0"}}},
        {"lines of features", "{\"type\":\"Feature\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}}\n{\"type\":\"Feature\",\"properties\":{\"a\":2},\"geometry\":null}", {{"a", "lat", "lon"}, {"#1", "#2.0", "#1.0"}, {"#2"}}},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables(c.text, "x.geojson");
        ASSERT_EQ(file.parts.size(), 1u) << c.name;
        EXPECT_EQ(file.parts[0].rows, c.rows) << c.name;
    }
}

TEST(JsonTable, DamageKeepsTheRowsBeforeItAndTellsLineAndColumn) {
    struct Case { const char* name; std::string text; std::size_t rows; const char* fault; std::uint32_t line; const char* piece; };
    const Case cases[] = {
        {"trailing comma", "[{\"a\":1},\n {\"a\":2},\n]", 3, "bad_json", 3, "3:1 "},
        {"broken record", "[\n{\"a\":1},\n{\"a\":x},\n{\"a\":3}]", 2, "bad_json", 3, "3:6 "},
        {"no comma", "[{\"a\":1} {\"a\":2}]", 2, "bad_json", 1, "1:10 "},
        {"breaks off", "[{\"a\":1},{\"a\":2", 2, "truncated", 1, "1:16 "},
        {"behind the table", "{\"r\":[{\"a\":1}],}", 2, "bad_json", 1, "1:16 "},
        {"not utf-8", "[{\"a\":1},{\"a\":\"\xCF\xF0\"}]", 2, "bad_encoding", 1, "1:16 "},
        {"garbage", "[{\"a\":1}] x", 2, "bad_json", 1, "1:11 "},
        {"zero byte", std::string{"[{\"a\":1}]\0[", 11}, 2, "bad_json", 1, "1:10 "},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables(c.text, "x.json");
        ASSERT_EQ(file.parts.size(), 1u) << c.name;
        EXPECT_EQ(file.parts[0].rows.size(), c.rows) << c.name;
        ASSERT_TRUE(file.parts[0].failure) << c.name;
        const Error& error = *file.parts[0].failure;
        EXPECT_EQ(fault_id(error.fault), c.fault) << c.name;
        EXPECT_EQ(error.place.row, c.line) << c.name;
        EXPECT_EQ(error.piece.substr(0, std::string_view{c.piece}.size()), c.piece) << c.name << ": " << error.piece;
    }
}

TEST(JsonTable, WhatIsNoTableIsAnError) {
    struct Case { const char* name; std::string text; const char* fault; };
    const Case cases[] = {
        {"scalar", "12", "not_a_table"}, {"scalars", "[1,2]", "not_a_table"}, {"empty array", "[]", "not_a_table"}, {"empty objects", "[{},{}]", "not_a_table"},
        {"nothing", " \n", "empty_file"}, {"broken at once", "[,", "bad_json"}, {"too deep", std::string(100000, '['), "too_large"},
        {"deep objects", [] { std::string s; for (int i = 0; i < 70; ++i) s += "{\"a\":"; return s; }(), "too_large"},
        {"one long name above many", [] { std::string s = "[{\"" + std::string(2000, 'n') + "\":{\"a\":1}}]"; return s; }(), "too_large"},
    };
    for (const Case& c : cases) {
        const ShownFile file = show_tables(c.text, "x.json");
        ASSERT_TRUE(file.error) << c.name;
        EXPECT_EQ(fault_id(file.error->fault), c.fault) << c.name;
    }
}

TEST(JsonTable, RowNumbersAreThoseOfASheetUnderItsHeader) {
    const ShownFile lines = show_tables("{\"a\":1}\n\n{\"a\":2\n{\"a\":3}\n", "x.ndjson");
    EXPECT_EQ(lines.parts.at(0).numbers, (std::vector<std::uint32_t>{1, 2, 4, 5}));
    const ShownFile array = show_tables("[{\"a\":1},{\"a\":2}]", "x.json");
    EXPECT_EQ(array.parts.at(0).numbers, (std::vector<std::uint32_t>{1, 2, 3}));
}

TEST(JsonTable, ARepeatedMemberIsTakenLastAndSaid) {
    const ShownFile file = show_tables(R"([{"a":1,"b":{"c":2},"a":3,"b.c":4},{"a":5}])", "x.json");
    EXPECT_EQ(file.parts.at(0).rows.at(1), (TextRow{"#3", "#4"}));
    ASSERT_EQ(file.parts[0].warnings.size(), 1u);
    EXPECT_EQ(file.parts[0].warnings[0].place.row, 2u);
}

TEST(JsonTable, ASourceWithoutViewAndLimitsAreObeyed) {
    const std::string text = "[{\"a\":1},{\"a\":2},{\"a\":\"" + std::string(50, 'x') + "\"}]";
    EXPECT_EQ(show_tables(std::make_shared<SlicedBytes>(text), "x.json").parts.at(0).rows.size(), 4u);
    const ShownFile long_cell = show_tables(std::make_shared<SlicedBytes>(text), "x.json", PartLimits{.cell_bytes = 10});
    EXPECT_EQ(long_cell.parts.at(0).rows.back(), TextRow{"!cell_too_long"});
    const ShownFile few_rows = show_tables(std::make_shared<SlicedBytes>(text), "x.json", PartLimits{.rows = 2});
    EXPECT_EQ(few_rows.parts.at(0).rows.size(), 2u);
    EXPECT_EQ(few_rows.parts[0].failure->fault, Fault::TooLarge);
    const ShownFile too_big = show_tables(std::make_shared<SlicedBytes>(text), "x.json", PartLimits{.shared_bytes = 20});
    EXPECT_EQ(too_big.error->fault, Fault::TooLarge);
}

TEST(JsonTable, NumbersLoseTheirExponentAndNoDigit) {
    const std::pair<const char*, const char*> cases[] = {{"1.10", "1.10"}, {"0.5E1", "5"}, {"5e0", "5"}, {"-12.5e-1", "-1.25"}, {"1e3", "1000"}, {"12e-5", "0.00012"}, {"0e5", "0"}, {"1E+2", "100"}, {"123.456e2", "12345.6"}};
    for (const auto& [written, plain] : cases) EXPECT_EQ(plain_number(written), plain) << written;
    for (const char* beyond : {"1e99", "1e-99", "123456789012345678", "1.23456789012345678e2"}) EXPECT_FALSE(plain_number(beyond)) << beyond;
}

}  // namespace
}  // namespace problemator
