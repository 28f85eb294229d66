// Every channel file keeps its promise: its own sample rows are recognised, counted and read as it says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/base/format.hpp"
#include "core/import/import.hpp"
#include "core/import/match.hpp"
#include "tests/contract/grid.hpp"
#include "tests/unit/import/package_writer.hpp"

namespace problemator {
namespace {

using nlohmann::json;

std::string_view answer_id(Answer a) { return a == Answer::Yes ? "yes" : a == Answer::No ? "no" : "unknown"; }

json time_json(Minute minute, bool has_time) {
    if (minute == kNoTime) return "";
    return has_time ? format_iso_minute(minute) : format_iso_day(day_from_minute(minute));
}

json message_json(const Message& m) {
    return {{"id", m.id}, {"channel", m.channel}, {"kind", kind_id(m.kind)}, {"form", form_id(m.form)}, {"status", status_id(m.status)},
            {"outcome", outcome_id(m.outcome)}, {"received", time_json(m.received, m.received_has_time)}, {"registered", time_json(m.registered, false)},
            {"due", time_json(m.due, true)}, {"answered", time_json(m.answered, true)}, {"closed", time_json(m.closed, m.closed_has_time)},
            {"extended_to", time_json(m.extended_to, true)}, {"overdue", answer_id(m.overdue)}, {"fast_track", answer_id(m.fast_track)},
            {"repeat", answer_id(m.repeat)}, {"auto_routed", answer_id(m.auto_routed)}, {"auto_control", answer_id(m.auto_control)},
            {"gratitude", m.gratitude}, {"consultation", m.consultation}, {"block", m.block}, {"topic", m.topic}, {"subtopic", m.subtopic},
            {"territory", m.territory}, {"department", m.department}, {"network", m.network}, {"street", m.street}, {"house", m.house},
            {"lat", m.lat}, {"lon", m.lon}, {"rating", m.rating}, {"text", m.text}, {"answer", m.answer}, {"linked_id", m.linked_id},
            {"author", m.author}, {"forwarded", time_json(m.forwarded, true)}, {"conflict", m.conflict}, {"rubric_code", m.rubric_code}, {"tags", m.tags},
            {"row", m.row}};
}

TEST(ChannelFiles, EveryFileOfTheFolderIsReadAndNamedByItsId) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path{PROBLEMATOR_SOURCE_DIR} / "data/channels")) {
        std::ostringstream text;
        text << std::ifstream{entry.path()}.rdbuf();
        const auto channel = read_channel(text.str(), entry.path().filename().string());
        ASSERT_TRUE(channel) << describe(channel.error(), Lang::En);
        EXPECT_EQ(channel->id + ".json", entry.path().filename().string());
        EXPECT_FALSE(channel->samples.empty()) << channel->id;
        names.insert(channel->id);
    }
    EXPECT_EQ(builtin_channels().size(), names.size());
    for (const char* id : {"pos", "im", "fz59", "bitrix24", "contact-centre", "sakhalin-online", "smls", "gospublic", "walk-in", "our-city", "open311", "generic"})
        EXPECT_TRUE(names.count(id)) << id;
}

/// Mappings of public data that the tests keep as a user would write them.
std::vector<Channel> user_mappings() {
    std::vector<Channel> all;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path{PROBLEMATOR_SOURCE_DIR} / "tests/reference/mappings")) {
        std::ostringstream text;
        text << std::ifstream{entry.path()}.rdbuf();
        auto channel = read_channel(text.str(), entry.path().filename().string());
        EXPECT_TRUE(channel) << describe(channel.error(), Lang::En);
        if (channel) all.push_back(*std::move(channel));
    }
    EXPECT_FALSE(all.empty());
    return all;
}

