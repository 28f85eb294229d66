// Tally: everything that is counted about a set of rows in one pass; every measure is derived from it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/phrase.hpp"
#include "core/query/filter.hpp"

namespace problemator {

struct Tally {
    std::uint32_t n = 0, open = 0, overdue_now = 0, due_soon = 0, decided = 0, in_time = 0, closed = 0;
    std::uint32_t repeats = 0, fast_track = 0, fast_eligible = 0, fast_in_time = 0, auto_routed = 0, auto_control = 0;
    std::uint32_t rated = 0, rated_high = 0, rating_sum = 0, gratitude = 0, consultation = 0;
    Tally& operator+=(const Tally& other);
    friend bool operator==(const Tally&, const Tally&) = default;
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"   // g++ 12 takes the values of this enum for shadows of the types Day, Week, Month
/// What a view can group by: a dimension, or a unit of time of the filter's basis.
enum class Axis : std::uint8_t {
    Channel, Kind, Form, Block, Topic, Subtopic, Territory, Department, Status, Outcome, Network, Street,   // = Dimension
    Day, Week, Month, Weekday, Hour,
};
#pragma GCC diagnostic pop
constexpr Axis axis(Dimension d) { return static_cast<Axis>(d); }
constexpr bool is_dimension(Axis a) { return a <= Axis::Street; }
std::string_view axis_id(Axis a);                       // "week", "territory", …
std::optional<Axis> parse_axis(std::string_view id);

struct Grouped {              // keys ascending; a key is a Code, or a Day, Week, Month, weekday 0…6, hour 0…23
    Axis axis{};
    std::vector<std::int32_t> keys;
    std::vector<Tally> tallies;
};

struct Pivot {                // dense: tallies[row * columns.size() + column]
    Axis row_axis{}, column_axis{};
    std::vector<std::int32_t> rows, columns;
    std::vector<Tally> tallies;
    const Tally& at(std::size_t row, std::size_t column) const { return tallies[row * columns.size() + column]; }
};

struct CountPivot {           // as Pivot, but only Tally::n
    std::vector<std::int32_t> rows, columns;
    std::vector<std::uint32_t> counts;
};

/// Time axes are filled without gaps between the first and the last key of the period (a zero week is a zero, not a hole);
/// a side on which the period is open ends where the table's times of that basis end.
/// Weekday and Hour have all their 7 and 24 keys; Hour leaves out rows whose hour of receipt is unknown.
/// Dimension axes hold the keys that occur. A pivot of more than kMaxCells cells comes back without rows and columns.
inline constexpr std::size_t kMaxCells = std::size_t{1} << 20;
Tally total(const Table& table, const Filter& filter);
Grouped group(const Table& table, const Filter& filter, Axis axis);
Pivot pivot(const Table& table, const Filter& filter, Axis rows, Axis columns);
CountPivot count_pivot(const Table& table, const Filter& filter, Axis rows, Axis columns);

enum class Measure : std::uint8_t {
    Count, InTimeShare, OverdueNow, OverdueShare, Open, MedianReply, Satisfaction, HighRatingShare, RepeatShare, Repeats,
    FastTrackShare, PerThousand,
};
std::string_view measure_id(Measure m);                 // "count", "in_time_share", …
std::optional<Measure> parse_measure(std::string_view id);
Phrase measure_name(Measure m);
/// Value of the measure (OverdueShare: missed of decided, so that it and InTimeShare make 1).
/// nullopt when its denominator is 0 or when a tally is not enough (MedianReply, PerThousand).
std::optional<double> value(const Tally& tally, Measure measure);

/// Minutes from receipt to closing of the closed rows that pass, unsorted.
std::vector<Minute> reply_minutes(const Table& table, const Filter& filter);
/// The same by group, in one pass: keys as group() gives them.
struct GroupedMinutes { std::vector<std::int32_t> keys; std::vector<std::vector<Minute>> minutes; };
GroupedMinutes reply_minutes_by(const Table& table, const Filter& filter, Axis axis);

}  // namespace problemator
