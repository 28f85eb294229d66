#include "core/cli/sealed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace problemator::cli {
namespace {

constexpr SealCost kCheap{.passes = 1, .memory_kib = 64};   // tests guess no keys
constexpr std::string_view kKey = "correct horse battery";
constexpr std::size_t kMegabyte = std::size_t{1} << 20;

std::vector<std::uint8_t> numbers(std::size_t size) {
    std::vector<std::uint8_t> out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
    return out;
}

SealChance chance_of(std::uint8_t seed) {
    SealChance chance;
    chance.salt.fill(seed), chance.nonce.fill(static_cast<std::uint8_t>(seed + 1));
    return chance;
}

std::vector<std::uint8_t> sealed(std::size_t size) { return *seal(numbers(size), kKey, chance_of(7), kCheap); }

TEST(Sealed, WhatWasSealedIsReadAgainAtEveryEdgeOfAChunk) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kMegabyte - 1, kMegabyte, kMegabyte + 1, 2 * kMegabyte + 77}) {
        const auto plain = unseal(sealed(size), kKey, "w.sealed");
        ASSERT_TRUE(plain) << size;
        EXPECT_EQ(*plain, numbers(size)) << size;
    }
}

TEST(Sealed, NothingOfThePlainTextIsInTheFile) {
    const std::string text(200, 'q');
    const auto file = seal({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, kKey, chance_of(7), kCheap);
    ASSERT_TRUE(file);
    EXPECT_EQ(std::string(file->begin(), file->end()).find("qqqq"), std::string::npos);
}

TEST(Sealed, AnotherKeyAndADamagedFileAreToldApart) {
    auto file = sealed(5000);
    const auto wrong = unseal(file, "correct horse batterz", "w.sealed");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fault, Fault::BadArgument);
    EXPECT_EQ(wrong.error().place.column, "--key-file");
    file[3000] ^= 1;
    const auto damaged = unseal(file, kKey, "w.sealed");
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().fault, Fault::BadChecksum);
}

TEST(Sealed, AChangeOfAnyByteIsNoticed) {
    const auto file = sealed(300);
    for (std::size_t at = 0; at < file.size(); ++at) {
        auto changed = file;
        changed[at] ^= 0x10;
        EXPECT_FALSE(unseal(changed, kKey, "w.sealed")) << at;
    }
}

TEST(Sealed, EveryShorterFileIsRefused) {
    const auto file = sealed(300);
    for (std::size_t size = 0; size < file.size(); ++size) EXPECT_FALSE(unseal(Bytes{file}.first(size), kKey, "w.sealed")) << size;
    auto longer = file;
    longer.push_back(0);
    EXPECT_FALSE(unseal(longer, kKey, "w.sealed"));
}

TEST(Sealed, ChunksCannotBeSwapped) {
    auto file = sealed(2 * kMegabyte);
    const std::size_t chunk = kMegabyte + 16, header = file.size() - 2 * chunk;
    std::rotate(file.begin() + static_cast<std::ptrdiff_t>(header), file.begin() + static_cast<std::ptrdiff_t>(header + chunk), file.end());
    EXPECT_FALSE(unseal(file, kKey, "w.sealed"));
}

TEST(Sealed, ChanceDecidesTheBytesAndNothingElseDoes) {
    EXPECT_EQ(sealed(50), sealed(50));
    EXPECT_NE(sealed(50), *seal(numbers(50), kKey, chance_of(8), kCheap));
    EXPECT_NE(random_chance().salt, random_chance().salt);
}

TEST(Sealed, AShortKeyIsRefused) {
    const auto file = seal(numbers(5), "short", chance_of(7), kCheap);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().place.column, "--key-file");
}

}  // namespace
}  // namespace problemator::cli