TEST(ChannelFiles, SamplesAreRecognisedAndReadAsPromised) {
    ImportOptions options;
    options.user_channels = user_mappings();   // tried first, and still no built-in sample is taken for one of them
    std::vector<Channel> channels{builtin_channels().begin(), builtin_channels().end()};
    channels.insert(channels.end(), options.user_channels.begin(), options.user_channels.end());
    for (const Channel& channel : channels) {
        if (!channel.register_id.empty()) continue;   // registers_test.cpp reads them
        for (std::size_t s = 0; s < channel.samples.size(); ++s) {
            const Channel::Sample& sample = channel.samples[s];
            SCOPED_TRACE(channel.id + ", sample " + std::to_string(s));
            json found = json::array();
            const auto report = read_files({{"sample.csv", sample.csv}}, options, [&](Message&& m, FileReport&) { found.push_back(message_json(m)); });
            const FileReport& file = report.files.at(0);
            ASSERT_FALSE(file.failure) << describe(*file.failure, Lang::En);
            EXPECT_EQ(file.channel_id, channel.id);
            EXPECT_EQ(file.rows_read, static_cast<std::uint32_t>(sample.expect_rows));
            EXPECT_EQ(file.rows_rejected, static_cast<std::uint32_t>(sample.expect_rejected));
            EXPECT_TRUE(channel.id == "bitrix24" || file.unknown_words.empty()) << file.unknown_words.at(0).value;   // its stages are named by each portal
            EXPECT_EQ(file.warnings_total, 0u) << (file.warnings.empty() ? "" : describe(file.warnings[0], Lang::En));
            EXPECT_TRUE(file.unused_columns.empty()) << file.unused_columns.at(0);
            const json expected = json::parse(sample.expect_json, nullptr, false);
            ASSERT_EQ(found.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                for (const auto& [key, value] : expected[i].items()) EXPECT_EQ(found[i].value(key, json{}), value) << "row " << i << ", " << key;
        }
    }
}

/// What a file says, whatever it looks like: its channel and its messages without their rows.
struct Told { std::string channel; json messages = json::array(); std::string failure; };

Told told_by(const std::string& name, const std::string& bytes, const ImportOptions& options = {}) {
    Told told;
    const auto report = read_files({{name, bytes}}, options, [&](Message&& m, FileReport&) {
        json message = message_json(m);
        message.erase("row");
        told.messages.push_back(std::move(message));
    });
    told.channel = report.files.at(0).channel_id;
    if (report.files[0].failure) told.failure = describe(*report.files[0].failure, Lang::En);
    return told;
}

char delimiter_of(const std::string& csv) {
    const auto report = read_files({{"sample.csv", csv}}, {}, [](Message&&, FileReport&) {});
    return report.files.at(0).delimiter;
}

/// Every sample of every channel of messages, as rows of cells.
struct GridSample { const Channel* channel = nullptr; std::size_t number = 0; Grid grid; Told told; };

const std::vector<GridSample>& grid_samples() {
    static const std::vector<GridSample> samples = [] {
        std::vector<GridSample> all;
        for (const Channel& channel : builtin_channels())
            for (std::size_t s = 0; channel.register_id.empty() && s < channel.samples.size(); ++s) {
                const std::string& csv = channel.samples[s].csv;
                all.push_back({&channel, s, read_grid(csv, delimiter_of(csv)), told_by("sample.csv", csv)});
            }
        return all;
    }();
    return samples;
}

void expect_same(const GridSample& sample, const std::string& name, const std::string& bytes, const char* dress) {
    SCOPED_TRACE(sample.channel->id + ", sample " + std::to_string(sample.number) + ", " + dress);
    const Told told = told_by(name, bytes);
    EXPECT_EQ(told.failure, "");
    EXPECT_EQ(told.channel, sample.channel->id);
    EXPECT_EQ(told.messages, sample.told.messages);
}

TEST(ChannelFiles, ASampleIsItselfInAnyDress) {
    for (const GridSample& sample : grid_samples()) {
        const Grid& grid = sample.grid;
        ASSERT_FALSE(sample.told.messages.empty());
        expect_same(sample, "a.csv", "\xEF\xBB\xBF" + write_grid(grid, ';'), "semicolons and a mark");
        expect_same(sample, "a.csv", write_grid(grid, '\t'), "tabs");
        expect_same(sample, "a.csv", to_windows_1251(write_grid(grid, ';')), "windows-1251");
        for (std::uint32_t seed = 1; seed <= 3; ++seed) expect_same(sample, "a.csv", write_grid(shuffled(grid, seed), ';'), "shuffled");
        expect_same(sample, "a.csv", write_grid(with_unknown_columns(grid), ','), "unknown columns");
        expect_same(sample, "a.csv", write_grid(with_title(grid), ';'), "a title above the header");
    }
}

TEST(ChannelFiles, ASampleIsItselfAsJson) {
    for (const GridSample& sample : grid_samples()) {
        const auto text = json_of(sample.grid);   // none where headers stand twice
        if (text) expect_same(sample, "a.json", *text, "JSON");
    }
}

TEST(ChannelFiles, ASampleIsItselfAsWorkbookAndInAnArchive) {
    for (const GridSample& sample : grid_samples()) {
        expect_same(sample, "a.xlsx", testing_parts::make_xlsx({.sheets = {{"Sheet0", sheet_xml(with_title(sample.grid))}}}), "XLSX");
        expect_same(sample, "a.zip", testing_parts::make_zip({{.name = "a.csv", .bytes = write_grid(sample.grid, ';')}}), "ZIP");
        expect_same(sample, "a.csv.gz", testing_parts::gzipped(write_grid(sample.grid, ';')), "GZIP");
    }
}

TEST(ChannelFiles, NoOtherChannelComesCloseToASample) {
    for (const GridSample& sample : grid_samples()) {
        SCOPED_TRACE(sample.channel->id + ", sample " + std::to_string(sample.number));
        const HeaderRow header = make_header(sample.grid.at(header_row(sample.grid)), 1);
        const double own = match_channel(*sample.channel, header).confidence;
        for (const Channel& other : builtin_channels()) {
            const ChannelMatch match = match_channel(other, header);
            if (&other == sample.channel || !match.is_usable) continue;
            EXPECT_LT(match.confidence, own - 0.05) << other.id;
        }
    }
}

TEST(ChannelFiles, NoHeaderIsASignOfTwoChannelsOfMessages) {
    std::map<std::string, std::string> owners;
    for (const Channel& channel : builtin_channels()) {
        if (!channel.register_id.empty()) continue;
        for (const std::string& sign : channel.signature_keys) {
            EXPECT_TRUE(owners.emplace(sign, channel.id).second) << sign << ": " << owners[sign] << ", " << channel.id;
            const bool is_read = std::any_of(channel.columns.begin(), channel.columns.end(), [&](const ColumnRule& rule) {
                return std::find(rule.header_keys.begin(), rule.header_keys.end(), sign) != rule.header_keys.end();
            });
            EXPECT_TRUE(is_read) << channel.id << " has a sign that no rule reads: " << sign;
        }
    }
}

TEST(ChannelFiles, ATableWithoutNumberAndDateIsRefusedByTheNamesOfWhatItLacks) {
    const std::string csv = "Исполнитель;Группа тем;Текст инцидента;Тема\nОтдел 1;ЖКХ;Нет воды;Вода\nОтдел 2;Дороги;Яма;Ямы\nОтдел 1;ЖКХ;Нет воды;Вода\n";
    const auto refused = read_files({{"train.csv", csv}}, {}, [](Message&&, FileReport&) { FAIL(); });
    ASSERT_TRUE(refused.files.at(0).failure);
    const std::string said = describe(*refused.files[0].failure, Lang::Ru);
    for (const char* word : {"Инцидент менеджмент", "ID", "Дата создания"}) EXPECT_NE(said.find(word), std::string::npos) << said;

    auto mapping = read_channel(R"({"id": "im-themes", "name": "Учебная выборка", "key": "content", "day": "2023-03-01", "signature": ["Группа тем"], "columns": [
        {"field": "department", "headers": ["Исполнитель"]}, {"field": "block", "headers": ["Группа тем"]}, {"field": "topic", "headers": ["Тема"]},
        {"field": "text", "headers": ["Текст инцидента"]}]})", "im-themes.json");
    ASSERT_TRUE(mapping) << describe(mapping.error(), Lang::En);
    ImportOptions options;
    options.user_channels = {*mapping};
    const Told told = told_by("train.csv", csv, options);
    EXPECT_EQ(told.channel, "im-themes");
    ASSERT_EQ(told.messages.size(), 3u);
    EXPECT_EQ(told.messages[0]["received"], "2023-03-01");
    EXPECT_EQ(told.messages[0]["id"], told.messages[2]["id"]);   // one text twice is one message
    EXPECT_NE(told.messages[0]["id"], told.messages[1]["id"]);
}

