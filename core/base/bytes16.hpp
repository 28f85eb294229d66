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
#if defined(__SSE2__)
// As eight numbers of sixteen bits.
inline Bytes16 all8(short value) { return _mm_set1_epi16(value); }
inline Bytes16 is_equal8(Bytes16 v, Bytes16 to) { return _mm_cmpeq_epi16(v, to); }
inline Bytes16 is_less8(Bytes16 v, Bytes16 than) { return _mm_cmplt_epi16(v, than); }
inline Bytes16 minus8(Bytes16 a, Bytes16 b) { return _mm_sub_epi16(a, b); }
inline Bytes16 halves8(Bytes16 v) { return _mm_srli_epi16(v, 8); }                                   // the upper eight bits of each
inline Bytes16 times64(Bytes16 v) { return _mm_slli_epi16(v, 6); }
/// The eight numbers, each below 256, as eight bytes.
inline void store_narrow8(char* to, Bytes16 v) { _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(v, v)); }
#elif defined(__wasm_simd128__)
inline Bytes16 all8(short value) { return wasm_i16x8_splat(value); }
inline Bytes16 is_equal8(Bytes16 v, Bytes16 to) { return wasm_i16x8_eq(v, to); }
inline Bytes16 is_less8(Bytes16 v, Bytes16 than) { return wasm_i16x8_lt(v, than); }
inline Bytes16 minus8(Bytes16 a, Bytes16 b) { return wasm_i16x8_sub(a, b); }
inline Bytes16 halves8(Bytes16 v) { return wasm_u16x8_shr(v, 8); }
inline Bytes16 times64(Bytes16 v) { return wasm_i16x8_shl(v, 6); }
inline void store_narrow8(char* to, Bytes16 v) { wasm_v128_store64_lane(to, wasm_u8x16_narrow_i16x8(v, v), 0); }
#endif
#if defined(PM_HAS_BYTES16)
/// Unsigned bytes between `low` and `high`, both included.
inline Bytes16 is_between16(Bytes16 v, char low, char high) { return both16(is_equal16(most16(v, all16(low)), v), is_equal16(least16(v, all16(high)), v)); }
#endif

}  // namespace problemator
