#include "core/import/suggest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/embedded.hpp"
#include "core/import/header_words.hpp"
#include "core/import/import.hpp"
#include "core/import/sniff.hpp"
#include "core/import/table_sample.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_header_words();

namespace {

using nlohmann::json;

std::string column_of(const Suggestion& suggestion, Field field) {
    for (const ColumnSuggestion& column : suggestion.columns)
        if (column.field == field) return column.header;
    return "-";
}

TableSample sample_of(const std::string& name, const std::string& text) {
    auto tables = sample_tables(SourceFile{name, std::string_view{text}}, {});
    EXPECT_TRUE(tables && tables->size() == 1) << name;
    return tables && !tables->empty() ? std::move(tables->front()) : TableSample{};
}

TEST(HeaderWords, TheDictionaryIsReadWholly) {
    ASSERT_EQ(embedded_header_words().size(), 1u);
    const auto words = read_header_words(embedded_header_words()[0].text, embedded_header_words()[0].name);
    ASSERT_TRUE(words) << describe(words.error(), Lang::En);
    const auto wrong = read_header_words(R"({"stop": [], "fields": {"recieved": ["date"]}, "values": {}})", "headers.json");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().expected, "received");
}

TEST(HeaderWords, NamesOfColumnsArePartedIntoWords) {
    const std::pair<const char*, std::vector<std::string>> cases[] = {
        {"CreatedDate", {"created", "date"}}, {"created_date", {"created", "date"}}, {"Дата рег.", {"дата", "рег"}}, {"№РК", {"№", "рк"}}, {"SRNumber", {"srnumber"}}, {"", {}}, {"Срок\u00A0ответа", {"срок", "ответа"}},
    };
    for (const auto& [header, words] : cases) EXPECT_EQ(words_of_header(header), words) << header;
}

TEST(Suggest, ColumnsOfTheBuiltInChannelsAreFoundWithoutKnowingTheChannel) {
    constexpr Field kKeys[] = {Field::Id, Field::Received, Field::Due, Field::Closed, Field::Status, Field::Outcome, Field::Block, Field::Topic, Field::Territory, Field::Department, Field::Text, Field::Rating, Field::Lat, Field::Lon};
    int all = 0, found = 0;
    for (const Channel& channel : builtin_channels()) {
        if (!channel.register_id.empty()) continue;
        for (const Channel::Sample& sample : channel.samples) {
            const TableSample table = sample_of(channel.id + ".csv", sample.csv);
            const ChannelMatch match = match_channel(channel, table.header);
            if (!match.is_usable) continue;   // a sample below a header of two rows
            const Suggestion suggestion = suggest_channel(channel.id + ".csv", table.header, table.rows);
            for (const Field field : kKeys) {
                std::vector<std::string> right;
                for (std::size_t i = 0; i < channel.columns.size(); ++i)
                    if (channel.columns[i].field == field && match.columns[i] != kNoColumn) right.push_back(table.header.names[static_cast<std::size_t>(match.columns[i])]);
                if (right.empty()) continue;
                const std::string got = column_of(suggestion, field);
                const bool is_found = std::find(right.begin(), right.end(), got) != right.end();
                ++all, found += is_found;
                if (!is_found) std::printf("  %s: %s is «%s», suggested «%s»\n", channel.id.c_str(), std::string{field_id(field)}.c_str(), right.front().c_str(), got.c_str());
                const bool is_key = field == Field::Received || (field == Field::Id && !channel.key_of_content);
                EXPECT_TRUE(is_found || !is_key) << channel.id << " " << field_id(field) << " " << got;
            }
        }
    }
    std::printf("%d of %d columns of the built-in channels found\n", found, all);
    EXPECT_GE(found * 100, all * 90);
}

