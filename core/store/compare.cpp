#include "core/store/compare.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr Marks kCompared = kSourceMarks & ~(bit(Mark::HasPlace) | bit(Mark::FastEligible));

bool is_hidden(std::string_view key) { return key.find(":~") != std::string_view::npos; }

/// Rows by key; hidden keys left out.
std::vector<std::uint32_t> rows_by_key(const Table& table) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table.rows(); ++row)
        if (!is_hidden(table.id[row])) rows.push_back(row);
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return table.id[a] < table.id[b]; });
    return rows;
}

bool is_same(const Table& a, std::uint32_t x, const Table& b, std::uint32_t y) {
    for (const Dimension d : kAllDimensions)
        if (a.dictionary(d).name(a.column(d)[x]) != b.dictionary(d).name(b.column(d)[y])) return false;
    return a.received[x] == b.received[y] && a.due[x] == b.due[y] && a.answered[x] == b.answered[y] && a.closed[x] == b.closed[y] && a.rating[x] == b.rating[y] &&
           (a.marks[x] & kCompared) == (b.marks[y] & kCompared);
}

}  // namespace

TableChange compare_tables(const Table& before, const Table& now) {
    const auto old_rows = rows_by_key(before), new_rows = rows_by_key(now);
    TableChange change;
    std::size_t i = 0, k = 0;
    while (i < old_rows.size() && k < new_rows.size()) {
        const std::string_view old_key = before.id[old_rows[i]], new_key = now.id[new_rows[k]];
        if (old_key < new_key) ++change.gone, ++i;
        else if (new_key < old_key) ++change.added, ++k;
        else ++(is_same(before, old_rows[i++], now, new_rows[k++]) ? change.kept : change.updated);
    }
    change.gone += static_cast<std::uint32_t>(old_rows.size() - i);
    change.added += static_cast<std::uint32_t>(new_rows.size() - k);
    return change;
}

}  // namespace problemator
