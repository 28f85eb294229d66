// Page models: one struct per screen. Every number is computed once and formatted once, with its link and its explanation.
// Painters (canvas, HTML, documents) read these and compute nothing.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/model/state.hpp"
#include "core/schema/profile.hpp"
#include "core/snapshot/snapshot.hpp"

namespace problemator {

enum class Tone : std::uint8_t { Plain, Muted, Good, Warn, Bad };

/// A number as shown. `href` opens exactly the `n` rows behind it (empty when it is not about rows).
struct Figure {
    std::string text;             // «82,8»
    std::string unit;             // «%», «из 5», «»
    std::optional<double> value;  // for bars and scales; absent = withheld
    std::string href;
    std::uint32_t n = 0;          // rows behind the number, = rows listed by href
    bool is_few = false;          // «мало данных»
    std::vector<std::pair<std::string, std::string>> why;   // «Почему это число»: label, text (formula, filter, n, period in words)
};

struct Change {                   // against the week before
    std::string text;             // «+77 к неделе 45», «было 2, стало 6»; empty when there is nothing honest to compare
    int direction = 0;            // −1, 0, +1
    Tone tone = Tone::Plain;      // worse, better or neutral
};

struct Trend {                    // sparkline of 26 weeks, oldest first
    std::vector<std::optional<double>> values;
    std::optional<double> norm_low, norm_high;   // usual range
    Tone end = Tone::Plain;
    bool from_zero = true;
    std::string summary;          // one sentence for the text view
};

struct Tile {
    std::string id, label, aside; // «Отвечено в срок», «из 447»
    Figure figure;
    Change change;
    std::string year_ago;         // «АППГ 88,7 %»
    Trend trend;
};

struct Problem {
    int rank = 0;
    std::string title, place, unit, block;   // «Температура в квартирах», «Речное», «Управление ЖКХ и энергетики», «ЖКХ и энергетика»
    std::vector<std::pair<std::string, Tone>> reasons;   // at most three
    bool is_surge = false;        // ▲ else ● chronic
    Figure count;
    std::string was;              // «было 14»
    std::string due;              // nearest deadline «18.11», may be empty
    Trend trend;
    double expected = 0, threshold = 0, q = 1;
};

struct Cell {
    Figure figure;                // text empty for zero
    double value = 0;
    int color_class = 0;          // 0 = zero, 1…7 by fixed lower limits; −1 = no data; for the diverging and share measures 0…6
    bool is_surge = false, is_hidden = false;   // hidden: «< 3»
    std::optional<double> expected, threshold;
    std::string row_id, column_id;
    std::string tooltip_title;
    std::vector<std::pair<std::string, std::string>> tooltip;   // label, value
    std::string href;             // selects the cell on the heat map (opens the drawer)
};

struct MatrixHead { std::string id, name, short_name; Figure total; std::string change; double value = 0; std::string href; };

struct Matrix {
    std::string title, note, row_axis_name, column_axis_name, caption;   // caption: for the table in the text view
    std::vector<MatrixHead> rows, columns;
    std::vector<Cell> cells;      // dense, row by row
    Figure total;
    std::string total_change;
    std::vector<std::string> legend;     // «1–2», «3–5», …, one per class
    bool is_diverging = false;           // colour classes 0…6 are of the diverging palette (better … worse), not of intensity
    std::optional<std::size_t> selected; // index into cells
    const Cell& at(std::size_t r, std::size_t c) const { return cells[r * columns.size() + c]; }
};

struct Bullet { std::string id, name; Figure fact; std::optional<double> plan; std::string status; Tone tone = Tone::Plain; std::string missing; };

struct RatingRow {
    std::string id, name, short_name;
    std::string place, place_range, movement;     // «3», «2–7», «▲ 1» as text; empty when withheld; no place where its range is wide
    int movement_direction = 0;
    Figure count, in_time, completeness, median_reply, satisfaction, repeats, score;
    std::optional<double> share;                  // in time, 0…1, where it is drawn: also of few data, whose figure is withheld
    std::optional<double> low, high;              // 95 % Wilson interval of the share in time, 0…1
    Tone tone = Tone::Plain;                      // Good/Bad only beyond chance against the same topics and channels elsewhere
    bool is_few = false;
    std::string href;
};

struct OverviewPage {
    std::string verdict, verdict_tail;            // two shades of one sentence
    std::vector<Tile> tiles;                      // five
    std::vector<Problem> problems;                // at most seven
    std::size_t problems_total = 0;
    std::string no_problems;                      // «Отклонений нет» when empty
    Matrix matrix;                                // territory × block
    struct MapPoint { std::string name; double lat = 0, lon = 0; Figure all, surge; bool is_hot = false; };
    std::vector<MapPoint> map;                    // territories with known points
    std::string map_note;                         // which territories have no point
    std::vector<Bullet> indicators;
    std::string indicators_note;
    std::string no_indicators;                    // said when the profile has none
    std::vector<RatingRow> rating;                // three best, three worst, of those that have a rank
    std::string rating_note;
    std::optional<double> rating_mean;            // share in time of the municipality, 0…1
};

struct FacetValue { std::string id, name; Figure count; bool is_selected = false; std::string href, href_add; };
struct Facet { Dimension dimension{}; std::string title; std::vector<FacetValue> values; std::size_t hidden = 0; };
struct Chip { std::string text, href; };           // href removes it

struct Rail {                                      // filters, left
    std::string period_text;
    Day first_day = 0;                             // of the histogram
    std::vector<std::uint32_t> days;               // counts, one bar a day, 56 days
    std::size_t brush_begin = 0, brush_end = 0;    // selected bars [begin, end)
    std::vector<std::pair<std::size_t, std::string>> day_labels;   // bar index, text
    std::vector<Facet> facets;                     // channel, block, territory, department, status
    std::vector<std::pair<Mark, FacetValue>> marks;   // «Без ответа», «Просрочено сейчас», «Фаст-трек», «Повторные»
    std::vector<Chip> chips;
    std::string reset_href;
};

struct Bar { std::string label; double value = 0; bool is_alarm = false; std::string href; };

struct MessageLine {
    std::string id, received, channel, territory, topic, text, department, status;   // formatted
    Tone tone = Tone::Plain;
    bool is_repeat = false;
    std::string href;
};

struct CellDrawer {                                // right: the explanation of the selected cell
    std::string title, verdict, close_href;
    Tone verdict_tone = Tone::Plain;
    std::vector<std::pair<Figure, std::string>> figures;       // 57 «сообщений» …
    std::vector<Change> figure_changes;            // one per figure: «+16»; empty text when there is nothing to compare
    struct Growth { std::string name; Figure count; double expected = 0; std::string excess; bool is_culprit = false; };
    std::vector<Growth> growth;                    // sub-topics by excess over the norm
    std::string growth_note;
    std::vector<Bar> weeks;                        // 52
    std::vector<double> thresholds;                // one per week; NaN while the norm is not known yet: a gap
    std::vector<std::pair<std::size_t, std::string>> week_labels;
    std::string surges_note;
    std::vector<MessageLine> newest;               // four
    std::string all_text, all_href;
};

struct Choice { std::string text, href; bool is_selected = false; };

struct HeatmapPage { std::string verdict, note; std::vector<Choice> views, measures, orders; Rail rail; Matrix matrix; std::optional<CellDrawer> drawer; };

/// A cell of a listing. Its figure links to the rows behind it when they can be listed.
struct ListingCell { Figure figure; Tone tone = Tone::Plain; bool is_gap = false; };   // gap: nothing where something was to be expected
struct ListingColumn { std::string id, title; bool is_number = false, is_minor = false; };   // minor: the first to go where there is no room

/// A section of a screen: a table of any columns.
struct Listing {
    std::string id, title, note;
    std::vector<ListingColumn> columns;
    std::vector<std::vector<ListingCell>> rows;    // as many cells as columns
    std::string empty;                             // said when there are no rows
    std::string more;                              // «… и ещё 34», empty when all are here
    bool is_broad() const { return columns.size() > 4; }   // needs the whole width
};

struct FunnelPoint { std::string name; double n = 0, share = 0; Tone tone = Tone::Plain; bool is_few = false, is_labelled = false; std::string href; };

struct RatingPage {
    std::string verdict, note;
    std::vector<Choice> spans;
    std::vector<RatingRow> rows, few;
    std::optional<double> mean;
    std::string footnote;
    std::vector<FunnelPoint> funnel;
    struct Limit { double n, low95, high95, low998, high998; };
    std::vector<Limit> limits;
    std::vector<std::pair<std::string, std::string>> weights;  // «Ответы в срок», «50 %»
    std::vector<double> weight_values;
    std::vector<std::string> weight_notes;
    std::string funnel_note;                       // what the funnel shows; empty: share in time, %
    std::vector<Listing> listings;                 // the opened department's card first, then what the table has no room for
};

struct IndicatorCard {
    std::string id, name, subtitle, decree_name, formula, note, missing;   // missing: what is absent, in words
    int number = 0;
    Figure fact;
    std::string plan_text, status;
    Tone tone = Tone::Plain;
    std::vector<std::pair<Month, double>> facts;   // percent by month
    std::vector<PlanYear> plan;
    double y_min = 0, y_max = 100;
    std::string footer, fraction, fraction_href;   // «388 из 424»
    Figure part;                                   // the numerator; its link lists its rows where a link can say them
    struct Outlook { Month from = 0; double so_far = 0, value = 0, low = 0, high = 0; };   // percent of the year: by the end of `from`, and on 31 December
    std::optional<Outlook> outlook;
    Figure outlook_figure;                         // «92,2 (90,1–94,9)»
    std::string outlook_text;                      // «план будет выполнен, вероятность 93 %», or why it is too early
    Tone outlook_tone = Tone::Muted;
};

struct IndicatorsPage { std::string verdict, note; std::vector<IndicatorCard> cards; std::vector<std::string> how_to_read; Month month = 0; };

struct MessagesPage {
    std::vector<Chip> chips;
    std::string count_text;                        // «298 из 27 019»
    std::size_t rows_total = 0;                    // rows that pass
    std::vector<std::uint32_t> rows;               // table rows in display order; lines are made on demand by message_line()
    struct Column { std::string id, title, href; bool is_sorted = false, is_descending = false; };
    std::vector<Column> columns;
    Rail rail;
    struct Card { MessageLine line; std::string title, status_badge, kind; std::vector<std::pair<std::string, std::string>> facts; double elapsed = 0, due = 0; std::vector<std::string> clock_labels; std::string clock_title, close_href, previous_href, next_href; };
    std::optional<Card> card;
    std::string empty_text;                        // what to do when nothing passes
};

/// A screen of tables. Painters draw all of them alike.
struct ListingsPage {
    std::string verdict, verdict_tail, note;       // what is wrong first
    std::string tiles_name;                        // of the numbers as a list, for the text view
    std::vector<Tile> tiles;                       // six, or none
    std::vector<Listing> listings;
};
struct QualityPage : ListingsPage {};              // no tiles in a snapshot without a report
struct ProblemsPage : ListingsPage {};

struct WeekChoice { Week week = 0; std::string text, total, href; bool is_selected = false; };

struct HeaderModel {                               // drawn as real HTML by the shell
    std::string product, municipality, period, as_of, checksum, lang_href, lang_text;
    std::vector<Choice> tabs;
    std::vector<WeekChoice> weeks;                 // newest first
    std::string previous_href, next_href;          // empty at the ends
    std::string compare_text, compare_href;
    bool compare = true;
};

using Page = std::variant<OverviewPage, HeatmapPage, ProblemsPage, RatingPage, IndicatorsPage, MessagesPage, QualityPage>;

/// A week of the site that has a data file of its own.
struct ArchiveWeek { Week week = 0; std::uint32_t messages = 0; };

/// What every builder reads. Borrowed for the call.
struct World {
    const Profile& profile;
    const Snapshot& snapshot;
    std::string checksum;                          // of the snapshot file, for people
    std::vector<ArchiveWeek> archive{};            // of the site, newest first; empty = this snapshot stands alone
    /// The week that a link without `w` opens: the newest of the site.
    Week newest_week() const { return archive.empty() ? snapshot.info.week : archive.front().week; }
};

HeaderModel header_model(const World& world, const State& state);
OverviewPage overview_page(const World& world, const State& state);
HeatmapPage heatmap_page(const World& world, const State& state);
ProblemsPage problems_page(const World& world, const State& state);
RatingPage rating_page(const World& world, const State& state);
IndicatorsPage indicators_page(const World& world, const State& state);
MessagesPage messages_page(const World& world, const State& state);
QualityPage quality_page(const World& world, const State& state);
/// The page of the state's screen.
Page page_of(const World& world, const State& state);
MessageLine message_line(const World& world, const State& state, std::uint32_t row);

}  // namespace problemator
