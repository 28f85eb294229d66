// State: where the reader stands — screen, week, filters, view — wholly in a short link: #/teplo?w=2026-W46&b=zhkh.
// Ids are the stable ASCII ids of the dictionaries, never indexes; defaults are left out; lists are sorted.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/tally.hpp"

namespace problemator {

enum class Screen : std::uint8_t { Overview, Heatmap, Problems, Rating, Indicators, Messages, Quality };
inline constexpr std::size_t kScreens = 7;
std::string_view screen_id(Screen s);      // "svodka", "teplo", "problemy", "rejting", "pokazateli", "soobshcheniya", "kachestvo"
Phrase screen_name(Screen s);              // «Сводка», …

enum class MatrixView : std::uint8_t { TerritoryBlock, WeekBlock, WeekdayHour };
enum class Order : std::uint8_t { BySum, ByName, ByProfile };
enum class RatingSpan : std::uint8_t { FourWeeks, Quarter, YearToDate };

struct State {
    Screen screen = Screen::Overview;
    Lang lang = Lang::Ru;
    std::optional<Week> week;              // absent = the snapshot's own week
    std::optional<Period> period;          // a brushed period; absent = the week of the screen
    Basis basis = Basis::Received;
    std::array<std::vector<std::string>, kDimensions> keep;   // ids, sorted; empty = all
    Marks with = 0, without = 0;
    MatrixView view = MatrixView::TerritoryBlock;
    Measure measure = Measure::Count;
    Order order = Order::BySum;
    RatingSpan span = RatingSpan::FourWeeks;
    bool as_change = false;                // the matrix shows the difference to the period before
    bool compare = true;
    std::optional<std::pair<std::string, std::string>> cell;  // ids of the selected cell (row, column)
    std::string message;                   // id of the opened message
    std::string sort;                      // column id, "-" in front = descending; empty = newest first
    std::string department;                // opened department on the rating
    std::vector<std::pair<std::string, std::string>> unknown;  // keys of another version, kept as they came
    friend bool operator==(const State&, const State&) = default;
};

/// "#/teplo?b=zhkh&w=2026-W46". Only characters that need no escaping in a URL fragment; others percent-encoded.
std::string to_hash(const State& state);
/// Never fails: what cannot be read is kept in `unknown` and the defaults stand. Bounded: longer than 4,096 bytes is cut.
State from_hash(std::string_view hash);

/// The filter of a state over a table. `problems` gets the ids that the table does not know (shown to the reader).
/// The default period (neither week nor period given) is the week `snapshot_week`; Screen::Messages and the measures use it alike,
/// so that the number clicked equals the rows listed.
Filter filter_of(const State& state, const Table& table, Week snapshot_week, std::vector<std::string>* problems = nullptr);
/// [from, until) that the state speaks of: the brushed period, else the rating's span, else its week.
Period period_of(const State& state, Week snapshot_week);
/// The span of the rating that ends with `week` (inclusive).
Period span_period(RatingSpan span, Week week);
/// Stable names of marks in links and in the programmatic interface: "open", "overdue", "repeat", …
std::string_view mark_id(Mark mark);
std::optional<Mark> parse_mark(std::string_view id);
Phrase mark_name(Mark mark);
inline constexpr std::size_t kMarks = 24;
/// Same state with another filter, for links.
State with_dimension(State state, Dimension d, std::vector<std::string> ids);

}  // namespace problemator
