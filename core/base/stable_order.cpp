#include "core/base/stable_order.hpp"

#include <algorithm>
#include <numeric>

namespace problemator {
namespace {

constexpr std::size_t kRun = 8;   // runs of this length are sorted by insertion

void insert_each(std::vector<std::uint32_t>& order, std::size_t first, std::size_t last, IsBefore is_before) {
    for (auto at = first + 1; at < last; ++at) {
        const auto moved = order[at];
        auto to = at;
        for (; to > first && is_before(moved, order[to - 1]); --to) order[to] = order[to - 1];
        order[to] = moved;
    }
}

/// Both halves of [first, last) are sorted; the right element goes first only where it is before the left one.
void merge_halves(const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to, std::size_t first, std::size_t middle, std::size_t last, IsBefore is_before) {
    auto left = first, right = middle;
    for (auto at = first; at < last; ++at) {
        const bool takes_right = left == middle || (right < last && is_before(from[right], from[left]));
        to[at] = takes_right ? from[right++] : from[left++];
    }
}

}  // namespace

std::vector<std::uint32_t> stable_order(std::uint32_t size, IsBefore is_before) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0u);
    for (std::size_t first = 0; first < size; first += kRun) insert_each(order, first, std::min<std::size_t>(first + kRun, size), is_before);
    if (size <= kRun) return order;
    std::vector<std::uint32_t> merged(size);
    for (std::size_t width = kRun; width < size; width *= 2) {
        for (std::size_t first = 0; first < size; first += 2 * width)
            merge_halves(order, merged, first, std::min<std::size_t>(first + width, size), std::min<std::size_t>(first + 2 * width, size), is_before);
        std::swap(order, merged);
    }
    return order;
}

}  // namespace problemator
