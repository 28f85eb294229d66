#include "core/seal/sealed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/base/hash.hpp"
#include "core/snapshot/layout.hpp"

namespace problemator {
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
    EXPECT_EQ(wrong.error().fault, Fault::WrongKey);
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
    for (std::size_t size = 0; size < file.size(); ++size) EXPECT_FALSE(unseal(SealBytes{file}.first(size), kKey, "w.sealed")) << size;
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
}

TEST(Sealed, AShortKeyIsRefused) {
    const auto file = seal(numbers(5), "short", chance_of(7), kCheap);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().fault, Fault::BadArgument);
}

/// A file whose header asks for this cost, with its checksum mended: what somebody who knows the form could hand over.
std::vector<std::uint8_t> asking(SealCost cost) {
    auto file = sealed(300);
    std::vector<std::uint8_t> asked;
    layout::put(asked, cost.passes);
    layout::put(asked, cost.memory_kib);
    std::copy(asked.begin(), asked.end(), file.begin() + 12);
    std::vector<std::uint8_t> sum;
    layout::put(sum, crc32c(SealBytes{file}.first(104)));
    std::copy(sum.begin(), sum.end(), file.begin() + 104);
    return file;
}

TEST(Sealed, AHeaderThatAsksForMoreThanTheLimitIsRefusedBeforeTheKeyIsTried) {
    for (const SealCost cost : {SealCost{0, 64}, SealCost{17, 64}, SealCost{~0u, 64}, SealCost{1, 7}, SealCost{1, 256 * 1024 + 1}, SealCost{1, ~0u}}) {
        const auto opened = unseal(asking(cost), kKey, "w.pmseal");
        ASSERT_FALSE(opened) << cost.passes << " " << cost.memory_kib;
        EXPECT_EQ(opened.error().fault, Fault::BadSnapshot);
    }
    EXPECT_EQ(unseal(asking({2, 64}), kKey, "w.pmseal").error().fault, Fault::WrongKey);   // another cost makes other keys
}

TEST(Sealed, WhatATryCostsIsKnownWithoutTheKey) {
    const auto cost = sealed_cost(sealed(300), "w.pmseal");
    ASSERT_TRUE(cost);
    EXPECT_EQ(cost->passes, 1u);
    EXPECT_EQ(cost->memory_kib, 64u);
}

}  // namespace
}  // namespace problemator
