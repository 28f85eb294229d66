// The import module of the page, without a browser: what it is asked for in JSON, and what it answers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/app/app.hpp"
#include "web/import/import_session.hpp"

namespace problemator::web {
namespace {

using nlohmann::json;

constexpr std::string_view kCsv =
    "id;received;topic;status\n"
    "a-1;09.11.2026;Уборка снега;in_work\n"
    "a-2;10.11.2026;Освещение;answered\n"
    "a-3;32.13.2026;Освещение;answered\n";

bool anything_goes(std::uint64_t, std::uint64_t) { return true; }

json answer_of(const ImportSession& session) { return json::parse(session.answer(), nullptr, false); }

TEST(ImportSession, GivesASnapshotThatOpensAndAReportThatAddsUp) {
    ImportSession session;
    ASSERT_TRUE(session.run({{"неделя.csv", kCsv}}, R"({"profile": "oktyabrskoe", "today": "2026-11-21"})", {}, anything_goes)) << session.answer();
    const json answer = answer_of(session);
    const json file = answer["report"]["files"][0];
    EXPECT_EQ(file["rows_read"], 3);
    EXPECT_EQ(file["rows_kept"], 2);
    EXPECT_EQ(file["rows_rejected"], 1);
    EXPECT_EQ(answer["week"], "2026-W45");   // the last whole week before 11 November
    const auto app = App::open(session.snapshot(), "own.pmsnap");
    ASSERT_TRUE(app) << describe(app.error(), Lang::En);
    EXPECT_EQ((*app)->world().snapshot.table.rows(), 2u);
}

TEST(ImportSession, BadWishesAndBadFilesAreExplainedAndGiveNoSnapshot) {
    const struct { std::string_view bytes, wish; } table[] = {
        {kCsv, ""}, {kCsv, "{"}, {kCsv, R"({"profile": "oktyabrskoye"})"}, {kCsv, R"({"profile": []})"}, {kCsv, R"({"merges": true})"},
        {kCsv, R"({"mappings": [{"id": 5}]})"}, {"", "{}"}, {"a;b;c\n1;2;3\n", "{}"}};
    for (const auto& row : table) {
        ImportSession session;
        EXPECT_FALSE(session.run({{"ПОС_11.csv", row.bytes}}, row.wish, {}, anything_goes)) << row.wish;
        EXPECT_EQ(answer_of(session)["ok"], false) << row.wish;
        EXPECT_FALSE(answer_of(session)["message"]["ru"].get<std::string>().empty()) << row.wish;
        EXPECT_TRUE(session.snapshot().empty());
    }
}

TEST(ImportSession, ASnapshotThatIsNoneIsRefusedBeforeAnythingIsRead) {
    ImportSession session;
    const std::vector<std::uint8_t> open = {1, 2, 3};
    EXPECT_FALSE(session.run({{"a.csv", kCsv}}, "{}", open, anything_goes));
    EXPECT_EQ(answer_of(session)["fault"], "not_a_snapshot");
}

TEST(ImportSession, ListsTheMunicipalities) {
    ImportSession session;
    session.municipalities();
    const json all = answer_of(session);
    ASSERT_EQ(all.size(), 5u);
    EXPECT_EQ(all[0]["id"], "akhtubinsk");
    EXPECT_FALSE(all[0]["ru"].get<std::string>().empty());
}

}  // namespace
}  // namespace problemator::web
