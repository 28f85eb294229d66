// Table: periods as ranges of rows.
#include "core/store/table.hpp"

#include <algorithm>

namespace problemator {

RowRange rows_received(const Table& table, Minute from, Minute until) {
    const auto& times = table.received;
    const auto first = std::lower_bound(times.begin(), times.end(), from);
    const auto last = std::lower_bound(first, times.end(), std::max(from, until));
    return {static_cast<std::size_t>(first - times.begin()), static_cast<std::size_t>(last - times.begin())};
}

}  // namespace problemator
