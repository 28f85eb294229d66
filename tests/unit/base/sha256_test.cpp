#include "core/base/sha256.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "core/base/hash.hpp"

namespace problemator {
namespace {

TEST(Sha256, LongVectorsOfTheStandard) {
    const std::vector<std::uint8_t> million(1'000'000, 'a');
    EXPECT_EQ(sha256_hex(million), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");   // FIPS 180-2, example B.3
    const std::string_view two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";              // example B.2
    EXPECT_EQ(sha256_hex({reinterpret_cast<const std::uint8_t*>(two_blocks.data()), two_blocks.size()}),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, InstructionsOfTheProcessorAgreeWithThePortableRounds) {
    std::vector<std::uint8_t> blocks(64 * 257);
    std::uint32_t x = 1;
    for (auto& b : blocks) b = static_cast<std::uint8_t>((x = x * 1664525u + 1013904223u) >> 24);
    Sha256State fast = {1, 2, 3, 4, 5, 6, 7, 8}, portable = fast;
    if (!sha256_blocks_x86(fast, blocks.data(), 257)) GTEST_SKIP() << "this processor has no SHA instructions";
    sha256_blocks_portable(portable, blocks.data(), 257);
    EXPECT_EQ(fast, portable);
}

}  // namespace
}  // namespace problemator
