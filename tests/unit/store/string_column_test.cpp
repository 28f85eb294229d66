#include "core/store/string_column.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace problemator {
namespace {

/// Every length that is copied in its own way, and some that do not fit into a piece.
std::vector<std::string> made_texts() {
    std::vector<std::string> texts;
    for (std::size_t size = 0; size < 70; ++size) texts.push_back(std::string(size, static_cast<char>('a' + size % 26)) + (size % 3 == 0 ? "конец" : ""));
    for (const std::size_t size : {4095u, 4096u, 4097u, 65535u, 65536u, 65537u, 200'000u, 3'000'000u}) texts.push_back(std::string(size, 'x') + std::to_string(size));
    for (std::size_t i = 0; i < 3000; ++i) texts.push_back("сообщение " + std::to_string(i * 7919));
    return texts;
}

TEST(StringColumn, GivesBackWhatWasPutInWhateverItsLength) {
    const auto texts = made_texts();
    StringColumn column;
    std::size_t bytes = 0;
    for (const std::string& text : texts) {
        column.push(text);
        bytes += text.size();
    }
    ASSERT_EQ(column.size(), texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) EXPECT_EQ(column[row], texts[row]) << row;
    EXPECT_EQ(column.text_bytes(), bytes);
}

TEST(StringColumn, SortsPlacesAndLeavesOutRowsThatAreNotNamed) {
    StringColumn column;
    for (const char* const text : {"первое", "второе", "", "четвёртое"}) column.push(text);
    column.push("a", ':', "b");
    column.reorder(std::array<std::uint32_t, 4>{4, 0, 3, 2});
    ASSERT_EQ(column.size(), 4u);
    EXPECT_EQ(column[0], "a:b");
    EXPECT_EQ(column[1], "первое");
    EXPECT_EQ(column[2], "четвёртое");
    EXPECT_EQ(column[3], "");
}

TEST(StringColumn, ACopyIsEqualAndItsOwn) {
    StringColumn column;
    for (const std::string& text : made_texts()) column.push(text);
    StringColumn copy = column;
    EXPECT_EQ(copy, column);
    copy.push("ещё одно");
    EXPECT_FALSE(copy == column);
    StringColumn moved = std::move(copy);
    copy = StringColumn{};
    copy.push("снова");
    EXPECT_EQ(copy[0], "снова");
    EXPECT_EQ(moved[moved.size() - 1], "ещё одно");
}

TEST(StringColumn, ReservedRoomAndEmptyRowsChangeNothing) {
    StringColumn column;
    column.reserve(10, 100'000);
    column.push_empty(2);
    column.push("текст");
    EXPECT_EQ(column[0], "");
    EXPECT_EQ(column[2], "текст");
    EXPECT_EQ(column.text_bytes(), std::string{"текст"}.size());
}

TEST(CopyBytes, ComparesAsStringsDo) {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'b');
        EXPECT_TRUE(same_bytes(text, std::string(size, 'b'))) << size;
        EXPECT_FALSE(same_bytes(text, text + "b")) << size;
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = text;
            other[at] = 'c';
            EXPECT_FALSE(same_bytes(text, other)) << size << " " << at;
        }
    }
}

}  // namespace
}  // namespace problemator
