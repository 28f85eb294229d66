#include "core/base/text.hpp"

#include <gtest/gtest.h>

#include "core/base/hash.hpp"
#include "core/base/json.hpp"
#include "core/base/nearest.hpp"

namespace problemator {
namespace {

TEST(Text, FoldMakesTypedNamesComparable) {
    EXPECT_EQ(fold("  Пгт.  Приобьё\u00A0 "), "пгт. приобье");
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(to_lower("ЁЖ ABC ЖКХ"), "ёж abc жкх");
}

TEST(Text, TrimTakesOffNoBreakSpaceAndBom) {
    EXPECT_EQ(trim("\uFEFF\u00A0 слово \t\u00A0"), "слово");
    EXPECT_EQ(trim("   "), "");
    EXPECT_EQ(trim("я"), "я");
}

TEST(Text, BadUtf8IsFoundAtItsByte) {
    const struct { std::string_view text; std::size_t at; } cases[] = {
        {"ок", std::string_view::npos}, {"a\xC0\xAF", 1}, {"a\xED\xA0\x80", 1}, {"\xF5\x80\x80\x80", 0}, {"абв\xD0", 6}, {"\xE0\x80\x80", 0}};
    for (const auto& c : cases) EXPECT_EQ(first_bad_utf8(c.text), c.at);
}

TEST(Text, ShortenCutsBetweenLetters) {
    EXPECT_EQ(shorten("Температура", 6), "Темпе…");
    EXPECT_EQ(shorten("Тема", 4), "Тема");
}

TEST(Text, SlugsAreAsciiAndNeverEmpty) {
    EXPECT_EQ(slug("ЖКХ и энергетика"), "zhkkh-i-energetika");
    EXPECT_EQ(slug("№ !"), "x");
    EXPECT_LE(slug("Очень длинное название подразделения администрации").size(), 24u);
}

TEST(Text, HtmlIsEscaped) { EXPECT_EQ(escape_html("<a href='x'>&\"\x01"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;"); }

TEST(Checksums, MatchPublishedVectors) {
    const std::string_view digits = "123456789", abc = "abc";
    const auto bytes = [](std::string_view s) { return std::span<const std::uint8_t>(reinterpret_cast<const std::uint8_t*>(s.data()), s.size()); };
    EXPECT_EQ(crc32c(bytes(digits)), 0xE3069283u);   // RFC 3720 B.4
    EXPECT_EQ(sha256_hex(bytes(abc)), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");   // FIPS 180-4
    EXPECT_EQ(sha256_hex(bytes("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex(bytes(std::string(64, 'a'))), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST(NearestWord, FindsTheTypo) {
    EXPECT_EQ(nearest_word("chanels", {"blocks", "channels", "clocks"}), "channels");
    EXPECT_EQ(nearest_word("zzzzzz", {"blocks", "channels"}), "");
}

TEST(Json, ErrorsNameThePathAndTheLine) {
    const auto broken = JsonCursor::parse("{\n  \"a\": [1, 2\n}", "p.json");
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().place.row, 3u);
    const auto good = JsonCursor::parse(R"({"blocks": [{"id": 5}], "chanels": 1})", "p.json");
    ASSERT_TRUE(good.ok());
    const auto id = good->at("blocks")->items()->at(0).at("id")->string();
    ASSERT_FALSE(id.ok());
    EXPECT_EQ(id.error().place.column, "blocks[0].id");
    EXPECT_EQ(good->unknown_member({"blocks", "channels"})->expected, "channels");
    EXPECT_EQ(JsonCursor::parse(std::string(100000, '['), "deep.json").error().fault, Fault::BadJson);
}

TEST(Errors, SayPlacePieceAndWayOut) {
    const Error error{.fault = Fault::BadDate, .place = {.file = "ПОС_11.csv", .row = 214, .column = "Дата поступления"}, .piece = "32.13.2026", .expected = "ДД.ММ.ГГГГ"};
    EXPECT_EQ(describe(error, Lang::Ru), "ПОС_11.csv, строка 214, столбец «Дата поступления»: «32.13.2026» — не дата; ожидается ДД.ММ.ГГГГ; исправьте дату в исходной системе");
}

TEST(Errors, CallAPlaceByItsKind) {
    const struct { Error error; std::string_view begins; } cases[] = {
        {{.fault = Fault::BadChecksum, .place = {.file = "w.pmsnap", .column = "names.topic"}, .piece = "names.topic"}, "w.pmsnap, section “names.topic”: the checksum"},
        {{.fault = Fault::UnknownKey, .place = {.file = "my.json", .column = "blocks[0]"}, .piece = "topcs", .expected = "topics"}, "my.json, key “blocks[0]”: “topcs” — an unknown word; expected topics"},
        {{.fault = Fault::BadArgument, .place = {.column = "--as-of"}, .piece = "x"}, "option “--as-of”: “x” — a wrong argument"},
        {{.fault = Fault::BadNumber, .place = {.file = "a.csv", .row = 2, .column = "Rating"}, .piece = "x"}, "a.csv, row 2, column “Rating”: “x”"}};
    for (const auto& c : cases) EXPECT_TRUE(describe(c.error, Lang::En).starts_with(c.begins)) << describe(c.error, Lang::En);
}

}  // namespace
}  // namespace problemator
