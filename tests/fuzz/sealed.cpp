// Any bytes as a sealed snapshot: an Error before memory or time is spent, also when the checksum of the header fits. What was sealed
// opens again; one changed bit and it does not.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/hash.hpp"
#include "core/seal/sealed.hpp"
#include "core/snapshot/layout.hpp"
#include "tests/fuzz/require.hpp"

using namespace problemator;

namespace {

constexpr std::string_view kKey = "a key of the fuzzer";
constexpr SealCost kCheap{.passes = 1, .memory_kib = 64};
constexpr std::size_t kSumAt = 104, kHeader = 112;

void open_any(SealBytes bytes) {
    const auto cost = sealed_cost(bytes, "fuzz.pmseal");
    if (cost) REQUIRE(cost->passes <= kMaxSealCost.passes && cost->memory_kib <= kMaxSealCost.memory_kib);
    if (cost && (cost->passes > 1 || cost->memory_kib > 256)) return;   // allowed, but too slow for a fuzzer
    const auto plain = unseal(bytes, kKey, "fuzz.pmseal");
    if (!plain) REQUIRE(!describe(plain.error(), Lang::Ru).empty());
    if (plain) REQUIRE(plain->size() < bytes.size());
}

std::vector<std::uint8_t> mended(SealBytes bytes) {
    std::vector<std::uint8_t> out{bytes.begin(), bytes.end()};
    std::vector<std::uint8_t> sum;
    layout::put(sum, crc32c(bytes.first(kSumAt)));
    layout::put(sum, std::uint32_t{0});
    for (std::size_t i = 0; i < sum.size(); ++i) out[kSumAt + i] = sum[i];
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    open_any({data, size});
    if (size >= kHeader) open_any(mended({data, size}));
    auto sealed = seal({data, size}, kKey, {}, kCheap);
    REQUIRE(sealed.ok());
    const auto plain = unseal(*sealed, kKey, "");
    REQUIRE(plain.ok() && *plain == std::vector<std::uint8_t>(data, data + size));
    if (size == 0) return 0;
    (*sealed)[(data[0] * std::size_t{257} + size) % sealed->size()] ^= 1;
    REQUIRE(!unseal(*sealed, kKey, "").ok());
    return 0;
}
