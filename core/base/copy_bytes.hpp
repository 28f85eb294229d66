// copy_bytes, same_bytes: short texts copied and compared without a call. What compilers put in the place of memcpy is a call, and in WebAssembly a slow one:
// the C library there goes word by word, and memory.copy leaves the module. A text of a message has 20 to 500 bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

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

inline bool same_bytes(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size < 8) {
        for (std::size_t at = 0; at < size; ++at)
            if (a[at] != b[at]) return false;
        return true;
    }
    for (std::size_t at = 0; at + 8 < size; at += 8)
        if (eight_bytes(a.data() + at) != eight_bytes(b.data() + at)) return false;
    return eight_bytes(a.data() + size - 8) == eight_bytes(b.data() + size - 8);
}

}  // namespace problemator
