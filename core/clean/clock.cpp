#include <algorithm>
#include <limits>

#include "core/clean/clean.hpp"

namespace problemator {
namespace {

constexpr Minute kLatest = std::numeric_limits<Minute>::max() - kMinutesPerDay * 2;

Minute start_of(const Clock& clock, const Message& m) {
    return clock.start == ClockStart::Registered && m.registered != kNoTime ? m.registered : m.received;
}

bool applies(const Clock& clock, const Message& m) {
    if (clock.channel != m.channel || start_of(clock, m) == kNoTime) return false;
    if (clock.fast_track && *clock.fast_track != (m.fast_track == Answer::Yes)) return false;
    const Day day = day_from_minute(start_of(clock, m));
    return (!clock.valid_from || day >= *clock.valid_from) && (!clock.valid_until || day <= *clock.valid_until);
}

/// End of the day that is `amount` days after the start: the day of the start itself is not counted.
Minute end_of(Day day) { return minute_from_day(day + 1); }

Minute due_by(const Clock& clock, Minute start, const WorkCalendar& calendar) {
    const std::int64_t hours_end = std::int64_t{start} + std::int64_t{clock.amount} * 60;
    switch (clock.unit) {
        case ClockUnit::Hours: return static_cast<Minute>(std::min<std::int64_t>(hours_end, kLatest));
        case ClockUnit::CalendarDays: return end_of(day_from_minute(start) + clock.amount);
        case ClockUnit::WorkingDays: return end_of(calendar.add_working_days(day_from_minute(start), clock.amount));
    }
    return kNoTime;
}

}  // namespace

const Clock* apply_clock(Message& m, const Profile& profile, const WorkCalendar& calendar) {
    const auto clock = std::find_if(profile.clocks.begin(), profile.clocks.end(), [&](const Clock& c) { return applies(c, m); });
    if (clock == profile.clocks.end()) return nullptr;
    if (m.due == kNoTime) {
        const bool needs_hours = clock->unit == ClockUnit::Hours;
        if (needs_hours && !m.received_has_time) return &*clock;   // hours from an unknown hour would be an invention
        m.due = due_by(*clock, start_of(*clock, m), calendar);
        m.due_is_end_of_day = !needs_hours;
        m.due_by_answer = clock->target == ClockTarget::Answered;
    }
    const bool is_extended = m.extended_to != kNoTime && m.extended_to > m.due && clock->extension_days > 0;
    if (is_extended) m.due = std::min(m.extended_to, m.due + minute_from_day(clock->extension_days));
    return &*clock;
}

}  // namespace problemator
