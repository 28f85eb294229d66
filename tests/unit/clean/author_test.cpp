#include "core/clean/author.hpp"

#include <gtest/gtest.h>

namespace problemator {
namespace {

TEST(Author, TheCodeIsTheFirstBitsOfHmacSha256) {
    // Made by another implementation (Python's hmac): HMAC-SHA-256(key, "abc").
    EXPECT_EQ(AuthorCoder{"key"}.code("abc"), 0x9c196e32dc0175f8u);
    EXPECT_EQ(AuthorCoder{std::string(100, 'k')}.code("abc"), 0xb58b2b694fdba0ddu) << "a key longer than a block is hashed first";
}

TEST(Author, OnePersonHasOneCodeHoweverItIsWritten) {
    const AuthorCoder coder{"salt"};
    const struct { const char* a; const char* b; } same[] = {{"Вымышленная Анна", "АННА ВЫМЫШЛЕННАЯ"}, {"+7 (900) 000-12-34", "89000001234"}, {"Ёлкин, Пётр", "петр елкин"}, {" name@example.org ", "NAME@example.org"}};
    for (const auto& c : same) EXPECT_EQ(coder.code(c.a), coder.code(c.b)) << c.a;
    EXPECT_NE(coder.code("Вымышленная Анна"), coder.code("Вымышленная Алла"));
    EXPECT_NE(coder.code("Вымышленная Анна"), AuthorCoder{"other"}.code("Вымышленная Анна"));
}

TEST(Author, NobodyHasNoCode) {
    for (const char* nobody : {"", " - ", "Аноним", "Автор не указан"}) EXPECT_EQ(AuthorCoder{"salt"}.code(nobody), 0u) << nobody;
}

TEST(Author, TheAuthorIsGoneWhenItIsCoded) {
    Message m;
    m.author = "Вымышленная Анна";
    code_author(m, AuthorCoder{"salt"});
    EXPECT_TRUE(m.author.empty());
    EXPECT_NE(m.author_code, 0u);
}

TEST(Author, ARepeatIsTheSameAuthorAndMatterWithinTheDays) {
    constexpr std::uint64_t heat = 1, water = 2;
    const struct { std::uint64_t author, matter; int day; bool is_repeat; } cases[] = {
        {1, heat, 0, false}, {1, water, 1, false}, {2, heat, 2, false}, {1, heat, 90, true}, {1, heat, 181, false}, {0, heat, 182, false}, {0, heat, 183, false}};
    RepeatFinder repeats{90};
    for (const auto& c : cases) EXPECT_EQ(repeats.is_repeat(c.author, c.matter, minute_from_day(c.day)), c.is_repeat) << c.day;
}

}  // namespace
}  // namespace problemator
