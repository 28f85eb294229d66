#include "core/import/values.hpp"

#include <gtest/gtest.h>

#include "core/base/text.hpp"
#include "core/import/encoding.hpp"

namespace problemator {
namespace {

TEST(Values, NumbersTakeACommaAndBlanksBetweenDigits) {
    const std::pair<const char*, double> cases[] = {{"4.5", 4.5}, {"4,5", 4.5}, {"1 234,5", 1234.5}, {"1\u00A0234", 1234}, {"−2", -2}, {" 7 ", 7}};
    for (const auto& [text, value] : cases) EXPECT_EQ(read_number(text), value) << text;
    for (const char* text : {"", "abc", "1,2,3", "1e999", "nan", "inf", "4.5 кг"}) EXPECT_FALSE(read_number(text)) << text;
}

TEST(Values, PointsAreReadInBothOrders) {
    struct Case { const char* text; double lat, lon; };
    for (const Case& c : {Case{"POINT (-118.29 34.06)", 34.06, -118.29}, Case{"(34.06, -118.29)", 34.06, -118.29}, Case{"point(65.5 62.5)", 62.5, 65.5}}) {
        const auto point = read_point(c.text);
        ASSERT_TRUE(point) << c.text;
        EXPECT_EQ(point->lat, c.lat);
        EXPECT_EQ(point->lon, c.lon);
    }
    for (const char* text : {"", "POINT ()", "POINT (1)", "POINT (181 10)", "(0, 0)", "LINE (1 2)", "(1, 2", "(1, 2) x"}) EXPECT_FALSE(read_point(text)) << text;
}

TEST(Values, RubricsAreACodeAndAName) {
    const auto full = read_rubric("(0002.0014.0143.0416) Качество помощи\n(0001.0001) Другое");
    EXPECT_EQ(full.code, "0002.0014.0143.0416");
    EXPECT_EQ(full.name, "Качество помощи");
    EXPECT_EQ(read_rubric("Дороги").name, "Дороги");
    EXPECT_EQ(read_rubric("(старое) Дороги").name, "(старое) Дороги");
    EXPECT_EQ(read_rubric("(0002").name, "(0002");
}

TEST(Values, RatingsAreOneToFive) {
    EXPECT_EQ(read_rating("5"), 5);
    EXPECT_EQ(read_rating("4.0"), 4);
    for (const char* text : {"0", "6", "3,5", "-", "отлично"}) EXPECT_FALSE(read_rating(text)) << text;
}

TEST(Values, YesAndNoInBothLanguages) {
    for (const char* yes : {"Да", "да", "YES", "1", "+"}) EXPECT_EQ(read_yes_no(yes), true) << yes;
    for (const char* no : {"Нет", "no", "0", "FALSE"}) EXPECT_EQ(read_yes_no(no), false) << no;
    EXPECT_FALSE(read_yes_no("может быть"));
}

// «Дороги» in windows-1251, and more of it so that the letters can be counted.
const std::string kCp1251 = "\xC4\xEE\xF0\xEE\xE3\xE8;\xED\xE5 \xE3\xEE\xF0\xE8\xF2 \xF4\xEE\xED\xE0\xF0\xFC \xB9 5";

TEST(Encodings, AreToldApart) {
    struct Case { const char* name; std::string bytes; const char* expected; };
    const Case cases[] = {
        {"ascii", "a,b\n", "utf-8"},
        {"utf-8", "Дороги;снег", "utf-8"},
        {"utf-8 with a mark", "\xEF\xBB\xBF" "Дороги", "utf-8-bom"},
        {"windows-1251", kCp1251, "windows-1251"},
        {"utf-8 with one bad byte", "Дороги и тротуары, снег и лёд \xFF на улице", "utf-8"},
        {"latin-1 letters in an English file", std::string(500, 'x') + "Ca\xD1on", "utf-8"},
    };
    for (const Case& c : cases) {
        const auto encoding = detect_encoding(c.bytes);
        ASSERT_TRUE(encoding) << c.name;
        EXPECT_EQ(encoding->name(), c.expected) << c.name;
    }
    EXPECT_FALSE(detect_encoding("\xB1\xB2\xB3\xB1\xB2\xB3\x98\x98\x98\x98\x98\x98"));
}

TEST(Encodings, AreDecodedToValidUtf8) {
    std::string scratch;
    EXPECT_EQ(detect_encoding(kCp1251)->decode(kCp1251, scratch), "Дороги;не горит фонарь № 5");
    const std::string damaged = "Дороги и тротуары \xFF снег";
    EXPECT_EQ(detect_encoding(damaged)->decode(damaged, scratch), "Дороги и тротуары \uFFFD снег");
}

TEST(Encodings, CellsOfAnotherCodePageInsideUtf8AreReadAsWhatTheyAre) {
    const struct { std::string_view raw, text; } cases[] = {
        {"\xCD\xE5\xF2", "Нет"}, {"\xC6\xCA\xD5", "ЖКХ"}, {"\xC4\xEE\xF0\xEE\xE3\xE8 5", "Дороги 5"},
        {"caf\xE9", "caf\uFFFD"}, {"\xFF", "\uFFFD"}, {"Дороги \xFF\xFE", "Дороги \uFFFD\uFFFD"}, {"\x98\x98", "\uFFFD\uFFFD"}};
    const Encoding glued{.is_damaged = true};
    std::string scratch;
    for (const auto& c : cases) EXPECT_EQ(glued.decode(c.raw, scratch), c.text);
}

TEST(Encodings, FindTheSameBadByteAsThePlainCheck) {
    const std::pair<std::string, std::size_t> cases[] = {
        {"", std::string::npos}, {"abcdefghijkl", std::string::npos}, {"Ёлка, 😎 и €", std::string::npos}, {"abcdefgh\x80", 8}, {"\xC0\xAF", 0},
        {"ab\xE2\x82", 2}, {"\xED\xA0\x80", 0}, {"\xF4\x90\x80\x80", 0}, {"x\xD0", 1}, {"\xF0\x9F\x98\x8E\xFF", 4},
    };
    for (const auto& [bytes, at] : cases) EXPECT_EQ(first_bad_utf8(bytes), at);
}

}  // namespace
}  // namespace problemator
