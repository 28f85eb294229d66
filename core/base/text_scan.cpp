#include "core/base/text_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/base/bytes16.hpp"
#include "core/base/bytes32.hpp"

namespace problemator {
namespace {

constexpr std::size_t kBlock = 64;

/// Of 64 bytes, a bit each. three: leads of three bytes or more; odd: leads that need more than their place to be judged.
struct Kinds { std::uint64_t high = 0, tail = 0, three = 0, odd = 0; bool has_zero = false; };

#if defined(PM_HAS_BYTES16)
constexpr char kThree = static_cast<char>(0xE0), kOverlong = static_cast<char>(0xC0), kSurrogate = static_cast<char>(0xED), kNoLastBit = static_cast<char>(0xFE);

/// Bits that only blocks with characters of three bytes, or with bytes that no text has, need.
void look_closer(Bytes16 v, unsigned at, Kinds& kinds) {
    const std::uint64_t high = mask16(v), below_c0 = mask16(is_less16(v, -64)), below_c2 = mask16(is_less16(v, -62)), below_e0 = mask16(is_less16(v, -32)), below_f0 = mask16(is_less16(v, -16));
    kinds.three |= (high & ~below_e0) << at;
    kinds.odd |= ((below_c2 & ~below_c0) | (high & ~below_f0) | mask16(is_equal16(v, all16(kThree))) | mask16(is_equal16(v, all16(kSurrogate)))) << at;
}

[[gnu::always_inline]] inline Kinds kinds_of(const char* text) {
    const Bytes16 a = load16(text), b = load16(text + 16), c = load16(text + 32), d = load16(text + 48);
    const Bytes16 most = most16(most16(a, b), most16(c, d));
    Kinds kinds;
    kinds.has_zero = mask16(is_equal16(least16(least16(a, b), least16(c, d)), all16(0))) != 0;
    if (mask16(most) == 0) return kinds;
    const auto joined = [](std::uint64_t v, std::uint64_t w, std::uint64_t x, std::uint64_t y) { return v | w << 16 | x << 32 | y << 48; };
    kinds.high = joined(mask16(a), mask16(b), mask16(c), mask16(d));
    kinds.tail = joined(mask16(is_less16(a, -64)), mask16(is_less16(b, -64)), mask16(is_less16(c, -64)), mask16(is_less16(d, -64)));
    const auto is_overlong = [](Bytes16 v) { return is_equal16(both16(v, all16(kNoLastBit)), all16(kOverlong)); };
    const Bytes16 overlong = either16(either16(is_overlong(a), is_overlong(b)), either16(is_overlong(c), is_overlong(d)));
    if (mask16(either16(is_equal16(most16(most, all16(kThree)), most), overlong)) == 0) return kinds;   // ASCII and letters of two bytes
    look_closer(a, 0, kinds);
    look_closer(b, 16, kinds);
    look_closer(c, 32, kinds);
    look_closer(d, 48, kinds);
    return kinds;
}
#else
inline Kinds kinds_of(const char* text) {
    Kinds kinds;
    for (unsigned i = 0; i < 64; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::uint64_t bit = std::uint64_t{1} << i;
        kinds.has_zero |= c == 0;
        if (c >= 0x80) kinds.high |= bit;
        if (c >= 0x80 && c < 0xC0) kinds.tail |= bit;
        if (c >= 0xE0) kinds.three |= bit;
        if (c == 0xC0 || c == 0xC1 || c == 0xE0 || c == 0xED || c >= 0xF0) kinds.odd |= bit;
    }
    return kinds;
}
#endif

/// What is known of the blocks so far. due: bits of tails that the block before is owed
struct Walk {
    std::uint64_t due = 0, odd = 0, wrong = 0;
    bool has_zero = false;

