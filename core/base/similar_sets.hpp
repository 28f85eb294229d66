// Sets of numbers and how alike they are: what the finders of alike texts have in common (core/clean/near_duplicates and its sketches).
#pragma once
#include <cstdint>
#include <span>

namespace problemator {

/// SplitMix64's finaliser: every bit depends on every bit.
constexpr std::uint64_t mix_bits(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

/// |a ∩ b| / |a ∪ b| of two sorted sets without repeats; 0 for two empty ones.
inline double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) ++common, ++i, ++j;
        else if (a[i] < b[j]) ++i;
        else ++j;
    }
    const std::size_t all = a.size() + b.size() - common;
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace problemator
