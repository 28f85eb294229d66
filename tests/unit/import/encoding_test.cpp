#include "core/import/encoding.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <map>

#include "core/base/text.hpp"
#include "core/import/likeness.hpp"
#include "tests/effort.hpp"
#include "tests/unit/import/russian_tables.hpp"

namespace problemator {
namespace {

std::string bytes_of(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(std::string{hex.substr(i, 2)}, nullptr, 16));
    return bytes;
}

/// The text in a page; characters that the page lacks become "?", as programs write them.
std::string in_page(std::string_view utf8, const CodePage& page) {
    std::map<char32_t, char> codes;
    for (std::size_t i = 128; i-- > 0;) codes[page.upper[i]] = static_cast<char>(0x80 + i);
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_char(utf8, at);
        const auto code = codes.find(c);
        bytes += c < 0x80 ? static_cast<char>(c) : code == codes.end() ? '?' : code->second;
    }
    return bytes;
}

const CodePage& page_named(std::string_view name) {
    for (const CodePage& page : code_pages())
        if (page.name == name) return page;
    ADD_FAILURE() << name;
    return code_pages().front();
}

std::string utf16(std::string_view utf8, bool is_little) {
    std::string bytes;
    const auto put = [&](char32_t unit) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += is_little ? low : high;
        bytes += is_little ? high : low;
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_char(utf8, at);
        if (c < 0x10000) put(c);
        else put(0xD800 + ((c - 0x10000) >> 10)), put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
    return bytes;
}

TEST(Encoding, ThePagesHoldTheLettersThatPythonWritesThere) {
    const std::string pangram = "Съешь же ещё этих мягких французских булок, да выпей чаю: ФЦЮ ХЩЪЫ";
    const std::pair<const char*, const char*> cases[] = {
        {"windows-1251", "d1fae5f8fc20e6e520e5f9b820fdf2e8f520ecffe3eae8f520f4f0e0edf6f3e7f1eae8f520e1f3ebeeea2c20e4e020e2fbefe5e920f7e0fe3a20d4d6de20d5d9dadb"},
        {"koi8-r", "f3dfc5dbd820d6c520c5dda320dcd4c9c820cdd1c7cbc9c820c6d2c1cec3d5dad3cbc9c820c2d5cccfcb2c20c4c120d7d9d0c5ca20dec1c03a20e6e3e020e8fdfff9"},
        {"ibm866", "91eaa5e8ec20a6a520a5e9f120ede2a8e520acefa3aaa8e520e4e0a0ade6e3a7e1aaa8e520a1e3abaeaa2c20a4a020a2ebafa5a920e7a0ee3a2094969e2095999a9b"},
        {"x-mac-cyrillic", "91fae5f8fc20e6e520e5f9de20fdf2e8f520ecdfe3eae8f520f4f0e0edf6f3e7f1eae8f520e1f3ebeeea2c20e4e020e2fbefe5e920f7e0fe3a2094969e2095999a9b"},
        {"koi8-u", "f3dfc5dbd820d6c520c5dda320dcd4c9c820cdd1c7cbc9c820c6d2c1cec3d5dad3cbc9c820c2d5cccfcb2c20c4c120d7d9d0c5ca20dec1c03a20e6e3e020e8fdfff9"},
    };
    for (const auto& [name, hex] : cases) {
        std::string text;
        append_by_page(text, bytes_of(hex), page_named(name));
        EXPECT_EQ(text, pangram) << name;
        EXPECT_EQ(in_page(pangram, page_named(name)), bytes_of(hex)) << name;
    }
}

struct Score { int tables = 0, right = 0; std::map<std::string, std::map<std::string, int>> taken; };

/// Right: the name, or another page that reads every byte as the same text (capitals alone are the same in cp866 and MacCyrillic).
void take(Score& score, const std::string& bytes, std::string_view truth) {
    const auto guess = guess_encoding(bytes, Head::Beginning);
    ++score.tables;
    ++score.taken[std::string{truth}][guess ? std::string{guess->encoding.name()} : "refused"];
    if (!guess) return;
    std::string text, scratch;
    if (truth == "utf-8") text = bytes;
    else append_by_page(text, bytes, page_named(truth));
    score.right += guess->encoding.name() == truth || guess->encoding.decode(bytes, scratch) == text;
}

double share(const Score& score) { return static_cast<double>(score.right) / score.tables; }

Score read_corpus(std::uint32_t rows, int tables) {
    Score score;
    for (int seed = 1; seed <= tables; ++seed) {
        const std::string text = TableMaker{static_cast<std::uint64_t>(seed) * 1000 + rows}.table(rows);
        take(score, text, "utf-8");
        for (const char* name : {"windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"}) take(score, in_page(text, page_named(name)), name);
    }
    std::printf("%u rows, %d tables: %.2f %% right\n", rows, score.tables, 100 * share(score));
    for (const auto& [truth, taken] : score.taken) {
        std::printf("  %-15s", truth.c_str());
        for (const auto& [name, count] : taken) std::printf(" %s %d", name.c_str(), count);
        std::printf("\n");
    }
    return score;
}

