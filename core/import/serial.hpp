// Serials: spreadsheets keep moments and durations as decimal numbers of days. They are read from their digits by integer
// arithmetic: through a double, 08:20 would become 08:19 now and then. Rounded once, to the nearest second; minutes are cut.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/import/dates.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

/// "46335.34375" or "1.5E4" as a moment of 1900…2199; has_time is false for a whole number. nullopt for anything else, for
/// negative numbers and for the false 29 February 1900 (serial 60).
std::optional<ReadTime> time_from_serial(std::string_view decimal, DateSystem system);
/// Days as minutes: "1.10625" → 1593. At most 100 years, never negative.
std::optional<Minute> duration_from_serial(std::string_view decimal);

enum class TimePart : std::uint8_t { WhenGiven, Always };

// Texts of cells as row_source.hpp wants them, appended to `out`; false, and nothing appended, when the number has no such reading.
/// "2026-11-09T08:15:30"; without a time of day "2026-11-09", unless it is always wanted.
bool append_serial_date(std::string& out, std::string_view decimal, DateSystem system, TimePart part = TimePart::WhenGiven);
/// "26:33:00"
bool append_serial_duration(std::string& out, std::string_view decimal);
/// "0.1" for "1.0000000000000001E-1": whole numbers keep up to 17 digits, fractions the 15 that a double holds for sure. At most 400 places, as it reads.
bool append_number(std::string& out, std::string_view decimal);

}  // namespace problemator