TEST(Suggest, ASuggestedMappingReadsTheFileItWasMadeFor) {
    for (const Channel& channel : builtin_channels()) {
        if (!channel.register_id.empty() || channel.samples.empty()) continue;
        const Channel::Sample& sample = channel.samples.front();
        const TableSample table = sample_of(channel.id + ".csv", sample.csv);
        const Suggestion suggestion = suggest_channel(channel.id + ".csv", table.header, table.rows);
        if (suggestion.lacks_received) continue;
        const auto mapping = read_channel(write_channel(suggestion.channel, "Suggested"), "mapping.json");
        ASSERT_TRUE(mapping) << channel.id << ": " << describe(mapping.error(), Lang::En);
        ImportOptions options;
        options.user_channels = {*mapping};
        options.only_user_channels = true;
        const ImportReport report = read_files({SourceFile{"sample.csv", std::string_view{sample.csv}}}, options, [](Message&&, FileReport&) {});
        ASSERT_FALSE(report.files.front().failure) << channel.id << ": " << describe(*report.files.front().failure, Lang::En);
        EXPECT_EQ(report.files.front().rows_read, static_cast<std::uint32_t>(sample.expect_rows)) << channel.id;
        EXPECT_LE(report.files.front().rows_rejected, static_cast<std::uint32_t>(sample.expect_rejected)) << channel.id;
    }
}

TEST(Suggest, ValuesDecideWhereNamesSayNothing) {
    const std::string text = "a;b;c;d;e;f\n"
                             "77-1;01.02.2026;09.02.2026;+7 (900) 000-00-01;Не вывозят мусор с контейнерной площадки уже вторую неделю, прошу принять меры;POINT (66.1 62.5)\n"
                             "77-2;02.02.2026;05.02.2026;+7 (900) 000-00-02;На остановке нет освещения и по вечерам совершенно ничего не видно, дети боятся;POINT (66.2 62.4)\n"
                             "77-3;13.02.2026;;+7 (900) 000-00-03;Во дворе не расчищен снег, машина скорой помощи не смогла подъехать к подъезду дома;POINT (66.3 62.3)\n";
    const TableSample table = sample_of("b.csv", text);
    const Suggestion suggestion = suggest_channel("b.csv", table.header, table.rows);
    EXPECT_EQ(column_of(suggestion, Field::Id), "a");
    EXPECT_EQ(column_of(suggestion, Field::Received), "b");   // earlier in every row
    EXPECT_EQ(column_of(suggestion, Field::Ignored), "d");
    EXPECT_EQ(column_of(suggestion, Field::Text), "e");
    EXPECT_EQ(column_of(suggestion, Field::Point), "f");
    EXPECT_LT(suggestion.columns[1].confidence, 0.5);
}

TEST(Suggest, StatusWordsAndDateFormsAreWrittenIntoTheMapping) {
    const TableSample table = sample_of("crm.csv", "Ticket,Opened,State\n1,1/14/26 9:05,Closed\n2,1/15/26 10:00,In progress\n3,1/16/26 11:00,Zzz\n");
    const Suggestion suggestion = suggest_channel("crm.csv", table.header, table.rows);
    const json mapping = json::parse(write_channel(suggestion.channel, "x"), nullptr, false);
    EXPECT_EQ(mapping["id"], "crm");
    ASSERT_EQ(mapping["columns"].size(), 3u);
    EXPECT_EQ(mapping["columns"][1]["dates"], json::array({"m~d~yy[[,] HH:MM[:SS]]"}));
    EXPECT_EQ(mapping["columns"][2]["values"], (json{{"Closed", "answered"}, {"In progress", "in_work"}}));   // the strange word is left to the report
}

TEST(Suggest, WithoutAKeyRowsAreToldApartByTheirContent) {
    const TableSample table = sample_of("x.csv", "Дата;Тема\n01.02.2026;Снег\n01.02.2026;Снег\n02.02.2026;Лёд\n");
    const Suggestion suggestion = suggest_channel("x.csv", table.header, table.rows);
    EXPECT_TRUE(suggestion.lacks_id);
    EXPECT_FALSE(suggestion.lacks_received);
    EXPECT_TRUE(read_channel(write_channel(suggestion.channel, {}), "x.json"));
}

