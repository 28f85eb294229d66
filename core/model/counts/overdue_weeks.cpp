#include "core/model/counts/overdue_weeks.hpp"
#include "core/model/remembered.hpp"

#include <algorithm>

namespace problemator {
namespace {

// The moment a week is judged at: its end, or the snapshot's moment for the snapshot's week and later ones.
Minute moment_of(const Scope& scope, Week week) {
    return week >= scope.home ? scope.table.as_of : std::min(scope.table.as_of, first_minute_of_week(week + 1));
}

/// Late rows that matter from `first` on: those that are overdue still, and those whose clock stopped since. Two short lists of a long table.
std::vector<std::uint32_t> late_rows(const Scope& scope, Minute first) {
    Filter open = scope.filter;
    open.basis = Basis::Received;
    open.period = {};
    open.with |= bit(Mark::Late) | bit(Mark::OverdueNow);
    Filter stopped = scope.filter;
    stopped.basis = Basis::Decided;
    stopped.period = {first, Period{}.until};
    stopped.with |= bit(Mark::Late);
    stopped.without |= bit(Mark::OverdueNow);
    auto rows = passing_rows(scope, open);
    const auto others = passing_rows(scope, stopped);
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

}  // namespace

std::vector<std::uint32_t> overdue_by_week(const Scope& scope, Week first, Week last) {
    std::vector<Minute> moments;
    for (Week week = first; week <= last; ++week) moments.push_back(moment_of(scope, week));
    if (moments.empty()) return {};
    std::vector<std::int64_t> steps(moments.size() + 1);
    const Table& table = scope.table;
    for (const auto row : late_rows(scope, moments.front())) {
        const bool is_open = has(table.marks[row], Mark::OverdueNow);
        const Minute start = std::max(table.due[row], table.received[row]);
        const auto begin = std::upper_bound(moments.begin(), moments.end(), start);            // first moment after it
        const auto end = is_open ? moments.end() : std::upper_bound(moments.begin(), moments.end(), table.decided[row]);
        if (begin >= end) continue;
        ++steps[static_cast<std::size_t>(begin - moments.begin())];
        --steps[static_cast<std::size_t>(end - moments.begin())];
    }
    std::vector<std::uint32_t> out;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < moments.size(); ++i) out.push_back(static_cast<std::uint32_t>(sum += steps[i]));
    return out;
}

}  // namespace problemator
