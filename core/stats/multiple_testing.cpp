#include "core/stats/multiple_testing.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/base/stable_order.hpp"

namespace problemator {

std::vector<double> benjamini_hochberg(const std::vector<double>& p, std::size_t tests) {
    const auto m = static_cast<double>(std::max(tests, p.size()));
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    sort_stably(order, [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> q(p.size());
    double smallest = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        smallest = std::min(smallest, p[order[rank]] * m / static_cast<double>(rank + 1));
        q[order[rank]] = smallest;
    }
    return q;
}

}  // namespace problemator
