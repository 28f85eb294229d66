// Side clocks: what the law asks besides the answer — registration (59-ФЗ art. 8, 3 days) and forwarding by competence (7 days).
#pragma once
#include "core/base/calendar.hpp"
#include "core/schema/message.hpp"
#include "core/schema/profile.hpp"

namespace problemator {

/// Sets late_registered and late_forwarded by the profile's clocks with the targets "registered" and "forwarded". A message without the
/// moment (not registered, not forwarded) is not late: nobody knows. Days end at midnight; a last day that is not worked moves as the
/// clock says (day_off).
void apply_side_clocks(Message& message, const Profile& profile, const WorkCalendar& calendar);
/// The last moment, exclusive, of a clock that starts at `start`; kNoTime for a clock in hours when `has_time` is false.
Minute clock_end(const Clock& clock, Minute start, bool has_time, const WorkCalendar& calendar);
/// True when the deadline of a clock in working days, or one that looks at days off, falls outside the calendar's years: transfers
/// of days off are not known there, only weekends.
bool is_beyond_calendar(const Clock& clock, Minute due, const WorkCalendar& calendar);

}  // namespace problemator
