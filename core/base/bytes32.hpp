// Bytes32: 32 bytes at a time where the processor has AVX2, which is asked when the program runs: what is built runs everywhere.
// Functions that use it are marked PM_BYTES32 and called only where has_bytes32(). Elsewhere PM_HAS_BYTES32 is not defined.
#pragma once
#include <cstdint>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>
#define PM_HAS_BYTES32 1
#define PM_BYTES32 [[gnu::target("avx2,bmi,popcnt")]]

namespace problemator {

inline bool has_bytes32() {
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    return has;
}

PM_BYTES32 inline __m256i load32(const char* from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)); }
/// The high bit of each of 64 bytes, of the first the lowest.
PM_BYTES32 inline std::uint64_t mask64(__m256i first, __m256i second) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(first)) | static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(second))) << 32;
}

}  // namespace problemator
#endif
