// Derive: what is open, overdue and in time at a moment. The moment is exclusive: it knows only what happened before it.
//
// Open      received, not closed, and its status is not final (answered, redirected, rejected, withdrawn).
//           A final status without a date of closing: neither open nor decided — nobody knows when.
// Stopped   the clock stops at `closed`; with Mark::DueByAnswer at `answered` when that is known.
// Decided   has a due time and is stopped (decided = that moment), or is open past its due time (decided = due).
// In time   stopped by the due time. A due time at midnight is the end of the day before, so the moment must lie before it:
//           a day-only date is stored as 00:00 of its day and still counts as within that day.
#include <array>

#include "core/store/table.hpp"

namespace problemator {
namespace {

constexpr Minute kSoon = 3 * kMinutesPerDay;

std::array<bool, 65536> final_statuses(const Dictionary& statuses) {
    std::array<bool, 65536> is_final{};
    for (const auto status : {MessageStatus::Answered, MessageStatus::Redirected, MessageStatus::Rejected, MessageStatus::Withdrawn}) {
        is_final[statuses.find_id(status_id(status))] = true;
    }
    is_final[kNotGiven] = false;
    return is_final;
}

bool is_in_time(Minute stopped, Minute due) {
    return stopped < due || (stopped == due && due % kMinutesPerDay != 0);
}

struct Derived { Marks marks = 0; Minute decided = kNoTime; };

Derived decide(Minute stopped, Minute due, bool is_open, Minute as_of) {
    if (due == kNoTime) return {};
    if (stopped != kNoTime) {
        return {bit(Mark::Decided) | (is_in_time(stopped, due) ? bit(Mark::InTime) : bit(Mark::Late)), stopped};
    }
    if (is_open && due < as_of) return {bit(Mark::Decided) | bit(Mark::Late) | bit(Mark::OverdueNow), due};
    if (is_open && due <= as_of + kSoon) return {bit(Mark::DueSoon), kNoTime};
    return {};
}

Marks rating_marks(std::uint8_t rating) {
    return rating == 0 ? 0 : rating < 4 ? bit(Mark::Rated) : bit(Mark::Rated) | bit(Mark::RatedHigh);
}

}  // namespace

void derive(Table& table, Minute as_of) {
    const auto is_final = final_statuses(table.dictionary(Dimension::Status));
    const auto known_before = [as_of](Minute m) { return m < as_of ? m : kNoTime; };   // kNoTime < any moment
    table.as_of = as_of;
    table.decided.resize(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Marks source = table.marks[row] & kSourceMarks;
        const Minute closed = known_before(table.closed[row]);
        const Minute answered = has(source, Mark::DueByAnswer) ? known_before(table.answered[row]) : kNoTime;
        const bool closes_later = table.closed[row] != kNoTime && closed == kNoTime;
        const bool is_final_status = is_final[table.column(Dimension::Status)[row]] && !closes_later;
        const bool is_open = table.received[row] < as_of && closed == kNoTime && !is_final_status;
        const Derived derived = decide(answered != kNoTime ? answered : closed, table.due[row], is_open, as_of);
        table.decided[row] = derived.decided;
        table.marks[row] = source | derived.marks | rating_marks(table.rating[row]) | (is_open ? bit(Mark::Open) : 0) |
                           (closed != kNoTime ? bit(Mark::Closed) : 0);
    }
}

}  // namespace problemator
