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

enum class Screen : std::uint8_t { Overview, Heatmap, Problems, Rating, Indicators, Messages, Quality, Reports, About, Sections };
inline constexpr std::size_t kScreens = 10;
std::string_view screen_id(Screen s);      // "svodka", "teplo", "problemy", "rejting", "pokazateli", "soobshcheniya", "kachestvo", "otchyoty", "o-dannykh", "razdely"
Phrase screen_name(Screen s);              // «Сводка», …

enum class MatrixView : std::uint8_t { TerritoryBlock, WeekBlock, WeekdayHour, TerritoryWeek, DepartmentTopic, Map };   // Map: no matrix, see map_page()
enum class Order : std::uint8_t { BySum, ByName, ByProfile, ByLikeness };
/// What a week is set against.
enum class Compare : std::uint8_t { PreviousWeek, YearAgo, Plan, None };
enum class RatingSpan : std::uint8_t { FourWeeks, Quarter, YearToDate };
enum class Rated : std::uint8_t { Departments, Territories };                         // who is rated
enum class ProblemView : std::uint8_t { List, Board, OfWeek };
enum class ProblemSet : std::uint8_t { Open, All, Found, InWork, RoadMap, Solved };   // which problems of the register are listed
enum class IndicatorGrain : std::uint8_t { Monthly, Quarterly };                      // what a point of an indicator sums
enum class Overlay : std::uint8_t { None, NewProblem, Cause, Protocol, Plan };        // a form or a document that the shell lays over the page

/// Messages that say the same: the cluster of `message` among the messages of its block received in `period`. Other filters
/// narrow its rows and never change what the cluster is.
struct ClusterKey {
    std::string message;                   // the smallest id of the cluster
    Period period;
    friend bool operator==(const ClusterKey&, const ClusterKey&) = default;
};

enum class MapLayer : std::uint8_t { Areas, Density, Totals, Spots };
inline constexpr std::size_t kMapLayers = 4;
constexpr std::uint8_t bit(MapLayer layer) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(layer)); }

/// How the map is looked at.
struct MapLook {
    bool as_tiles = false;                 // equal tiles instead of geography
    std::uint8_t hidden = 0;               // bits of layers that are switched off
    int zoom = 0;                          // 0 = everything … kMaxMapZoom
    std::int32_t lat_e3 = 0, lon_e3 = 0;   // middle of what is seen, thousandths of a degree; of no account at zoom 0
    friend bool operator==(const MapLook&, const MapLook&) = default;
};
inline constexpr int kMaxMapZoom = 8;

struct State {
    Screen screen = Screen::Overview;
    Lang lang = Lang::Ru;
    std::optional<Week> week;              // absent = the snapshot's own week
    std::optional<Period> period;          // a brushed period; absent = the week of the screen
    Basis basis = Basis::Received;
    std::array<std::vector<std::string>, kDimensions> keep;   // ids, sorted; empty = all
    Marks with = 0, without = 0;
    HexArea place;                         // cells of the map; empty = everywhere
    MapLook map;
    MatrixView view = MatrixView::TerritoryBlock;
    Measure measure = Measure::Count;
    Order order = Order::BySum;
    RatingSpan span = RatingSpan::FourWeeks;
    bool as_change = false;                // the matrix shows the difference to the period before
    bool as_deviation = false;             // … or how far from the norm the count is, in standard deviations
    Compare compare = Compare::PreviousWeek;
    std::optional<Week> order_week;        // the week whose order the matrix keeps while weeks are stepped through; absent = the snapshot's own
    std::vector<std::string> row_order, column_order;         // ids of the matrix's lines as they are kept, those first; empty = by the week above
    std::optional<ClusterKey> cluster;
    std::uint32_t unfolded = 0;            // bits of dimensions whose facet shows all its names
    std::string search;                    // words that the texts hold; in the link only when the reader has put it there
    bool is_search_linked = false;
    std::optional<std::pair<std::string, std::string>> cell;  // ids of the selected cell (row, column)
    std::string message;                   // id of the opened message
    std::string sort;                      // column id, "-" in front = descending; empty = newest first
    Rated rated = Rated::Departments;
    bool is_unadjusted = false;            // the rating sets late answers against everybody's, whatever their topics and channels
    std::string department;                // opened department (or territory, where those are rated) on the rating
    std::vector<std::string> versus;       // those compared on the rating, sorted
    std::string indicator;                 // opened target indicator
    IndicatorGrain grain = IndicatorGrain::Monthly;
    ProblemView problem_view = ProblemView::List;
    ProblemSet problem_set = ProblemSet::Open;
    std::string problem;                   // opened problem: «topic~territory»
    std::vector<std::string> protocol;     // problems put into the protocol, sorted; empty = those listed
    Overlay overlay = Overlay::None;
    std::string paper;                     // opened report or section; empty = the first
    std::vector<std::string> skip;         // parts of a report that are left out, sorted
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
/// The same; rows of a cluster or a search that `known` has looked up for the state `of` already are taken from there.
Filter filter_of(const State& state, const Table& table, Week snapshot_week, const State& of, const Filter& known);
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
