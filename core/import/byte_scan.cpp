#include "core/import/byte_scan.hpp"

#include <bit>
#include <cstring>

#include "core/base/bytes16.hpp"
#include "core/base/bytes32.hpp"

namespace problemator {
namespace {

constexpr std::size_t kBlock = 64;

/// Writes the places of the bits and returns where the next ones go. Eight at once, wanted or not: few blocks have more, and how many
/// a block has is nothing that a processor could guess.
[[gnu::always_inline]] inline std::uint16_t* put_places(std::uint64_t mask, std::size_t base, std::uint16_t* out) {
    constexpr std::uint64_t kLast = std::uint64_t{1} << 63;        // set, so that there always is a lowest bit, and no question whether
    std::uint16_t* const end = out + std::popcount(mask);
    do {
        for (int i = 0; i < 8; ++i, mask &= mask - 1) out[i] = static_cast<std::uint16_t>(base + static_cast<std::size_t>(std::countr_zero(mask | kLast)));
        out += 8;
    } while (out < end);
    return end;
}

/// Bit i is set when text[i] is the delimiter, a quote, CR or LF. pre: 64 bytes can be read
std::uint64_t structural_mask(const char* text, char delimiter) {
    std::uint64_t mask = 0;
#if defined(PM_HAS_BYTES16)
    const Bytes16 d = all16(delimiter), q = all16('"'), n = all16('\n'), r = all16('\r');
    for (unsigned i = 0; i < 4; ++i) {
        const Bytes16 v = load16(text + i * 16);
        mask |= static_cast<std::uint64_t>(mask16(either16(either16(is_equal16(v, d), is_equal16(v, q)), either16(is_equal16(v, n), is_equal16(v, r))))) << (i * 16);
    }
#else
    for (unsigned i = 0; i < kBlock; ++i) {
        const char c = text[i];
        mask |= static_cast<std::uint64_t>(c == delimiter || c == '"' || c == '\n' || c == '\r') << i;
    }
#endif
    return mask;
}

/// Whole blocks only.
std::uint16_t* list_blocks(const char* text, std::size_t size, char delimiter, std::uint16_t* out) {
    for (std::size_t at = 0; at < size; at += kBlock) out = put_places(structural_mask(text + at, delimiter), at, out);
    return out;
}

#if defined(PM_HAS_BYTES32)
/// The same with 32 bytes at a time and the instructions that count and find bits.
PM_BYTES32 std::uint16_t* list_blocks_by_32(const char* text, std::size_t size, char delimiter, std::uint16_t* out) {
    const __m256i d = _mm256_set1_epi8(delimiter), q = _mm256_set1_epi8('"'), n = _mm256_set1_epi8('\n'), r = _mm256_set1_epi8('\r');
    for (std::size_t at = 0; at < size; at += kBlock) {
        const __m256i v = load32(text + at), w = load32(text + at + 32);
        const __m256i low = _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(v, d), _mm256_cmpeq_epi8(v, q)), _mm256_or_si256(_mm256_cmpeq_epi8(v, n), _mm256_cmpeq_epi8(v, r)));
        const __m256i high = _mm256_or_si256(_mm256_or_si256(_mm256_cmpeq_epi8(w, d), _mm256_cmpeq_epi8(w, q)), _mm256_or_si256(_mm256_cmpeq_epi8(w, n), _mm256_cmpeq_epi8(w, r)));
        out = put_places(mask64(low, high), at, out);
    }
    return out;
}

std::uint16_t* list_whole_blocks(const char* text, std::size_t size, char delimiter, std::uint16_t* out) {
    return has_bytes32() ? list_blocks_by_32(text, size, delimiter, out) : list_blocks(text, size, delimiter, out);
}
#else
std::uint16_t* list_whole_blocks(const char* text, std::size_t size, char delimiter, std::uint16_t* out) { return list_blocks(text, size, delimiter, out); }
#endif

}  // namespace

std::size_t list_structural(std::string_view text, char delimiter, StructuralPlaces& places) {
    const std::size_t whole = text.size() & ~(kBlock - 1);
    std::uint16_t* out = list_whole_blocks(text.data(), whole, delimiter, places.data());
    if (whole < text.size()) {
        char padded[kBlock] = {};
        std::memcpy(padded, text.data() + whole, text.size() - whole);
        out = put_places(structural_mask(padded, delimiter), whole, out);
    }
    return static_cast<std::size_t>(out - places.data());
}

}  // namespace problemator
