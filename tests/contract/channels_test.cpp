// Every channel file keeps its promise: its own sample rows are recognised, counted and read as it says.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/base/format.hpp"
#include "core/import/import.hpp"

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
            {"author", m.author}, {"row", m.row}};
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
    for (const char* id : {"pos", "im", "fz59", "generic"}) EXPECT_TRUE(names.count(id)) << id;
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
            EXPECT_EQ(file.warnings_total, 0u) << (file.warnings.empty() ? "" : describe(file.warnings[0], Lang::En));
            EXPECT_TRUE(file.unused_columns.empty()) << file.unused_columns.at(0);
            const json expected = json::parse(sample.expect_json, nullptr, false);
            ASSERT_EQ(found.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                for (const auto& [key, value] : expected[i].items()) EXPECT_EQ(found[i].value(key, json{}), value) << "row " << i << ", " << key;
        }
    }
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
