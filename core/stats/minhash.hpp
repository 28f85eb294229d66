// MinHash (Broder 1997): the least value of a hash function over a set is the same for two sets with the chance J, their Jaccard index.
// 128 functions estimate J with a standard error of √(J(1 − J)/128); 42 bands of 3 find with 1 − (1 − J³)^42 which sets may be alike.
//
// The functions are independent (multiply, add, shift; Dietzfelbinger 1996). core/clean/near_duplicates folds hundreds of shingles into the
// bins of one permutation, which is cheaper by two orders; a message has about ten stems, too few to fill bins, and so few that 128 functions are cheap.
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "core/base/similar_sets.hpp"

namespace problemator {

class MinHash {
public:
    static constexpr std::size_t kFunctions = 128, kBands = 42, kRowsPerBand = 3;
    using Sketch = std::array<std::uint32_t, kFunctions>;

    explicit MinHash(std::uint64_t seed = 1);
    /// `items`: hashes with all bits mixed, in any order. An empty set has all bits set.
    Sketch sketch_of(std::span<const std::uint32_t> items) const;
    /// One key per band without the sketch: sets of equal keys may be alike. pre: band < kBands
    std::uint64_t band_of(std::span<const std::uint32_t> items, std::size_t band) const;
    /// Share of equal places.
    static double estimate(const Sketch& a, const Sketch& b);

private:
    struct Function { std::uint64_t times = 1, plus = 0; };
    static std::uint32_t least(std::span<const std::uint32_t> items, Function function);

    std::array<Function, kFunctions> functions_;
};

}  // namespace problemator
