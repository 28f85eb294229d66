#include "core/cli/key.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace problemator::cli {
namespace {

std::string key_file(std::string_view text) {
    const std::string path = testing::TempDir() + "key_test.txt";
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

TEST(Key, TheLineEndThatEditorsAddIsNoPartOfIt) {
    for (const std::string_view text : {"a long enough key", "a long enough key\n", "a long enough key\r\n"}) EXPECT_EQ(*read_key({.file = key_file(text), .env = {}}), "a long enough key");
}

TEST(Key, AVariableOfTheEnvironmentHoldsItToo) {
    ASSERT_EQ(setenv("PROBLEMATOR_TEST_KEY", "ключ из окружения", 1), 0);
    EXPECT_EQ(*read_key({.file = {}, .env = "PROBLEMATOR_TEST_KEY"}), "ключ из окружения");
    ASSERT_EQ(unsetenv("PROBLEMATOR_TEST_KEY"), 0);
    const auto none = read_key({.file = {}, .env = "PROBLEMATOR_TEST_KEY"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().place.column, "--key-env");
    EXPECT_EQ(none.error().piece, "PROBLEMATOR_TEST_KEY");
}

TEST(Key, AShortOneAndTwoSourcesAreRefusedByTheNameOfTheOption) {
    const auto few = read_key({.file = key_file("short"), .env = {}});
    ASSERT_FALSE(few);
    EXPECT_EQ(few.error().place.column, "--key-file");
    EXPECT_FALSE(read_key({.file = key_file("a long enough key"), .env = "HOME"}));
    EXPECT_FALSE(read_key({.file = testing::TempDir() + "no such key", .env = {}}));
}

TEST(Key, ChanceIsNeverTheSame) {
    EXPECT_NE(random_chance().salt, random_chance().salt);
    EXPECT_NE(random_chance().nonce, random_chance().nonce);
}

}  // namespace
}  // namespace problemator::cli
