// copy_bytes, same_bytes, is_less_bytes: short texts copied and compared without a call. What compilers put in the place of memcpy is a call, and in WebAssembly a slow one:
// the C library there goes word by word, and memory.copy leaves the module. A text of a message has 20 to 500 bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/base/bytes16.hpp"

namespace problemator {

/// Copies `Size` bytes, a number that the compiler knows: a load and a store.
template <std::size_t Size>
inline void copy_fixed(char* to, const char* from) {
    std::memcpy(to, from, Size);
}

/// pre: the two places do not overlap
inline void copy_bytes(char* to, const char* from, std::size_t size) {
    if (size > 4096) { std::memcpy(to, from, size); return; }
    if (size >= 16) {                                  // the last sixteen may be copied twice
        for (std::size_t at = 0; at + 16 < size; at += 16) copy_fixed<16>(to + at, from + at);
        copy_fixed<16>(to + size - 16, from + size - 16);
        return;
    }
    if (size >= 8) {
        copy_fixed<8>(to, from);
        copy_fixed<8>(to + size - 8, from + size - 8);
    } else if (size >= 4) {
        copy_fixed<4>(to, from);
        copy_fixed<4>(to + size - 4, from + size - 4);
    } else {
        for (std::size_t at = 0; at < size; ++at) to[at] = from[at];
    }
}

inline std::uint64_t eight_bytes(const char* from) {
    std::uint64_t value;
    std::memcpy(&value, from, 8);
    return value;
}

#if defined(PM_HAS_BYTES16)
using Alike16 = Bytes16;                       // every bit set where two texts are the same
inline Alike16 alike16(const char* a, const char* b) { return is_equal16(load16(a), load16(b)); }
inline bool are_all(Alike16 alike) { return mask16(alike) == 0xFFFF; }
inline Alike16 and16(Alike16 a, Alike16 b) { return both16(a, b); }
#else
using Alike16 = bool;
inline Alike16 alike16(const char* a, const char* b) { return eight_bytes(a) == eight_bytes(b) && eight_bytes(a + 8) == eight_bytes(b + 8); }
inline bool are_all(Alike16 alike) { return alike; }
inline Alike16 and16(Alike16 a, Alike16 b) { return a && b; }
#endif

/// Names have 16 to 64 bytes: four looks that overlap, without a question how many there must be.
inline bool same_bytes(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    const char *const x = a.data(), *const y = b.data();
    if (size < 8) {
        for (std::size_t at = 0; at < size; ++at)
            if (x[at] != y[at]) return false;
        return true;
    }
    if (size < 16) return eight_bytes(x) == eight_bytes(y) && eight_bytes(x + size - 8) == eight_bytes(y + size - 8);
    const std::size_t last = size - 16;
    if (size <= 64) {
        const std::size_t second = last < 16 ? last : 16, third = last < 32 ? last : 32;
        return are_all(and16(and16(alike16(x, y), alike16(x + second, y + second)), and16(alike16(x + third, y + third), alike16(x + last, y + last))));
    }
    for (std::size_t at = 0; at < last; at += 16)
        if (!are_all(alike16(x + at, y + at))) return false;
    return are_all(alike16(x + last, y + last));
}

/// a < b, byte by byte from the first on, as strings are compared.
inline bool is_less_bytes(std::string_view a, std::string_view b) {
    const std::size_t size = a.size() < b.size() ? a.size() : b.size();
    std::size_t at = 0;
    while (at + 8 < size && eight_bytes(a.data() + at) == eight_bytes(b.data() + at)) at += 8;
    for (; at < size; ++at)
        if (a[at] != b[at]) return static_cast<unsigned char>(a[at]) < static_cast<unsigned char>(b[at]);
    return a.size() < b.size();
}

}  // namespace problemator
