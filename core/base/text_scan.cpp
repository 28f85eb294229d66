#include "core/base/text_scan.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "core/base/bytes16.hpp"

namespace problemator {
namespace {

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

Kinds kinds_of(const char* text) {
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
Kinds kinds_of(const char* text) {
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
        scan.has_zero |= kinds.has_zero;
        const std::uint64_t lead = kinds.high & ~kinds.tail;
        wrong |= kinds.tail ^ (due | lead << 1 | kinds.three << 2);
        due = lead >> 63 | kinds.three >> 62;
        odd |= kinds.odd;
    }
    scan.is_utf8 = wrong == 0 && due == 0 && odd == 0;
    if (!scan.is_utf8 && odd != 0) scan.is_utf8 = exact_bad_utf8(text) == std::string_view::npos;
    return scan;
}

}  // namespace problemator