TEST(ChannelFiles, UnknownWordsOfAListAreCountedAndSaid) {
    const std::string csv = "ID;Дата создания;Текущий шаг инцидента;Итог\n1;09.11.2026 08:00;У губернатора;Решено\n2;09.11.2026 08:00;У губернатора;Чудо\n3;09.11.2026 08:00;Готово;\n";
    json found = json::array();
    const auto report = read_files({{"im.csv", csv}}, {}, [&](Message&& m, FileReport&) { found.push_back(message_json(m)); });
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0]["status"], "in_work");
    EXPECT_EQ(found[1]["outcome"], "unknown");
    const auto& words = report.files.at(0).unknown_words;
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(words[0].value, "У губернатора");
    EXPECT_EQ(words[0].count, 2u);
    ASSERT_TRUE(words[0].read_as);
    EXPECT_EQ(words[0].read_as->ru, "В работе");
    EXPECT_EQ(words[1].value, "Чудо");
    EXPECT_FALSE(words[1].read_as);
    const std::string said = report_text(report, Lang::Ru);
    for (const char* piece : {"«У губернатора» — 2", "принято за «В работе»", "«Чудо» — 1"}) EXPECT_NE(said.find(piece), std::string::npos) << said;
}

TEST(ChannelFiles, AHeaderThatTwoChannelsKnowIsReportedWithBoth) {
    const std::string csv = "ID диалога;ID комментария;Дата создания;Текст;Тема\n1;2;09.11.2026;а;Вода\n";
    const auto report = read_files({{"a.csv", csv}}, {}, [](Message&&, FileReport&) {});
    const auto& guesses = report.files.at(0).guesses;
    const auto channel = std::find_if(guesses.begin(), guesses.end(), [](const Guess& guess) { return guess.about == "channel"; });
    ASSERT_NE(channel, guesses.end());
    EXPECT_EQ((std::set<std::string>{channel->value, channel->second}), (std::set<std::string>{"smls", "gospublic"}));
    EXPECT_LT(channel->confidence, 0.7);
    const std::string said = report_text(report, Lang::Ru);
    for (const char* word : {"smls", "gospublic"}) EXPECT_NE(said.find(word), std::string::npos) << said;
}