    [[gnu::always_inline]] void take(const Kinds& kinds) {
        has_zero |= kinds.has_zero;
        const std::uint64_t lead = kinds.high & ~kinds.tail;
        wrong |= kinds.tail ^ (due | lead << 1 | kinds.three << 2);
        due = lead >> 63 | kinds.three >> 62;
        odd |= kinds.odd;
    }
};

#if defined(PM_HAS_BYTES16)
constexpr std::size_t kStretch = 4 * kBlock;

/// A stretch of ASCII and of letters of two bytes: a byte is a tail exactly where the byte before it is a lead. False when there is anything
/// else; then nothing is taken. pre: one byte before the text can be read
bool take_plain_stretch(const char* text, Walk& walk) {
    const bool begins_within = static_cast<unsigned char>(text[-1]) >= 0xC0;
    if (walk.due != (begins_within ? 1u : 0u)) return false;
    const Bytes16 lead = all16(kOverlong), no_last_bit = all16(kNoLastBit);
    Bytes16 is_plain = all16(-1), most = all16(0), least = all16(-1), overlong = all16(0);
    for (std::size_t at = 0; at < kStretch; at += 16) {
        const Bytes16 v = load16(text + at), before = load16(text + at - 1);
        is_plain = both16(is_plain, is_equal16(is_less16(v, -64), is_equal16(most16(before, lead), before)));
        overlong = either16(overlong, is_equal16(both16(v, no_last_bit), lead));
        most = most16(most, v);
        least = least16(least, v);
    }
    if (mask16(is_plain) != 0xFFFF || mask16(either16(overlong, is_equal16(most16(most, all16(kThree)), most))) != 0) return false;
    walk.has_zero |= mask16(is_equal16(least, all16(0))) != 0;
    walk.due = static_cast<unsigned char>(text[kStretch - 1]) >= 0xC0 ? 1 : 0;
    return true;
}

void take_blocks(const char* text, std::size_t size, Walk& walk) {
    for (std::size_t at = 0; at < size;) {
        if (at > 0 && size - at >= kStretch && take_plain_stretch(text + at, walk)) {
            at += kStretch;
            continue;
        }
        const std::size_t end = std::min(size, at + (at > 0 ? kStretch : kBlock));   // the whole stretch: it would not be plain from its second block on either
        for (; at < end; at += kBlock) walk.take(kinds_of(text + at));
    }
}
#else
void take_blocks(const char* text, std::size_t size, Walk& walk) {
    for (std::size_t at = 0; at < size; at += kBlock) walk.take(kinds_of(text + at));
}
#endif

#if defined(PM_HAS_BYTES32)
/// The same with 32 bytes at a time; blocks with rarer bytes are looked at by sixteen.
PM_BYTES32 void take_blocks_by_32(const char* text, std::size_t size, Walk& walk) {
    const __m256i zero = _mm256_setzero_si256(), last_tail = _mm256_set1_epi8(-64), three = _mm256_set1_epi8(kThree), no_last_bit = _mm256_set1_epi8(kNoLastBit), overlong = _mm256_set1_epi8(kOverlong);
    for (std::size_t at = 0; at < size; at += kBlock) {
        const __m256i a = load32(text + at), b = load32(text + at + 32);
        const __m256i most = _mm256_max_epu8(a, b);
        const __m256i is_overlong = _mm256_or_si256(_mm256_cmpeq_epi8(_mm256_and_si256(a, no_last_bit), overlong), _mm256_cmpeq_epi8(_mm256_and_si256(b, no_last_bit), overlong));
        if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_cmpeq_epi8(_mm256_max_epu8(most, three), most), is_overlong)) != 0) {
            walk.take(kinds_of(text + at));
            continue;
        }
        Kinds kinds;
        kinds.has_zero = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(a, b), zero)) != 0;
        kinds.high = mask64(a, b);
        kinds.tail = mask64(_mm256_cmpgt_epi8(last_tail, a), _mm256_cmpgt_epi8(last_tail, b));
        walk.take(kinds);
    }
}

void take_whole_blocks(const char* text, std::size_t size, Walk& walk) {
    has_bytes32() ? take_blocks_by_32(text, size, walk) : take_blocks(text, size, walk);
}
#else
void take_whole_blocks(const char* text, std::size_t size, Walk& walk) { take_blocks(text, size, walk); }
#endif

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
    Walk walk;
    const std::size_t whole = text.size() & ~(kBlock - 1);
    take_whole_blocks(text.data(), whole, walk);
    if (whole < text.size()) {
        char padded[kBlock];
        std::memset(padded, ' ', sizeof padded);
        std::memcpy(padded, text.data() + whole, text.size() - whole);
        walk.take(kinds_of(padded));
    }
    TextScan scan;
    scan.has_zero = walk.has_zero;
    scan.is_utf8 = walk.wrong == 0 && walk.due == 0 && walk.odd == 0;
    if (!scan.is_utf8 && walk.odd != 0) scan.is_utf8 = exact_bad_utf8(text) == std::string_view::npos;
    return scan;
}

}  // namespace problemator
