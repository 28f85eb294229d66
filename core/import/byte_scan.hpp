// Structural bytes of a CSV text (delimiter, quote, CR, LF), found 64 at a time: the inner loop of reading.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace problemator {

/// Bit i is set when text[i] is the delimiter, a quote, CR or LF. pre: 64 bytes can be read.
inline std::uint64_t structural_mask(const char* text, char delimiter) {
    std::uint64_t mask = 0;
#if defined(__SSE2__)
    const __m128i d = _mm_set1_epi8(delimiter), q = _mm_set1_epi8('"'), n = _mm_set1_epi8('\n'), r = _mm_set1_epi8('\r');
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i * 16));
        const __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_cmpeq_epi8(v, q)),
                                         _mm_or_si128(_mm_cmpeq_epi8(v, n), _mm_cmpeq_epi8(v, r)));
        mask |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit))) << (i * 16);
    }
#elif defined(__wasm_simd128__)
    const v128_t d = wasm_i8x16_splat(delimiter), q = wasm_i8x16_splat('"'), n = wasm_i8x16_splat('\n'), r = wasm_i8x16_splat('\r');
    for (unsigned i = 0; i < 4; ++i) {
        const v128_t v = wasm_v128_load(text + i * 16);
        const v128_t hit = wasm_v128_or(wasm_v128_or(wasm_i8x16_eq(v, d), wasm_i8x16_eq(v, q)),
                                        wasm_v128_or(wasm_i8x16_eq(v, n), wasm_i8x16_eq(v, r)));
        mask |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(wasm_i8x16_bitmask(hit))) << (i * 16);
    }
#else
    for (unsigned i = 0; i < 64; ++i) {
        const char c = text[i];
        mask |= static_cast<std::uint64_t>(c == delimiter || c == '"' || c == '\n' || c == '\r') << i;
    }
#endif
    return mask;
}

/// Walks over the structural bytes of a text, in order.
class StructuralBytes {
public:
    StructuralBytes(std::string_view text, char delimiter) : text_{text}, delimiter_{delimiter} { seek(0); }

    /// Position of the next structural byte; text.size() when there is none left.
    std::size_t next() {
        if (mask_ == 0 && !refill()) return text_.size();
        const std::size_t position = base_ + static_cast<std::size_t>(std::countr_zero(mask_));
        mask_ &= mask_ - 1;
        return position;
    }
    /// The next answer is at or after `position`.
    void seek(std::size_t position) {
        base_ = position & ~std::size_t{63};
        mask_ = position < text_.size() ? load(base_) & (~std::uint64_t{0} << (position & 63)) : 0;
    }

private:
    /// The next 64 bytes that have one; false at the end. Apart from next(), so that the usual step is short enough to be inlined.
    [[gnu::noinline]] bool refill() {
        while (mask_ == 0) {
            base_ += 64;
            if (base_ >= text_.size()) { base_ = text_.size(); return false; }
            mask_ = load(base_);
        }
        return true;
    }
    std::uint64_t load(std::size_t base) const {
        if (text_.size() - base >= 64) return structural_mask(text_.data() + base, delimiter_);
        char padded[64] = {};
        std::memcpy(padded, text_.data() + base, text_.size() - base);
        return structural_mask(padded, delimiter_);
    }

    std::string_view text_;
    char delimiter_;
    std::size_t base_ = 0;
    std::uint64_t mask_ = 0;
};

}  // namespace problemator
