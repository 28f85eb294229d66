// CrossFilter: a row is shown by a view when no bit of it is set, those of the view's own axes left aside.
#include "core/query/cross_filter.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include "core/query/slots.hpp"

namespace problemator {
namespace {

// Bits 0…11 belong to the dimensions.
constexpr unsigned kPlaceBit = 12;    // not in the place, or none of the rows that are asked for: both are rare, so they share a bit
constexpr unsigned kPeriodBit = 13;   // only when the basis is not Received
constexpr unsigned kOpenAtBit = 14;
constexpr unsigned kMarksBit = 15;

constexpr std::uint16_t bit_at(unsigned position) { return static_cast<std::uint16_t>(1u << position); }
constexpr std::uint16_t own_bit(Axis a) { return bit_at(is_dimension(a) ? static_cast<unsigned>(a) : kPeriodBit); }

/// Writes the bit at `position` of every row: set where `fails(row)`.
template <class Fails>
void write_bit(std::vector<std::uint16_t>& failed, unsigned position, Fails fails) {
    const std::uint16_t others = static_cast<std::uint16_t>(~bit_at(position));
    for (std::size_t row = 0; row < failed.size(); ++row) {
        failed[row] = static_cast<std::uint16_t>((failed[row] & others) | (fails(row) ? 1u : 0u) << position);
    }
}

/// True for codes in ascending order without repetition, of which there are some.
bool is_set(const std::vector<Code>& codes) {
    return !codes.empty() && std::adjacent_find(codes.begin(), codes.end(), std::greater_equal<>{}) == codes.end();
}

/// The period that a view speaks of: its own is ignored by time axes.
Period shown_period(const Filter& filter, bool ignores_period) { return ignores_period ? Period{} : filter.period; }

}  // namespace

CrossFilter::CrossFilter(const Table& table)
    : table_{&table}, facts_{facts_of(table)}, range_{0, table.rows()}, failed_(table.rows(), 0) {}

void CrossFilter::set(const Filter& filter) {
    const Filter before = std::exchange(filter_, filter);
    for (const auto d : kAllDimensions) {
        if (before.keep[index(d)] != filter.keep[index(d)]) update_dimension(d, before.keep[index(d)]);
    }
    if (before.with != filter.with || before.without != filter.without) update_marks();
    if (before.open_at != filter.open_at) update_open_at();
    if (before.place != filter.place || before.only != filter.only) update_place();
    if (before.period != filter.period || before.basis != filter.basis) update_period(before.basis);
    kept_.reset();
}

void CrossFilter::update_dimension(Dimension d, const std::vector<Code>& before) {
    const auto& keep = filter_.keep[index(d)];
    const Code* codes = table_->column(d).data();
    std::vector<Code> changed;
    if (is_set(keep) && is_set(before)) {
        std::set_symmetric_difference(keep.begin(), keep.end(), before.begin(), before.end(), std::back_inserter(changed));
    }
    if (changed.size() == 1) {   // one name more or less, as a click does it: a loop that the compiler turns into SIMD
        const Code code = changed.front();
        const Bits flip = bit_at(static_cast<unsigned>(index(d)));
        for (std::size_t row = 0; row < failed_.size(); ++row) {
            failed_[row] = static_cast<Bits>(failed_[row] ^ (codes[row] == code ? flip : Bits{0}));
        }
        return;
    }
    std::vector<std::uint8_t> fails(table_->dictionary(d).size(), keep.empty() ? 0 : 1);
    for (const Code code : keep) {
        if (code < fails.size()) fails[code] = 0;
    }
    write_bit(failed_, static_cast<unsigned>(index(d)), [&](std::size_t row) { return fails[codes[row]] != 0; });
}

void CrossFilter::update_marks() {
    const Marks wanted = filter_.with | filter_.without;
    const Marks with = filter_.with;
    const bool is_contradiction = (filter_.with & filter_.without) != 0;
    write_bit(failed_, kMarksBit, [&](std::size_t row) { return is_contradiction || (table_->marks[row] & wanted) != with; });
}

void CrossFilter::update_open_at() {
    write_bit(failed_, kOpenAtBit,
              [&](std::size_t row) { return filter_.open_at != kNoTime && !was_open(*table_, row, filter_.open_at); });
}

void CrossFilter::update_place() {
    const auto is_elsewhere = [&](std::size_t row) { return !filter_.place.is_everywhere() && !is_placed_in(*table_, row, filter_.place); };
    const auto only = filter_.only;
    write_bit(failed_, kPlaceBit, [&](std::size_t row) { return only != nullptr || is_elsewhere(row); });
    if (!only) return;
    for (const std::uint32_t row : *only)
        if (row < failed_.size() && !is_elsewhere(row)) failed_[row] = static_cast<Bits>(failed_[row] & ~bit_at(kPlaceBit));
}

void CrossFilter::update_period(Basis before) {
    if (filter_.basis == Basis::Received) {
        range_ = rows_received(*table_, filter_.period.from, filter_.period.until);
        if (before != Basis::Received) write_bit(failed_, kPeriodBit, [](std::size_t) { return false; });
        return;
    }
    range_ = {0, table_->rows()};
    write_bit(failed_, kPeriodBit, [&](std::size_t row) {
        const Minute time = basis_time(*table_, row, filter_.basis);
        return time == kNoTime || time < filter_.period.from || time >= filter_.period.until;
    });
}

std::vector<std::uint32_t> CrossFilter::rows_except(Bits ignored) const {
    const bool ignores_period = (ignored & bit_at(kPeriodBit)) != 0;
    const RowRange range = ignores_period ? RowRange{0, table_->rows()} : range_;
    const bool needs_time = ignores_period && filter_.basis != Basis::Received;   // no unit of time without a time
    const Bits asked = static_cast<Bits>(~ignored);
    std::vector<std::uint32_t> rows(range.size());
    std::size_t count = 0;
    for (std::size_t row = range.begin; row < range.end; ++row) {   // without a branch: half of the rows may fail
        rows[count] = static_cast<std::uint32_t>(row);
        count += (failed_[row] & asked) == 0 ? 1u : 0u;
    }
    rows.resize(count);
    if (needs_time) {
        rows.erase(std::remove_if(rows.begin(), rows.end(), [this](std::uint32_t row) { return basis_time(*table_, row, filter_.basis) == kNoTime; }),
                   rows.end());
    }
    return rows;
}

const std::vector<std::uint32_t>& CrossFilter::kept_rows() const {
    if (!kept_) kept_ = rows_except(0);
    return *kept_;
}

Tally CrossFilter::total() const { return total_of(kept_rows(), {facts_, true}); }

const std::vector<std::uint32_t>& CrossFilter::rows_of(Axis first, Axis second, bool ignore_own, Rows& own) const {
    const bool needs_hour = first == Axis::Hour || second == Axis::Hour;
    if (!ignore_own && !needs_hour) return kept_rows();
    own = ignore_own ? rows_except(static_cast<Bits>(own_bit(first) | own_bit(second))) : kept_rows();
    own = with_hour(*table_, std::move(own), first, second);
    return own;
}

Grouped CrossFilter::by(Axis axis, bool ignore_own) const {
    Rows own;
    const Rows& rows = rows_of(axis, axis, ignore_own, own);
    const Period period = shown_period(filter_, ignore_own && !is_dimension(axis));
    return group_rows({*table_, rows, filter_.basis, period}, axis, {facts_, true});
}

Pivot CrossFilter::cross(Axis rows, Axis columns, bool ignore_own) const {
    Rows own;
    const Rows& chosen = rows_of(rows, columns, ignore_own, own);
    const Period period = shown_period(filter_, ignore_own && (!is_dimension(rows) || !is_dimension(columns)));
    return pivot_rows({*table_, chosen, filter_.basis, period}, rows, columns, {facts_, true});
}

CountPivot CrossFilter::count(Axis rows, Axis columns, Minute open_at) const {
    Rows own;
    const Rows& kept = rows_of(rows, columns, false, own);
    if (open_at == kNoTime) return count_rows_by({*table_, kept, filter_.basis, filter_.period}, rows, columns);
    Rows open;
    std::copy_if(kept.begin(), kept.end(), std::back_inserter(open), [&](std::uint32_t row) { return was_open(*table_, row, open_at); });
    return count_rows_by({*table_, open, filter_.basis, filter_.period}, rows, columns);
}

Grouped CrossFilter::top(Dimension d, std::size_t most) const {
    const Grouped all = by(axis(d), false);
    const Dictionary& names = table_->dictionary(d);
    std::vector<std::size_t> order(all.keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto is_before = [&](std::size_t a, std::size_t b) {
        if (all.tallies[a].n != all.tallies[b].n) return all.tallies[a].n > all.tallies[b].n;
        return names.name(static_cast<Code>(all.keys[a])) < names.name(static_cast<Code>(all.keys[b]));
    };
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(most, order.size()));
    std::partial_sort(order.begin(), end, order.end(), is_before);
    Grouped largest{all.axis, {}, {}};
    for (auto i = order.begin(); i != end; ++i) {
        largest.keys.push_back(all.keys[*i]);
        largest.tallies.push_back(all.tallies[*i]);
    }
    return largest;
}

}  // namespace problemator