TEST(ChannelFiles, TimesOfMoscowBecomeTheClockOfTheMunicipality) {
    const std::string csv = "ID;Дата создания;Дата окончания;Текущий шаг инцидента;Текст инцидента\n1;31.12.2026 20:30;01.01.2027;Готово;а\n";
    constexpr int moscow = 3 * 60;
    const std::pair<int, const char*> cases[] = {{3 * 60, "2026-12-31T20:30"}, {4 * 60, "2026-12-31T21:30"}, {5 * 60, "2026-12-31T22:30"},
                                                 {7 * 60, "2027-01-01T00:30"}, {10 * 60, "2027-01-01T03:30"}, {11 * 60, "2027-01-01T04:30"}};
    for (const auto& [local, received] : cases) {
        ImportOptions options;
        options.utc_offset_minutes = local;
        options.zones = {{"im", moscow}};
        const Told told = told_by("im.csv", csv, options);
        ASSERT_EQ(told.messages.size(), 1u);
        EXPECT_EQ(told.messages[0]["received"], received) << local;
        EXPECT_EQ(told.messages[0]["closed"], "2027-01-01") << "a day without an hour stays the day";
        const auto report = read_files({{"im.csv", csv}}, options, [](Message&&, FileReport&) {});
        EXPECT_NE(report_text(report, Lang::Ru).find("; время +03:00"), std::string::npos) << "the zone of the file is said";
        options.zones.clear();
        EXPECT_EQ(told_by("im.csv", csv, options).messages.at(0)["received"], "2026-12-31T20:30") << "no zone: the municipality's own clock";
    }
}

TEST(ChannelFiles, ACellThatNamesItsZoneIsBelievedBeforeTheProfile) {
    const std::string csv = "service_request_id,requested_datetime,service_name,service_code\n1,2026-11-09T20:30:00+03:00,Lamp,1\n2,2026-11-09T20:30:00Z,Lamp,1\n3,2026-11-09T20:30:00,Lamp,1\n";
    ImportOptions options;
    options.utc_offset_minutes = 11 * 60;
    options.zones = {{"open311", 5 * 60}};
    const Told told = told_by("a.csv", csv, options);
    ASSERT_EQ(told.messages.size(), 3u);
    EXPECT_EQ(told.messages[0]["received"], "2026-11-10T04:30");
    EXPECT_EQ(told.messages[1]["received"], "2026-11-10T07:30");
    EXPECT_EQ(told.messages[2]["received"], "2026-11-10T02:30");
}

TEST(ChannelFiles, TheOrderOfColumnsNeverMatters) {
    const std::string straight = "Номер;Дата поступления;Категория;Статус;Фаст-трек\n1;05.11.2026;Дороги;Назначен исполнитель;Да\n";
    const std::string turned = "Фаст-трек;Статус;Категория;Дата поступления;Номер\nДа;Назначен исполнитель;Дороги;05.11.2026;1\n";
    json found = json::array();
    for (const std::string& csv : {straight, turned})
        read_files({{"a.csv", csv}}, {}, [&](Message&& m, FileReport& file) {
            EXPECT_EQ(file.channel_id, "pos");
            found.push_back(message_json(m));
        });
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0], found[1]);
    EXPECT_EQ(found[0]["status"], "in_work");
}

}  // namespace
}  // namespace problemator
