// sort_by_minutes: times of a million messages by digits of 11 bits, a pass each, instead of by comparing: a year of messages in milliseconds.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace problemator {

/// Ascending by `minutes(item)`, of type int32_t; in no order among equals.
template <class T, class Minutes>
void sort_by_minutes(std::vector<T>& items, const Minutes& minutes) {
    constexpr std::size_t kFew = 2048;
    constexpr unsigned kDigitBits = 11;
    const auto is_before = [&](const T& a, const T& b) { return minutes(a) < minutes(b); };
    if (items.size() < kFew) return std::sort(items.begin(), items.end(), is_before);
    const auto [least, most] = std::minmax_element(items.begin(), items.end(), is_before);
    const auto origin = static_cast<std::uint32_t>(minutes(*least)), span = static_cast<std::uint32_t>(minutes(*most)) - origin;
    std::vector<T> sorted(items.size());
    for (unsigned shift = 0; shift < 32 && span >> shift > 0; shift += kDigitBits) {
        const auto digit = [&](const T& item) { return (static_cast<std::uint32_t>(minutes(item)) - origin) >> shift & ((1u << kDigitBits) - 1); };
        std::array<std::size_t, (1u << kDigitBits) + 1> place{};
        for (const T& item : items) ++place[digit(item) + 1];
        for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
        for (const T& item : items) sorted[place[digit(item)]++] = item;
        items.swap(sorted);
    }
}

}  // namespace problemator
