// sort_moments: rows by the moment of their receipt, eleven bits a pass and no more passes than the period needs.
// Rows of one moment keep their order; who wants another one sorts them afterwards.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace problemator {

struct Moment { std::uint32_t minute, row; };        // minute: since the earliest one

/// `latest`: the largest minute.
inline void sort_moments(std::vector<Moment>& moments, std::uint32_t latest) {
    constexpr unsigned kBits = 11;
    constexpr std::uint32_t kValues = 1u << kBits;
    std::vector<Moment> sorted(moments.size());
    for (unsigned shift = 0; shift < 32 && latest >> shift != 0; shift += kBits) {
        std::array<std::uint32_t, kValues + 1> starts{};
        for (const Moment& moment : moments) ++starts[(moment.minute >> shift & (kValues - 1)) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
        for (const Moment& moment : moments) sorted[starts[moment.minute >> shift & (kValues - 1)]++] = moment;
        moments.swap(sorted);
    }
}

}  // namespace problemator
