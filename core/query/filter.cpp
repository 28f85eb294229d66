// Filter: a period of receipt is a range of rows; every other condition is looked at row by row.
#include "core/query/filter.hpp"

#include <algorithm>

namespace problemator {
namespace {

/// The conditions of a filter that have to be looked at row by row, those that hold for every row left out.
class RowTest {
public:
    RowTest(const Table& table, const Filter& filter) : table_{table}, filter_{filter} {
        for (const auto d : kAllDimensions) {
            if (filter.keep[index(d)].empty()) continue;
            std::vector<std::uint8_t> passes(table.dictionary(d).size(), 0);
            for (const Code code : filter.keep[index(d)]) {
                if (code < passes.size()) passes[code] = 1;
            }
            kept_.push_back({table.column(d).data(), std::move(passes)});
        }
    }

    bool operator()(std::size_t row) const {
        for (const auto& kept : kept_) {
            if (kept.passes[kept.codes[row]] == 0) return false;
        }
        const Marks marks = table_.marks[row];
        if ((marks & filter_.with) != filter_.with || (marks & filter_.without) != 0) return false;
        if (!filter_.place.is_everywhere() && !is_placed_in(table_, row, filter_.place)) return false;
        if (filter_.basis != Basis::Received) {
            const Minute time = basis_time(table_, row, filter_.basis);
            if (time == kNoTime || time < filter_.period.from || time >= filter_.period.until) return false;
        }
        return filter_.open_at == kNoTime || was_open(table_, row, filter_.open_at);
    }

private:
    struct Kept { const Code* codes; std::vector<std::uint8_t> passes; };
    const Table& table_;
    const Filter& filter_;
    std::vector<Kept> kept_;
};

template <class Use>
void for_each_match(const Table& table, const Filter& filter, Use use) {
    const bool is_range = filter.basis == Basis::Received;
    const RowRange range = is_range ? rows_received(table, filter.period.from, filter.period.until) : RowRange{0, table.rows()};
    const RowTest passes{table, filter};
    if (filter.only) {
        for (const std::uint32_t row : *filter.only)
            if (row >= range.begin && row < range.end && passes(row)) use(row);
        return;
    }
    for (std::size_t row = range.begin; row < range.end; ++row) {
        if (passes(row)) use(row);
    }
}

}  // namespace

std::vector<std::uint32_t> matching_rows(const Table& table, const Filter& filter) {
    std::vector<std::uint32_t> rows;
    for_each_match(table, filter, [&rows](std::size_t row) { rows.push_back(static_cast<std::uint32_t>(row)); });
    return rows;
}

std::size_t count_rows(const Table& table, const Filter& filter) {
    std::size_t count = 0;
    for_each_match(table, filter, [&count](std::size_t) { ++count; });
    return count;
}

}  // namespace problemator
