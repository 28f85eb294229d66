#include "core/stats/mann_kendall.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/stats/special.hpp"

namespace problemator {
namespace {

// Sorts [begin, end) and counts the pairs that fall, by merging.
double count_falls(std::span<double> values, std::span<double> spare) {
    if (values.size() < 2) return 0;
    const std::size_t half = values.size() / 2;
    const auto left = values.first(half), right = values.subspan(half);
    double falls = count_falls(left, spare.first(half)) + count_falls(right, spare.subspan(half));
    std::size_t i = 0, j = 0;
    std::uint64_t fallen = 0;   // of a million values 10¹¹, more than a size_t of the page holds
    while (i < left.size() && j < right.size()) {   // without a jump: nobody can tell which comes next
        const bool falls_here = right[j] < left[i];
        spare[i + j] = falls_here ? right[j] : left[i];
        fallen += falls_here ? left.size() - i : 0;
        i += falls_here ? 0 : 1;
        j += falls_here ? 1 : 0;
    }
    const auto rest = i < left.size() ? left.subspan(i) : right.subspan(j);
    std::copy(rest.begin(), rest.end(), spare.begin() + static_cast<std::ptrdiff_t>(i + j));
    falls += static_cast<double>(fallen);
    std::copy(spare.begin(), spare.end(), values.begin());
    return falls;
}

double pairs(double n) { return n * (n - 1) / 2; }
double spread(double n) { return n * (n - 1) * (2 * n + 5) / 18; }

}  // namespace

Finding<MannKendall> mann_kendall(std::span<const double> values) {
    const std::size_t count = values.size();
    if (count < kMinTrendPeriods) return withheld<MannKendall>(Reason::TooFewPeriods, count);
    std::vector<double> sorted{values.begin(), values.end()}, spare(count);
    const double falls = count_falls(sorted, spare), n = static_cast<double>(count);
    double tied_pairs = 0, variance = spread(n);
    for (std::size_t i = 0, j = 0; i < count; i = j) {
        j = static_cast<std::size_t>(std::upper_bound(sorted.begin() + static_cast<std::ptrdiff_t>(i), sorted.end(), sorted[i]) - sorted.begin());
        const double t = static_cast<double>(j - i);
        tied_pairs += pairs(t);
        variance -= spread(t);
    }
    const double s = pairs(n) - tied_pairs - 2 * falls;
    if (tied_pairs == pairs(n)) return withheld<MannKendall>(Reason::NoVariation, count);
    const double z = s == 0 ? 0 : (s - std::copysign(1.0, s)) / std::sqrt(variance);
    return found(MannKendall{s, variance, z, 2 * normal_lower(-std::abs(z))}, count);
}

}  // namespace problemator
