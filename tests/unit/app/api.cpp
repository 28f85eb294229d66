#include "core/app/api.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/model/make_table.hpp"

namespace problemator {
namespace {

using Json = nlohmann::json;

struct Api : testing::Test {
    std::unique_ptr<App> app = *App::open(testing_tables::random_snapshot(6, 3000), "7f3a 90c1");
    Json call(const std::string& request) { return Json::parse(call_api(*app, request), nullptr, false); }
};

TEST_F(Api, DescribesWhatItHolds) {
    const auto answer = call(R"({"call": "describe"})");
    EXPECT_TRUE(answer["ok"]);
    EXPECT_EQ(answer["municipality"], "oktyabrskoe");
    EXPECT_EQ(answer["rows"], 3018);
    EXPECT_EQ(answer["dimensions"]["block"][0]["id"], "utilities");
    EXPECT_EQ(answer["marks"].size(), kMarks);
}

TEST_F(Api, CountsByIdsAndByNamesAlike) {
    const auto by_id = call(R"({"call": "count", "filter": {"territory": ["andra"], "week": "2026-W46"}})");
    const auto by_name = call(R"({"call": "count", "filter": {"territory": "Андра", "from": "2026-11-09", "until": "2026-11-16"}})");
    EXPECT_GT(by_id["count"], 17);
    EXPECT_EQ(by_id["count"], by_name["count"]);
}

TEST_F(Api, GroupsAddUpToTheCount) {
    const auto answer = call(R"({"call": "group", "by": "territory", "measures": ["count", "in_time_share", "median_reply"]})");
    std::size_t sum = 0;
    for (const auto& group : answer["groups"]) sum += group["count"].get<std::size_t>();
    EXPECT_EQ(sum, 3018u);
    EXPECT_TRUE(answer["groups"][1]["median_reply"].is_number());
}

TEST_F(Api, SeriesAndPivotAgreeOnTheWeek) {
    const auto series = call(R"({"call": "series", "by": "week", "filter": {"from": "2026-10-19", "until": "2026-11-16"}})");
    ASSERT_EQ(series["groups"].size(), 4u);
    EXPECT_EQ(series["groups"][3]["id"], "2026-W46");
    const auto pivot = call(R"({"call": "pivot", "rows": "week", "columns": "block", "measure": "count", "filter": {"week": "2026-W46"}})");
    double sum = 0;
    for (const auto& value : pivot["values"][0]) sum += value.get<double>();
    EXPECT_EQ(sum, series["groups"][3]["count"].get<double>());
}

TEST_F(Api, RowsComeNewestFirstInPages) {
    const auto first = call(R"({"call": "rows", "limit": 3})"), second = call(R"({"call": "rows", "limit": 2, "offset": 1})");
    EXPECT_EQ(first["total"], 3018);
    ASSERT_EQ(first["rows"].size(), 3u);
    EXPECT_EQ(first["rows"][1], second["rows"][0]);
    EXPECT_GE(first["rows"][0]["received"], first["rows"][2]["received"]);
}

TEST_F(Api, GoChangesTheStateAndSaysHowManyRowsItHas) {
    const auto answer = call(R"({"call": "go", "hash": "#/soobshcheniya?t=andra"})");
    EXPECT_EQ(answer["screen"], "soobshcheniya");
    EXPECT_EQ(answer["revision"], 1);
    EXPECT_EQ(answer["count"], call(R"({"call": "count", "hash": "#/soobshcheniya?t=andra"})")["count"]);
    EXPECT_EQ(std::get<MessagesPage>(app->page()).rows.size(), answer["count"].get<std::size_t>());
}

TEST_F(Api, MistakesComeBackWithThePlaceAndTheNearestWord) {
    struct { const char* request; const char* fault; const char* expected; } const table[] = {
        {R"({"call": "cuont"})", "bad_value", "count"},
        {R"({"call": "group", "by": "terrritory"})", "bad_value", "territory"},
        {R"({"call": "group", "by": "block", "measures": ["cont"]})", "bad_value", "count"},
        {R"({"call": "count", "filter": {"territory": ["andrа"]}})", "bad_value", "andra"},
        {R"({"call": "count", "filter": {"teritory": ["andra"]}})", "unknown_key", "territory"},
        {R"({"call": "count", "filter": {"with": "overdu"}})", "bad_value", "overdue"},
        {R"({"call": "count", "filter": {"week": "46"}})", "bad_date", "2026-W46"},
        {R"({"call": "series", "by": "block"})", "bad_value", "day, week, month, weekday, hour"},
    };
    for (const auto& t : table) {
        const auto answer = call(t.request);
        EXPECT_EQ(answer["ok"], false) << t.request;
        EXPECT_EQ(answer["fault"], t.fault) << t.request;
        EXPECT_EQ(answer["expected"], t.expected) << t.request;
        EXPECT_FALSE(answer["message"]["ru"].get<std::string>().empty());
    }
}

TEST_F(Api, AnyBytesGetAnAnswer) {
    for (const char* request : {"", "{", "[]", "null", "\xFF\xFE", R"({"call": 7})", R"({"call": "rows", "limit": -1})", R"({"call": "rows", "limit": 1e30})",
                                R"({"call": "count", "filter": 5})", R"({"call": "count", "filter": {"block": [1]}})", R"({"call": "go"})",
                                R"({"call": "count", "filter": {"from": "2026-12-01", "until": "2026-01-01"}})"}) {
        const auto answer = call(request);
        ASSERT_TRUE(answer.is_object()) << request;
        EXPECT_EQ(answer["ok"], false) << request;
    }
}

TEST(App, PageIsRebuiltOnlyAfterAChange) {
    const auto app = *App::open(testing_tables::random_snapshot(6, 300), "");
    const Page* page = &app->page();
    const auto* overview = std::get_if<OverviewPage>(page);
    ASSERT_NE(overview, nullptr);
    const auto* tiles = overview->tiles.data();
    app->apply(Go{"#/svodka"});
    EXPECT_EQ(app->revision(), 0u);
    EXPECT_EQ(std::get<OverviewPage>(app->page()).tiles.data(), tiles);
    app->apply(Go{"#/rejting"});
    EXPECT_EQ(app->revision(), 1u);
    EXPECT_TRUE(std::holds_alternative<RatingPage>(app->page()));
}

TEST(App, BrokenProfileIsAnErrorNotACrash) {
    auto snapshot = testing_tables::random_snapshot(6, 10);
    snapshot.info.profile_json = "{\"id\": ";
    EXPECT_FALSE(App::open(std::move(snapshot), "").ok());
}

}  // namespace
}  // namespace problemator