TEST(Encoding, NinetyNineTablesOfAHundredAreReadRightDownToTwentyRows) {
    for (const std::uint32_t rows : {20u, 40u, 200u}) EXPECT_GE(share(read_corpus(rows, part_of(400))), 0.99) << rows;
}

TEST(Encoding, TablesOfFiveRowsAreMostlyReadRight) { EXPECT_GE(share(read_corpus(5, part_of(400))), 0.97); }

TEST(Encoding, ASampleCutInsideACharacterIsStillUtf8) {
    const std::string text = "Номер;Текст\n1;снег 😎";
    for (std::size_t cut = 0; cut < text.size(); ++cut) {
        const auto guess = guess_encoding(std::string_view{text}.substr(0, cut), Head::Beginning);
        ASSERT_TRUE(guess) << cut;
        EXPECT_EQ(guess->encoding.name(), "utf-8") << cut;
        EXPECT_FALSE(guess->encoding.is_damaged) << cut;
    }
    EXPECT_TRUE(guess_encoding(text.substr(0, text.size() - 1), Head::WholeFile)->encoding.is_damaged);
}

TEST(Encoding, Utf16IsKnownByItsMarkOrItsZerosAndRead) {
    const std::string text = "Номер\tДата\tТекст\r\n1\t09.11.2026\tСнег 😎 лежит\r\n2\t10.11.2026\tЯма\r\n";
    for (const bool is_little : {true, false}) {
        for (const bool has_mark : {true, false}) {
            const std::string bytes = utf16(has_mark ? "\uFEFF" + text : text, is_little);
            const auto guess = guess_encoding(bytes, Head::WholeFile);
            ASSERT_TRUE(guess);
            EXPECT_EQ(guess->encoding.name(), is_little ? "utf-16le" : "utf-16be");
            EXPECT_EQ(utf8_from_utf16(bytes, guess->encoding), text);
        }
    }
    const Encoding little{.unit = CodeUnit::Utf16Little};
    EXPECT_EQ(utf8_from_utf16(std::string_view{"\x3D\xD8" "A\0" "B", 5}, little), "\uFFFDA\uFFFD");
    EXPECT_EQ(utf8_from_utf16(std::string_view{"\x3D\xD8", 2}, little), "\uFFFD");
}

TEST(Encoding, Utf32IsNamedAndRefused) {
    const auto guess = guess_encoding(std::string_view{"\xFF\xFE\0\0A\0\0\0", 8}, Head::WholeFile);
    ASSERT_FALSE(guess);
    EXPECT_EQ(guess.error().piece, "UTF-32");
}

TEST(Encoding, AFewForeignLettersDoNotMakeAnEnglishFileRussian) {
    std::string latin1 = "id,street,text\n";
    for (int i = 0; i < 40; ++i) latin1 += std::to_string(i) + ",Main street,A long and plain sentence about a broken lamp near the caf\xE9 of Mr. Nu\xF1" "ez on the corner of the park\n";
    const auto guess = guess_encoding(latin1, Head::WholeFile);
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->encoding.name(), "utf-8");
    EXPECT_TRUE(guess->encoding.is_damaged);
    EXPECT_LT(guess->confidence, 0.6);
}

TEST(Encoding, NoiseIsRefused) {
    std::string noise;
    TableMaker maker{7};
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>(0x80 + maker.below(128));
    EXPECT_FALSE(guess_encoding(noise, Head::WholeFile));
}

TEST(Encoding, ANameThatTheUserGivesIsTakenAndAWrongOneNamesTheNearest) {
    for (const char* name : {"cp1251", "WINDOWS-1251", "win-1251"}) EXPECT_EQ(guess_encoding("abc", Head::WholeFile, name)->encoding.name(), "windows-1251") << name;
    EXPECT_TRUE(guess_encoding("abc", Head::WholeFile, "cp866")->shown().is_given);
    EXPECT_EQ(guess_encoding("\xEF\xBB\xBF" "abc", Head::WholeFile, "utf8")->encoding.mark_bytes(), 3u);
    const auto wrong = guess_encoding("abc", Head::WholeFile, "koi8-x");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().expected, "koi8-r");
}

TEST(Encoding, TheNextBestIsNamedWhenItIsClose) {
    const auto close = guess_encoding("\xD3\xF1", Head::WholeFile);   // two letters say little
    ASSERT_TRUE(close);
    EXPECT_LT(close->confidence, 0.95);
    EXPECT_FALSE(close->second.empty());
}

TEST(Encoding, GluedExportsAreReadCellByCell) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "Дороги и тротуары;Отопление\n";
    const std::string glued = text + in_page("Фонари;ЖКХ\n", page_named("windows-1251"));
    const auto encoding = detect_encoding(glued);
    ASSERT_TRUE(encoding && encoding->is_damaged);
    std::string scratch;
    for (const char* cell : {"Фонари", "ЖКХ", "Не вывозят мусор со двора"}) EXPECT_EQ(encoding->decode(in_page(cell, page_named("windows-1251")), scratch), cell);
}

}  // namespace
}  // namespace problemator
