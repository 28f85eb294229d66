// Bytes16: sixteen bytes at a time in the processor's vectors, the same words for SSE2 and WebAssembly.
// Where neither is there, PM_HAS_BYTES16 is not defined and the callers' plain loops do the work.
#pragma once
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#define PM_HAS_BYTES16 1
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#define PM_HAS_BYTES16 1
#endif

namespace problemator {

#if defined(__SSE2__)
using Bytes16 = __m128i;
inline Bytes16 load16(const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
inline Bytes16 all16(char c) { return _mm_set1_epi8(c); }
inline Bytes16 is_less16(Bytes16 v, char than) { return _mm_cmplt_epi8(v, all16(than)); }          // as signed bytes
inline Bytes16 is_equal16(Bytes16 v, Bytes16 to) { return _mm_cmpeq_epi8(v, to); }
inline Bytes16 least16(Bytes16 a, Bytes16 b) { return _mm_min_epu8(a, b); }
inline Bytes16 most16(Bytes16 a, Bytes16 b) { return _mm_max_epu8(a, b); }
inline Bytes16 both16(Bytes16 a, Bytes16 b) { return _mm_and_si128(a, b); }
inline Bytes16 either16(Bytes16 a, Bytes16 b) { return _mm_or_si128(a, b); }
inline std::uint32_t mask16(Bytes16 v) { return static_cast<std::uint32_t>(_mm_movemask_epi8(v)); }   // the high bit of each
#elif defined(__wasm_simd128__)
using Bytes16 = v128_t;
inline Bytes16 load16(const char* from) { return wasm_v128_load(from); }
inline Bytes16 all16(char c) { return wasm_i8x16_splat(c); }
inline Bytes16 is_less16(Bytes16 v, char than) { return wasm_i8x16_lt(v, all16(than)); }
inline Bytes16 is_equal16(Bytes16 v, Bytes16 to) { return wasm_i8x16_eq(v, to); }
inline Bytes16 least16(Bytes16 a, Bytes16 b) { return wasm_u8x16_min(a, b); }
inline Bytes16 most16(Bytes16 a, Bytes16 b) { return wasm_u8x16_max(a, b); }
inline Bytes16 both16(Bytes16 a, Bytes16 b) { return wasm_v128_and(a, b); }
inline Bytes16 either16(Bytes16 a, Bytes16 b) { return wasm_v128_or(a, b); }
inline std::uint32_t mask16(Bytes16 v) { return wasm_i8x16_bitmask(v); }
#endif
#if defined(PM_HAS_BYTES16)
/// Unsigned bytes between `low` and `high`, both included.
inline Bytes16 is_between16(Bytes16 v, char low, char high) { return both16(is_equal16(most16(v, all16(low)), v), is_equal16(least16(v, all16(high)), v)); }
#endif

}  // namespace problemator
