// Public data that no one of the project wrote. Absent on most machines: then skipped, saying so.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/format.hpp"
#include "core/import/import.hpp"

namespace problemator {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

#ifndef __EMSCRIPTEN__
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
