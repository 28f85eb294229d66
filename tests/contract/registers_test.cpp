// Every form and every channel of a register keeps its promise: its own sample rows are recognised, counted and read as it says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/base/format.hpp"
#include "core/import/csv.hpp"
#include "core/import/register_reader.hpp"
#include "core/schema/fields.hpp"

namespace problemator {
namespace {

using nlohmann::json;

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

std::string shown(const RegisterCell& cell) {
    if (cell.day != kNoDay) return format_iso_day(cell.day);
    if (cell.answer != Answer::Unknown) return cell.answer == Answer::Yes ? "yes" : "no";
    return cell.number ? shown_number(*cell.number) : cell.text;
}

std::vector<const Channel*> pointers() {
    std::vector<const Channel*> all;
    for (const Channel& channel : builtin_channels()) all.push_back(&channel);
    return all;
}

struct ReadSample { ChannelMatch match; HeaderRow header; std::vector<Error> errors, warnings; std::uint32_t rows = 0; };

/// The lines of a sample through the scanner, the match among all channels and the reader of registers.
Register read_sample(const Channel& channel, const Channel::Sample& sample, ReadSample& told) {
    CsvScanner scanner{sample.csv, ';'};
    CsvRow row;
    EXPECT_TRUE(scanner.next(row));
    std::vector<std::string> names;
    for (const auto& cell : row.cells) names.emplace_back(cell.raw);
    told.header = make_header(names, 1);
    const auto all = pointers();
    told.match = best_match(all, told.header);
    EXPECT_EQ(told.match.channel->id, channel.id) << "among all channels";
    const Encoding encoding;
    RegisterReader reader{told.match, told.header, encoding, DateSystem::From1900, 0};
    while (scanner.next(row)) {
        if (row.is_blank()) continue;
        ++told.rows;
        if (auto error = reader.read(row, [&](Error e) { told.warnings.push_back(std::move(e)); })) told.errors.push_back(*std::move(error));
    }
    return std::move(reader).finish();
}

TEST(RegisterForms, EveryFileOfTheFolderIsReadAndNamedByItsId) {
    std::set<std::string> names, with_channel;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path{PROBLEMATOR_SOURCE_DIR} / "data/registers")) {
        const auto form = read_register_form(text_of(entry.path()), entry.path().filename().string());
        ASSERT_TRUE(form) << describe(form.error(), Lang::En);
        EXPECT_EQ(form->id + ".json", entry.path().filename().string());
        EXPECT_FALSE(form->name.en.empty() || form->about.empty()) << form->id;
        for (const RegisterField& field : form->fields) EXPECT_FALSE(field.name.ru.empty() || field.name.en.empty()) << form->id << "." << field.id;
        names.insert(form->id);
    }
    for (const Channel& channel : builtin_channels())
        if (!channel.register_id.empty()) with_channel.insert(channel.register_id);
    EXPECT_EQ(builtin_register_forms().size(), names.size());
    EXPECT_EQ(with_channel, names) << "a form that no channel fills, or the other way round";
}

TEST(RegisterChannels, SamplesAreRecognisedAndReadAsPromised) {
    for (const Channel& channel : builtin_channels()) {
        if (channel.register_id.empty()) continue;
        ASSERT_FALSE(channel.samples.empty()) << channel.id;
        for (const Channel::Sample& sample : channel.samples) {
            SCOPED_TRACE(channel.id);
            ReadSample told;
            const Register entries = read_sample(channel, sample, told);
            EXPECT_TRUE(told.match.is_usable);
            EXPECT_TRUE(unused_headers(told.match, told.header).empty());
            EXPECT_EQ(told.rows, static_cast<std::uint32_t>(sample.expect_rows));
            EXPECT_EQ(told.errors.size(), static_cast<std::size_t>(sample.expect_rejected));
            EXPECT_TRUE(told.warnings.empty()) << describe(told.warnings.front(), Lang::En);
            const json expected = json::parse(sample.expect_json, nullptr, false);
            ASSERT_EQ(entries.rows(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                for (const auto& [field, value] : expected[i].items()) {
                    const auto at = entries.form.find(field);
                    ASSERT_TRUE(at) << field;
                    EXPECT_EQ(shown(entries.cell(*at, i)), value.get<std::string>()) << "row " << i << ", " << field;
                }
            }
        }
    }
}

TEST(RegisterChannels, NoTableOfMessagesIsTakenForARegister) {
    const auto all = pointers();
    for (const Channel& channel : builtin_channels()) {
        if (!channel.register_id.empty()) continue;
        for (const Channel::Sample& sample : channel.samples) {
            const char delimiter = sample.csv.substr(0, sample.csv.find('\n')).find(';') == std::string::npos ? ',' : ';';
            CsvScanner scanner{sample.csv, delimiter};
            CsvRow row;
            ASSERT_TRUE(scanner.next(row));
            std::vector<std::string> names;
            for (const auto& cell : row.cells) names.emplace_back(cell.raw);
            EXPECT_TRUE(best_match(all, make_header(names, 1)).channel->register_id.empty()) << channel.id;
        }
    }
}

}  // namespace
}  // namespace problemator
