// sort_by_code: rows by a code that they have (a topic, a street), those of one code as they stand. Counting, not comparing: a million rows in some milliseconds.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace problemator {

/// A few, by insertion.
template <class Code>
void sort_few_by_code(std::vector<std::uint32_t>& rows, const Code& code) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        std::size_t to = i;
        for (; to > 0 && *code(row) < *code(rows[to - 1]); --to) rows[to] = rows[to - 1];
        rows[to] = row;
    }
}

/// Eleven bits at a time, as many times as the largest code needs. `code(row)`: where it is.
template <class Code>
void sort_by_code(std::vector<std::uint32_t>& rows, const Code& code) {
    constexpr std::uint32_t kBits = 11, kDigits = 1u << kBits;
    constexpr std::size_t kFew = 64;
    if (rows.size() < kFew) return sort_few_by_code(rows, code);
    constexpr std::size_t kAhead = 16;   // codes lie anywhere in memory and are asked for before their turn comes
    std::vector<std::uint32_t> codes, sorted_codes(rows.size());
    std::vector<std::uint32_t> sorted(rows.size());
    std::uint32_t all = 0;
    codes.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + kAhead < rows.size()) __builtin_prefetch(code(rows[i + kAhead]));
        codes.push_back(*code(rows[i]));
        all |= codes.back();
    }
    for (std::uint32_t shift = 0; shift < 32 && all >> shift != 0; shift += kBits) {
        std::array<std::size_t, kDigits + 1> begins{};
        for (const std::uint32_t one : codes) ++begins[(one >> shift) % kDigits + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::size_t to = begins[(codes[i] >> shift) % kDigits]++;
            sorted[to] = rows[i];
            sorted_codes[to] = codes[i];
        }
        rows.swap(sorted);
        codes.swap(sorted_codes);
    }
}

}  // namespace problemator
