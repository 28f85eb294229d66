// The JSON suites that others wrote, file by file; docs/conformance.md is the table of what came out. Skipped, saying so, where they are absent.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/import/show_tables.hpp"

namespace problemator {
namespace {

namespace fs = std::filesystem;

fs::path data_folder() {
    const char* named = std::getenv("PROBLEMATOR_REAL_DATA");
    return named ? fs::path{named} : fs::path{PROBLEMATOR_SOURCE_DIR} / "../shared/data";
}

std::string bytes_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file() && entry.path().extension() != ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

struct Verdict { bool is_accepted = false; std::string why; };

/// A good document without records is accepted, though there is nothing to import from it.
Verdict judge(const fs::path& path) {
    const ShownFile file = show_tables(bytes_of(path), path.filename().string());
    const std::optional<Error> error = file.error ? file.error : file.parts.at(0).failure;
    if (!error) return {true, "rows: " + std::to_string(file.parts.at(0).rows.size() - 1)};
    return {error->fault == Fault::NotATable, std::string{fault_id(error->fault)}};
}

std::string reason_of(std::string_view name, const Verdict& verdict) {
    if (verdict.why == "bad_encoding") return "not UTF-8: the error says so and where";
    if (verdict.why == "too_large") return "deeper than 64 levels, our bound";
    if (verdict.why == "not_a_table") return "good JSON without records";
    if (!verdict.is_accepted && name.find("number") != std::string_view::npos) return "beyond the range of a double";
    if (name.find("surrogate") != std::string_view::npos || name.find("1st") != std::string_view::npos) return "half of a pair of \\u escapes is no character";
    return verdict.is_accepted ? verdict.why : "refused: " + verdict.why;
}

std::string suite_table(std::vector<std::string>& wrong) {
    std::size_t good[2] = {}, all[2] = {};
    std::string free_files;
    for (const fs::path& path : files_in(data_folder() / "suites/JSONTestSuite/test_parsing")) {
        const std::string name = path.filename().string();
        const Verdict verdict = judge(path);
        if (name[0] == 'i') { free_files += "| " + name + " | " + (verdict.is_accepted ? "accepted" : "refused") + " | " + reason_of(name, verdict) + " |\n"; continue; }
        const std::size_t kind = name[0] == 'y' ? 0 : 1;
        ++all[kind];
        if (verdict.is_accepted == (name[0] == 'y')) ++good[kind];
        else wrong.push_back(name + ": " + verdict.why);
    }
    const auto share = [&](std::size_t kind) { return std::to_string(good[kind]) + " of " + std::to_string(all[kind]); };
    return "`y_` accepted: " + share(0) + ". `n_` refused: " + share(1) + ". The `i_` files, which a reader may take or leave:\n\n| file | result | reason |\n|---|---|---|\n" + free_files;
}

std::string geo_table(std::vector<std::string>& wrong) {
    std::string out = "\n| GeoJSON file | rows | lat, lon of the first |\n|---|---|---|\n";
    for (const fs::path& path : files_in(data_folder() / "suites/geojson-fixtures/data")) {
        const std::string name = (path.parent_path().filename() / path.filename()).string();
        const ShownFile file = show_tables(bytes_of(path), name);
        const auto column = [&](const char* title) { const TextRow& head = file.parts.at(0).rows.at(0); return static_cast<std::size_t>(std::find(head.begin(), head.end(), title) - head.begin()); };
        const bool is_read = !file.parts.empty() && !file.parts[0].failure && file.parts[0].rows.size() > 1;
        const bool has_point = is_read && column("lon") < file.parts[0].rows[1].size();
        if (!has_point) { wrong.push_back(name); continue; }
        const TextRow& row = file.parts[0].rows[1];
        out += "| " + name + " | " + std::to_string(file.parts[0].rows.size() - 1) + " | " + row[column("lat")].substr(1) + ", " + row[column("lon")].substr(1) + " |\n";
    }
    return out;
}

constexpr std::string_view kBegin = "<!-- json: written by json_conformance_test -->\n", kEnd = "<!-- /json -->\n";

TEST(JsonConformance, WhatTheSuiteWantsIsAcceptedAndRefused) {
    if (!fs::exists(data_folder() / "suites/JSONTestSuite")) GTEST_SKIP() << "no real data: " << data_folder();
    std::vector<std::string> wrong;
    const std::string table = suite_table(wrong) + geo_table(wrong);
    EXPECT_EQ(wrong, std::vector<std::string>{});
    const fs::path page = fs::path{PROBLEMATOR_SOURCE_DIR} / "docs/conformance.md";
    std::string text = bytes_of(page);
    const std::size_t begin = text.find(kBegin), end = text.find(kEnd);
    ASSERT_TRUE(begin != std::string::npos && end != std::string::npos) << "docs/conformance.md has lost its marks";
    if (std::getenv("PROBLEMATOR_UPDATE_GOLDEN")) {
        text.replace(begin + kBegin.size(), end - begin - kBegin.size(), table);
        std::ofstream{page, std::ios::binary} << text;
        return;
    }
    EXPECT_EQ(text.substr(begin + kBegin.size(), end - begin - kBegin.size()), table) << "PROBLEMATOR_UPDATE_GOLDEN=1 writes it anew";
}

TEST(JsonConformance, TheOpenRequestsOfLosAngelesAreRead) {
    const fs::path path = data_folder() / "la/open_requests.json.gz";
    if (!fs::exists(path)) GTEST_SKIP() << "no real data: " << path;
    const ShownFile file = show_tables(bytes_of(path), "open_requests.json.gz");
    ASSERT_EQ(file.parts.size(), 1u);
    EXPECT_EQ(file.parts[0].rows.size(), 27'166u + 1);
    EXPECT_EQ(file.parts[0].rows[0], (TextRow{"srnumber", "requesttype", "latitude", "longitude"}));
    EXPECT_FALSE(file.parts[0].failure);
}

}  // namespace
}  // namespace problemator
