// CrossFilter: each view shows the rows that pass every filter except the view's own.
// Keeps one failure bit per filtered dimension and row, so that moving one filter costs one pass over one column.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/query/facts.hpp"
#include "core/query/tally.hpp"

namespace problemator {

class CrossFilter {
public:
    explicit CrossFilter(const Table& table);           // borrows: the table must outlive this
    void set(const Filter& filter);                     // recomputes only what changed
    const Filter& filter() const { return filter_; }
    std::size_t kept() const { return kept_rows().size(); }   // rows that pass everything
    const std::vector<std::uint32_t>& kept_rows() const;      // ascending
    Tally total() const;
    /// Ignores the filter of `axis` (for time axes: the period) when `ignore_own` (the default).
    Grouped by(Axis axis, bool ignore_own = true) const;
    /// Ignores the filters of both axes when `ignore_own` (the default).
    Pivot cross(Axis rows, Axis columns, bool ignore_own = true) const;
    /// The same as `cross`, but only counts, of the kept rows that were open at `open_at` (kNoTime: of all kept rows).
    CountPivot count(Axis rows, Axis columns, Minute open_at = kNoTime) const;
    /// The `most` largest groups under all filters, by count descending, then by name.
    Grouped top(Dimension d, std::size_t most) const;

private:
    using Bits = std::uint16_t;
    std::vector<std::uint32_t> rows_except(Bits ignored) const;
    /// Rows of a view over one or two axes: the kept ones, or those that fail nothing but the filters of these axes.
    /// `own` holds them when they are not the kept ones.
    const std::vector<std::uint32_t>& rows_of(Axis first, Axis second, bool ignore_own, std::vector<std::uint32_t>& own) const;
    void update_dimension(Dimension d, const std::vector<Code>& before);
    void update_marks();
    void update_open_at();
    void update_place();
    void update_period(Basis before);

    const Table* table_;
    Facts facts_;
    Filter filter_;
    RowRange range_;                                    // rows of the period when the basis is Received, else all
    std::vector<Bits> failed_;                          // one bit per dimension that the row fails, then the bits of cross_filter.cpp
    mutable std::optional<std::vector<std::uint32_t>> kept_;   // rows that pass everything, found when first asked for
};

}  // namespace problemator
