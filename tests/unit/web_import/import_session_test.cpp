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

std::vector<std::uint8_t> copied(std::span<const std::uint8_t> bytes) { return {bytes.begin(), bytes.end()}; }

TEST(ImportSession, MergesIntoTheOpenSnapshotAndTheSameFilesAgainChangeNothing) {
    constexpr std::string_view kNext =
        "id;received;topic;status\n"
        "a-1;09.11.2026;Уборка снега;answered\n"
        "b-1;12.11.2026;Освещение;in_work\n";
    constexpr std::string_view kWish = R"({"profile": "oktyabrskoe", "today": "2026-11-21", "merge": true, "as_of": "2026-11-16"})";
    ImportSession session;
    ASSERT_TRUE(session.run({{"неделя.csv", kCsv}}, kWish, {}, anything_goes)) << session.answer();
    const auto first = copied(session.snapshot());
    ASSERT_TRUE(session.run({{"новая.csv", kNext}}, kWish, first, anything_goes)) << session.answer();
    const auto second = copied(session.snapshot());
    const json change = answer_of(session)["report"]["change"];
    EXPECT_EQ(change["added"], 1);
    EXPECT_EQ(change["updated"], 1);
    EXPECT_EQ(change["kept"], 1);
    EXPECT_EQ(change["gone"], 0);
    ASSERT_TRUE(session.run({{"новая.csv", kNext}}, kWish, second, anything_goes)) << session.answer();
    const auto app = App::open(session.snapshot(), "3.pmsnap"), before = App::open(second, "2.pmsnap");
    ASSERT_TRUE(app && before);
    const Table &again = (*app)->world().snapshot.table, &table = (*before)->world().snapshot.table;
    EXPECT_EQ(answer_of(session)["report"]["change"]["kept"], 3);
    EXPECT_EQ(again.rows(), 3u);
    EXPECT_EQ(again.id, table.id);
    EXPECT_EQ(again.codes, table.codes);
    EXPECT_EQ(again.source_file, table.source_file);
    EXPECT_EQ((*app)->world().snapshot.info.inputs.size(), 2u);
}

TEST(ImportSession, SuggestsAMappingAndShowsWhatItGives) {
    constexpr std::string_view kForeign = "Ticket;Opened on;Subject;Body\nT-1;05.11.2026;Дороги;Яма на дороге\nT-2;06.11.2026;Свет;Не горит фонарь\n";
    ImportSession session;
    ASSERT_TRUE(session.suggest({"чужая.csv", kForeign}, "{}")) << session.answer();
    const json found = answer_of(session);
    ASSERT_EQ(found["columns"].size(), 4u);
    EXPECT_EQ(found["columns"][1]["field"], "received");
    EXPECT_GT(found["fields"].size(), 30u);
    const json wish = {{"mappings", {found["mapping"]}}, {"only_mappings", true}};
    ASSERT_TRUE(session.preview({"чужая.csv", kForeign}, wish.dump())) << session.answer();
    EXPECT_EQ(answer_of(session)["rows"][0]["received"], "2026-11-05");
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
