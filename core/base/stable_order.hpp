// sort_stably: the lists of a page in their order, equal ones as they came. std::stable_sort is three kilobytes of program for every type of element and every
// comparison; fifty of them were a tenth of what the browser has to fetch. Here one function sorts numbers, and each list only compares and moves its own elements.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace problemator {

/// A comparison of the elements number a and b of some list. It does not own what it refers to.
struct IsBefore {
    const void* context;
    bool (*ask)(const void* context, std::uint32_t a, std::uint32_t b);
    bool operator()(std::uint32_t a, std::uint32_t b) const { return ask(context, a, b); }
};

/// The numbers 0 … size − 1 so that no element stands before one that is before it; equal ones keep their order. Merge sort: size × log2(size) comparisons.
std::vector<std::uint32_t> stable_order(std::uint32_t size, IsBefore is_before);

/// Sorts `items` by `is_before(const T&, const T&)`, equal ones as they stand.
/// pre: fewer than 2³² items
template <class T, class Compare>
void sort_stably(std::vector<T>& items, const Compare& is_before) {
    struct Context { const std::vector<T>& items; const Compare& is_before; };
    const Context context{items, is_before};
    const IsBefore asked{&context, [](const void* at, std::uint32_t a, std::uint32_t b) {
        const auto& [list, compare] = *static_cast<const Context*>(at);
        return static_cast<bool>(compare(list[a], list[b]));
    }};
    std::vector<T> sorted;
    sorted.reserve(items.size());
    for (const auto i : stable_order(static_cast<std::uint32_t>(items.size()), asked)) sorted.push_back(std::move(items[i]));
    items = std::move(sorted);
}

}  // namespace problemator
