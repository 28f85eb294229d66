#include "core/import/text_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/import/encoding.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace problemator {
namespace {

/// Of 64 bytes, a bit each. three: leads of three bytes or more; odd: leads that need more than their place to be judged.
struct Kinds { std::uint64_t high = 0, tail = 0, three = 0, odd = 0, zero = 0; };

#if defined(__SSE2__)
using Bytes16 = __m128i;
Bytes16 load(const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }
Bytes16 is_less(Bytes16 v, char than) { return _mm_cmplt_epi8(v, _mm_set1_epi8(than)); }
Bytes16 is_equal(Bytes16 v, char to) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(to)); }
std::uint64_t mask(Bytes16 v) { return static_cast<std::uint32_t>(_mm_movemask_epi8(v)); }
#define PM_HAS_BYTES16 1
#elif defined(__wasm_simd128__)
using Bytes16 = v128_t;
Bytes16 load(const char* from) { return wasm_v128_load(from); }
Bytes16 is_less(Bytes16 v, char than) { return wasm_i8x16_lt(v, wasm_i8x16_splat(than)); }
Bytes16 is_equal(Bytes16 v, char to) { return wasm_i8x16_eq(v, wasm_i8x16_splat(to)); }
std::uint64_t mask(Bytes16 v) { return wasm_i8x16_bitmask(v); }
#define PM_HAS_BYTES16 1
#endif

Kinds kinds_of(const char* text) {
    Kinds kinds;
#if defined(PM_HAS_BYTES16)
    for (unsigned i = 0; i < 64; i += 16) {
        const Bytes16 v = load(text + i);
        const std::uint64_t high = mask(is_less(v, 0));
        kinds.zero |= mask(is_equal(v, 0)) << i;
        if (high == 0) continue;
        const std::uint64_t below_c0 = mask(is_less(v, -64)), below_c2 = mask(is_less(v, -62)), below_e0 = mask(is_less(v, -32)), below_f0 = mask(is_less(v, -16));
        kinds.high |= high << i;
        kinds.tail |= below_c0 << i;
        kinds.three |= (high & ~below_e0) << i;
        kinds.odd |= ((below_c2 & ~below_c0) | (high & ~below_f0) | mask(is_equal(v, -32)) | mask(is_equal(v, -19))) << i;
    }
#else
    for (unsigned i = 0; i < 64; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (c == 0) kinds.zero |= bit;
        if (c >= 0x80) kinds.high |= bit;
        if (c >= 0x80 && c < 0xC0) kinds.tail |= bit;
        if (c >= 0xE0) kinds.three |= bit;
        if (c == 0xC0 || c == 0xC1 || c == 0xE0 || c == 0xED || c >= 0xF0) kinds.odd |= bit;
    }
#endif
    return kinds;
}

/// Bytes at the end that begin a character and do not end it.
std::size_t cut_tail(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto c = static_cast<unsigned char>(text[text.size() - back]);
        if (c < 0x80) return 0;
        if (c >= 0xC0) return (c >= 0xF0 ? 4u : c >= 0xE0 ? 3u : 2u) > back ? back : 0;
    }
    return 0;
}

}  // namespace

TextScan scan_text(std::string_view text, PieceEnd end) {
    if (end == PieceEnd::Anywhere) text.remove_suffix(cut_tail(text));
    TextScan scan;
    std::uint64_t due = 0, odd = 0, wrong = 0;   // due: bits of tails that the block before is owed
    for (std::size_t at = 0; at < text.size(); at += 64) {
        char padded[64];
        const char* block = text.data() + at;
        if (text.size() - at < 64) {
            std::memset(padded, ' ', sizeof padded);
            std::memcpy(padded, block, text.size() - at);
            block = padded;
        }
        const Kinds kinds = kinds_of(block);
        scan.has_zero |= kinds.zero != 0;
        const std::uint64_t lead = kinds.high & ~kinds.tail;
        wrong |= kinds.tail ^ (due | lead << 1 | kinds.three << 2);
        due = lead >> 63 | kinds.three >> 62;
        odd |= kinds.odd;
    }
    scan.is_utf8 = wrong == 0 && due == 0 && odd == 0;
    if (!scan.is_utf8 && odd != 0) scan.is_utf8 = find_bad_utf8(text) == std::string_view::npos;
    return scan;
}

}  // namespace problemator
