#include "core/stats/multiple_testing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>

#include "core/stats/sort_codes.hpp"

namespace problemator {
namespace {

/// The places of `p`, the smallest first. The bits of a number that is not negative, read as an integer, stand in its order.
std::vector<std::uint32_t> ascending(const std::vector<double>& p) {
    std::vector<std::array<std::uint32_t, 2>> halves;
    halves.reserve(p.size());
    for (const double one : p) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &one, sizeof bits);
        halves.push_back({static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32)});
    }
    std::vector<std::uint32_t> order(p.size());
    std::iota(order.begin(), order.end(), 0u);
    for (const std::size_t half : {0u, 1u}) sort_by_code(order, [&](std::uint32_t i) { return &halves[i][half]; });
    return order;
}

}  // namespace

std::vector<double> benjamini_hochberg(const std::vector<double>& p, std::size_t tests) {
    const auto m = static_cast<double>(std::max(tests, p.size()));
    const auto order = ascending(p);
    std::vector<double> q(p.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        smallest = std::min(smallest, p[order[rank]] * m / static_cast<double>(rank + 1));
        q[order[rank]] = smallest;
    }
    return q;
}

}  // namespace problemator
