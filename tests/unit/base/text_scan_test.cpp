#include "core/base/text_scan.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/base/copy_bytes.hpp"

namespace problemator {
namespace {

/// Long enough for every way in which blocks are looked at; letters of three and four bytes are rare or not there at all.
std::string long_text(std::mt19937& random) {
    const std::string pieces[] = {"дорога ", "снег, ", "plain words ", "ё", "«", "x", "№ ", "\xF0\x9F\x98\x8E"};
    const std::size_t kinds = random() % 3 == 0 ? std::size(pieces) : 6;
    std::string text;
    while (text.size() < random() % 3000) text += pieces[random() % kinds];
    return text;
}

TEST(TextScan, OfLongTextsAgreesWithTheExactReaderWhateverByteIsDamaged) {
    std::mt19937 random{21};
    int damaged = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string text = long_text(random);
        for (std::size_t changes = random() % 3; changes > 0 && !text.empty(); --changes) text[random() % text.size()] = static_cast<char>("\x80\xBF\xC0\xC1\xC2\xD0\xDF\xE0\xED\xF4\xFF\0a"[random() % 13]);
        const TextScan scan = scan_text(text, PieceEnd::OfText);
        ASSERT_EQ(scan.is_utf8, exact_bad_utf8(text) == std::string_view::npos) << round;
        ASSERT_EQ(scan.has_zero, text.find('\0') != std::string::npos) << round;
        damaged += scan.is_utf8 ? 0 : 1;
    }
    EXPECT_GT(damaged, 2000);
    EXPECT_LT(damaged, 5000);
}

TEST(TextScan, ALetterMayBeCutAtTheEndOfAPieceOnly) {
    const std::string text = [] { std::string all; for (int i = 0; i < 400; ++i) all += "щ"; return all; }();
    for (std::size_t size = 0; size <= text.size(); ++size) {
        EXPECT_TRUE(scan_text(std::string_view{text}.substr(0, size), PieceEnd::Anywhere).is_utf8) << size;
        EXPECT_EQ(scan_text(std::string_view{text}.substr(0, size), PieceEnd::OfText).is_utf8, size % 2 == 0) << size;
    }
}

TEST(CopyBytes, OneOtherByteIsFoundWhereverItLies) {
    for (std::size_t size = 0; size < 150; ++size) {
        const std::string text(size, 'b');
        EXPECT_TRUE(same_bytes(text, std::string(size, 'b'))) << size;
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = text;
            other[at] = 'c';
            EXPECT_FALSE(same_bytes(text, other)) << size << " " << at;
            EXPECT_TRUE(is_less_bytes(text, other)) << size << " " << at;
            EXPECT_FALSE(is_less_bytes(other, text)) << size << " " << at;
        }
    }
}

}  // namespace
}  // namespace problemator
