// CrossFilter: each view shows the rows that pass every filter except the view's own.
// Keeps one failure bit per filtered dimension and row, so that moving one filter costs one pass over one column.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "core/query/tally.hpp"

namespace problemator {

class CrossFilter {
public:
    explicit CrossFilter(const Table& table);           // borrows: the table must outlive this
    void set(const Filter& filter);                     // recomputes only what changed; basis must be Received
    const Filter& filter() const { return filter_; }
    std::size_t kept() const;                           // rows that pass everything
    Tally total() const;
    /// Ignores the filter of `axis` (for time axes: the period).
    Grouped by(Axis axis) const;
    /// Ignores the filters of both axes when `ignore_own` (the default).
    Pivot cross(Axis rows, Axis columns, bool ignore_own = true) const;
    /// The `most` largest groups under all filters, by count descending, then by name.
    Grouped top(Dimension d, std::size_t most) const;

private:
    const Table* table_;
    Filter filter_;
    std::vector<std::uint16_t> failed_;                 // bit d: the row fails the filter of dimension d; bit 15: fails marks
};

}  // namespace problemator
