// Table: strings in one allocation, and periods as ranges of rows.
#include "core/store/table.hpp"

#include <algorithm>

namespace problemator {

void StringColumn::push(std::string_view s) {
    if (s.size() > UINT32_MAX - bytes.size()) s = {};   // 4 GiB are the limit of the offsets
    bytes.append(s);
    starts.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void StringColumn::push(std::string_view a, char between, std::string_view b) {
    if (a.size() + b.size() >= UINT32_MAX - bytes.size()) return push({});
    bytes.append(a);
    bytes.push_back(between);
    bytes.append(b);
    starts.push_back(static_cast<std::uint32_t>(bytes.size()));
}

RowRange rows_received(const Table& table, Minute from, Minute until) {
    const auto& times = table.received;
    const auto first = std::lower_bound(times.begin(), times.end(), from);
    const auto last = std::lower_bound(first, times.end(), std::max(from, until));
    return {static_cast<std::size_t>(first - times.begin()), static_cast<std::size_t>(last - times.begin())};
}

}  // namespace problemator
