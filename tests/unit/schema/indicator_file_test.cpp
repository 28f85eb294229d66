// Indicators of one's own: a file each, refused with the place and the nearest known word.
#include "core/schema/indicator_file.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

std::string file(const std::string& numerator, const std::string& more = "\"municipalities\": [\"*\"],") {
    return R"({)" + more + R"( "id": "quick", "name": "Быстро", "unit": "percent", "plan": {"2026": 80}, "numerator": ")" + numerator + R"(", "denominator": "decided", "formula": "так"})";
}

TEST(IndicatorFile, EveryFileOfTheProgramReads) {
    EXPECT_GE(embedded_indicators().size(), 1u);
    for (const EmbeddedFile& one : embedded_indicators()) {
        const auto read = read_indicator_file(one.text, one.name);
        EXPECT_TRUE(read) << one.name << ": " << (read ? "" : describe(read.error(), Lang::Ru));
    }
    EXPECT_EQ(own_indicators("no-such-place").size(), 0u);
    EXPECT_EQ(own_indicators("oktyabrskoe").size(), 1u);
}

TEST(IndicatorFile, AMistakeIsRefusedWithItsPlaceAndTheNearestWord) {
    const struct { const char* term; const char* piece; const char* expected; } rows[] = {
        {"messages?with=ratd", "ratd", "rated"}, {"messages?basis=close", "close", "closed"}, {"messages?blok=x", "blok", "block"},
        {"messages?rated", "rated", "basis=closed&with=rated"}, {"messages?block=", "block", "block=…"}, {"in_tme", "in_tme", "in_time"},
    };
    for (const auto& row : rows) {
        const auto read = read_indicator_file(file(row.term), "quick.json");
        ASSERT_FALSE(read) << row.term;
        EXPECT_EQ(read.error().place.file, "quick.json") << row.term;
        EXPECT_EQ(read.error().place.column, "numerator") << row.term;
        EXPECT_EQ(read.error().piece, row.piece) << row.term;
        EXPECT_EQ(read.error().expected, row.expected) << row.term;
    }
    EXPECT_EQ(read_indicator_file(file("in_time", ""), "quick.json").error().fault, Fault::MissingKey) << "it must say for whom it is";
    EXPECT_TRUE(read_indicator_file(file("messages?b=roads&m=in_time&basis=decided"), "quick.json"));
}

}  // namespace
}  // namespace problemator
