#include <algorithm>
#include <limits>

#include "core/clean/clean.hpp"
#include "core/clean/clock.hpp"

namespace problemator {
namespace {

constexpr Minute kLatest = std::numeric_limits<Minute>::max() - kMinutesPerDay * 2;

bool is_side(const Clock& clock) { return clock.target == ClockTarget::Registered || clock.target == ClockTarget::Forwarded; }

Minute start_of(const Clock& clock, const Message& m) {
    return clock.start == ClockStart::Registered && m.registered != kNoTime ? m.registered : m.received;
}

bool applies(const Clock& clock, const Message& m) {
    if (clock.channel != m.channel || start_of(clock, m) == kNoTime) return false;
    if (clock.fast_track && *clock.fast_track != (m.fast_track == Answer::Yes)) return false;
    const Day day = day_from_minute(start_of(clock, m));
    return (!clock.valid_from || day >= *clock.valid_from) && (!clock.valid_until || day <= *clock.valid_until);
}

/// The day itself when it is worked or the clock does not mind, else the nearest worked one in the clock's direction.
Day worked_day(DayOff rule, Day day, const WorkCalendar& calendar) {
    constexpr int kLongestRest = 60;   // days; the longest of the calendar had 45 (spring of 2020)
    const int step = rule == DayOff::Stays ? 0 : rule == DayOff::Next ? 1 : -1;
    for (int i = 0; step != 0 && i < kLongestRest && !calendar.is_working(day); ++i) day += step;
    return day;
}

}  // namespace

Minute clock_end(const Clock& clock, Minute start, bool has_time, const WorkCalendar& calendar) {
    if (clock.unit == ClockUnit::Hours) {
        const std::int64_t end = std::int64_t{start} + std::int64_t{clock.amount} * 60;
        return has_time ? static_cast<Minute>(std::min<std::int64_t>(end, kLatest)) : kNoTime;
    }
    const Day day = day_from_minute(start);   // not counted itself
    const Day last = clock.unit == ClockUnit::WorkingDays ? calendar.add_working_days(day, clock.amount) : day + clock.amount;
    return minute_from_day(worked_day(clock.day_off, last, calendar) + 1);
}

bool is_beyond_calendar(const Clock& clock, Minute due, const WorkCalendar& calendar) {
    const bool asks_calendar = clock.unit == ClockUnit::WorkingDays || clock.day_off != DayOff::Stays;
    return asks_calendar && due != kNoTime && !calendar.covers(day_from_minute(due) - 1);
}

void apply_side_clocks(Message& m, const Profile& profile, const WorkCalendar& calendar) {
    const auto is_late = [&](const Clock& clock, Minute moment) {
        const Minute end = clock_end(clock, start_of(clock, m), m.received_has_time, calendar);
        return end != kNoTime && moment != kNoTime && moment >= end;
    };
    m.late_registered = m.late_forwarded = false;
    for (const Clock& clock : profile.clocks) {
        if (!is_side(clock) || !applies(clock, m)) continue;
        if (clock.target == ClockTarget::Registered) m.late_registered |= is_late(clock, m.registered);
        else m.late_forwarded |= is_late(clock, m.forwarded);
    }
}

const Clock* apply_clock(Message& m, const Profile& profile, const WorkCalendar& calendar) {
    const auto clock = std::find_if(profile.clocks.begin(), profile.clocks.end(), [&](const Clock& c) { return !is_side(c) && applies(c, m); });
    if (clock == profile.clocks.end()) return nullptr;
    if (m.due == kNoTime) {
        const bool needs_hours = clock->unit == ClockUnit::Hours;
        if (needs_hours && !m.received_has_time) return &*clock;   // hours from an unknown hour would be an invention
        m.due = clock_end(*clock, start_of(*clock, m), m.received_has_time, calendar);
        m.due_is_end_of_day = !needs_hours;
        m.due_by_answer = clock->target == ClockTarget::Answered;
    }
    const bool is_extended = m.extended_to != kNoTime && m.extended_to > m.due && clock->extension_days > 0;
    if (is_extended) m.due = std::min(m.extended_to, m.due + minute_from_day(clock->extension_days));
    return &*clock;
}

}  // namespace problemator
