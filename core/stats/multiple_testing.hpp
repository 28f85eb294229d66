// Many cells are looked at every week, so some look alarming by chance; q-values hold the share of false alarms.
// Benjamini & Hochberg 1995, JRSS-B 57:289–300.
#pragma once
#include <vector>

namespace problemator {

/// q-values in the order of `p`, which are not negative. `tests` ≥ p.size(): how many cells were looked at (those left out have p = 1).
std::vector<double> benjamini_hochberg(const std::vector<double>& p, std::size_t tests = 0);

}  // namespace problemator