TEST(Suggest, TheMappingEditorSpeaksJson) {
    const auto answer = suggest_json(R"({"file": "п.csv", "header": ["Номер", "Дата поступления", "Номер"], "rows": [["1", "01.02.2026", "5"], ["2", "17.02.2026"]]})");
    ASSERT_TRUE(answer) << describe(answer.error(), Lang::En);
    const json told = json::parse(*answer, nullptr, false);
    EXPECT_EQ(told["columns"][0]["field"], "id");
    EXPECT_EQ(told["columns"][1]["field"], "received");
    EXPECT_EQ(told["columns"][1]["first"], json::array({"01.02.2026", "17.02.2026"}));
    EXPECT_EQ(told["columns"][2]["occurrence"], 2);
    EXPECT_EQ(told["lacks"], json::array());
    EXPECT_EQ(told["mapping"]["columns"][0]["required"], true);
    for (const char* broken : {"", "{", "[]", R"({"file": 1})", R"({"file": "a", "header": ["x"], "rows": [[1]]})"}) EXPECT_FALSE(suggest_json(broken)) << broken;
    EXPECT_TRUE(suggest_json(R"({"file": "", "header": [], "rows": []})"));
}

namespace fs = std::filesystem;

TEST(Suggest, PublicFilesGetTheirKeyColumns) {
    const char* named = std::getenv("PROBLEMATOR_REAL_DATA");
    const fs::path data = named ? fs::path{named} : fs::path{PROBLEMATOR_SOURCE_DIR} / "../shared/data";
    if (!fs::exists(data)) GTEST_SKIP() << "no real data: " << data.string();
    struct Case { const char* file; const char* id; const char* received; const char* due; const char* closed; const char* topic; const char* department; const char* status; };
    const Case cases[] = {
        {"la/2018_mini_v1.csv.gz", "SRNumber", "CreatedDate", "ServiceDate", "ClosedDate", "RequestType", "Owner", "Status"},
        {"la/2018_mini_v2.csv.gz", "SRNumber", "CreatedDate", "ServiceDate", "ClosedDate", "RequestType", "Owner", "Status"},
        {"la/MyLA311_2017_subset.csv.gz", "SRNumber", "CreatedDate", "ServiceDate", "ClosedDate", "RequestType", "Owner", "Status"},
        {"la/requests_2020_iso_quoted.csv.gz", "srnumber", "createddate", "servicedate", "closeddate", "requesttype", "owner", "status"},
        {"la/test_requests_2020_shortdates.csv.gz", "srnumber", "createddate", "servicedate", "closeddate", "requesttype", "owner", "status"},
        {"la/service_requests_normalised.csv.gz", "request_id", "created_date", "-", "closed_date", "type_id", "agency_id", "-"},
        {"nyc/nyc311_2013-12-25_raw52cols.csv.gz", "Unique Key", "Created Date", "Due Date", "Closed Date", "Complaint Type", "Agency", "Status"},
        {"nyc/nyc311_2013-12-25_cr_only.csv.gz", "Unique Key", "-", "-", "-", "Complaint Type", "Agency", "Status"},   // has no date at all
        {"stlouis/2010.csv.gz", "REQUESTID", "DATETIMEINIT", "PRJCOMPLETEDATE", "DATETIMECLOSED", "PROBLEMCODE", "SUBMITTO", "STATUS"},
    };
    int all = 0, found = 0;
    for (const Case& c : cases) {
        std::ostringstream bytes;
        bytes << std::ifstream{data / c.file, std::ios::binary}.rdbuf();
        const TableSample table = sample_of(c.file, bytes.str());
        const Suggestion suggestion = suggest_channel(c.file, table.header, table.rows);
        const std::pair<Field, const char*> expected[] = {{Field::Id, c.id}, {Field::Received, c.received}, {Field::Due, c.due}, {Field::Closed, c.closed}, {Field::Topic, c.topic}, {Field::Department, c.department}, {Field::Status, c.status}};
        for (const auto& [field, column] : expected) {
            const std::string got = column_of(suggestion, field);
            ++all, found += got == column;
            if (got != column) std::printf("  %s: %s is %s, suggested %s\n", c.file, std::string{field_id(field)}.c_str(), column, got.c_str());
            EXPECT_TRUE(got == column || (field != Field::Id && field != Field::Received)) << c.file << " " << field_id(field) << " " << got;
        }
    }
    std::printf("%d of %d columns of the public files found\n", found, all);
    EXPECT_GE(found * 100, all * 90);
}

}  // namespace
}  // namespace problemator
