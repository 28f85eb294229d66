// Page models: one struct per screen. Every number is computed once and formatted once, with its link and its explanation.
// Painters (canvas, HTML, documents) read these and compute nothing.
#pragma once
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/model/paper.hpp"
#include "core/model/state.hpp"
#include "core/query/text_search.hpp"
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
    Code code = kNotGiven;
    std::string id, name, short_name;
    std::string place, place_range, movement;     // «3», «2–7», «▲ 1» as text; empty when withheld; no place where its range is wide
    int movement_direction = 0;
    Figure count, in_time, completeness, median_reply, satisfaction, repeats, score;
    std::optional<double> share;                  // in time, 0…1, where it is drawn: also of few data, whose figure is withheld
    std::optional<double> low, high;              // 95 % Wilson interval of the share in time, 0…1
    Tone tone = Tone::Plain;                      // Good/Bad only beyond chance against the same topics and channels elsewhere
    bool is_few = false;
    std::string href;
    /// Places of the periods before, oldest first; the last one is of this period. Absent: too few answers then.
    struct Places { int low = 0, high = 0, place = 0; };   // place 0: withheld, its range is wide
    std::vector<std::optional<Places>> history;
    int places = 0;                               // how many departments were placed at most: the scale of the history
    std::string versus_href;                      // takes the department into the comparison, or out of it
    bool is_compared = false;
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
    std::shared_ptr<const DistrictMap> ground;    // under the circles; null: there is no file of it
    GridPlane plane;                              // of the map
    std::vector<Bullet> indicators;
    std::string indicators_note;
    std::string no_indicators;                    // said when the profile has none
    std::vector<RatingRow> rating;                // three best, three worst, of those that have a rank
    std::string rating_note;
    std::optional<double> rating_mean;            // share in time of the municipality, 0…1
};

struct FacetValue { std::string id, name; Figure count; bool is_selected = false; std::string href, href_add; };
struct Choice { std::string text, href; bool is_selected = false; };
/// `more_href` shows the hidden values, or folds them again.
struct Facet { Dimension dimension{}; std::string title; std::vector<FacetValue> values; std::size_t hidden = 0; std::string more_href{}; bool is_unfolded = false; };
struct Chip { std::string text, href; };           // href removes it

/// What narrows the page, in words, on every screen; and when nothing is left, what taking each filter off would bring back.
struct FilterBar {
    std::vector<Chip> chips;
    std::string reset_href;                        // «Сбросить всё»; empty when nothing is chosen
    std::string ignored;                           // filters that this screen does not follow, and why
    struct Remedy { std::string text; Figure count; std::string href; };   // «Без отбора «Блок: Дороги»», 298
    std::string nothing;                           // «Ничего не найдено», else empty
    std::vector<Remedy> remedies;                  // the largest first
    bool can_search = false;                       // the screen lists texts
    std::string search;                            // words they are searched for
    std::string search_note, search_href;          // «Включить поиск в ссылку»; no link once it is there
};

struct Rail {                                      // filters, left
    std::string period_text;
    Day first_day = 0;                             // of the histogram
    std::vector<std::uint32_t> days;               // counts as drawn (drawn_count), one bar a day, 56 days
    std::size_t brush_begin = 0, brush_end = 0;    // selected bars [begin, end)
    std::vector<std::pair<std::size_t, std::string>> day_labels;   // bar index, text
    std::vector<Facet> facets;                     // channel, block, territory, department, status
    std::vector<std::pair<Mark, FacetValue>> marks;   // «Без ответа», «Просрочено сейчас», «Фаст-трек», «Повторные»
    std::vector<Chip> chips;
    std::string reset_href;
    std::vector<Choice> presets;                   // неделя, 4 недели, квартал, год, всё
};

struct Bar { std::string label; double value = 0; bool is_alarm = false; std::string href; };

struct MessageLine {
    std::string id, received, channel, territory, topic, text, department, status;   // formatted
    Tone tone = Tone::Plain;
    bool is_repeat = false;
    std::string href;
};

/// A part of what came above the norm: «ул. Лесная», «7 из 9 лишних». `count`: its messages of the week, opens them.
struct ExcessLine { std::string by, name, share; Figure count; };

struct CellDrawer {                                // right: the explanation of the selected cell
    std::string title, verdict, norm, close_href;  // norm: «норма 33, порог 51»; empty where there is none
    Tone verdict_tone = Tone::Plain;
    std::vector<std::pair<Figure, std::string>> figures;       // 57 «сообщений» …
    std::vector<Change> figure_changes;            // one per figure: «+16»; empty text when there is nothing to compare
    struct Growth { std::string name; Figure count; double expected = 0; std::string excess; bool is_culprit = false; std::string href{}; };   // href: the cell with this sub-topic alone
    std::vector<Growth> growth;                    // sub-topics by excess over the norm
    std::string growth_note;
    std::vector<ExcessLine> excess;                // streets, channels and like texts that the excess comes from
    std::string excess_note;                       // «9 лишних: 12 при норме 2,8»
    struct Cluster { std::string words, note; Figure count; std::string href; bool is_selected = false; };   // href: the cell with these messages alone, or with all again
    std::vector<Cluster> clusters;                 // messages that say the same, the largest first
    std::string clusters_note;                     // why there are none
    std::vector<Bar> weeks;                        // 52
    std::vector<double> thresholds;                // one per week; NaN while the norm is not known yet: a gap
    std::vector<std::pair<std::size_t, std::string>> week_labels;
    std::string surges_note;
    std::vector<MessageLine> newest;               // four
    std::string all_text, all_href;
};

struct HeatmapPage { std::string verdict, note; std::vector<Choice> views, measures, orders; Rail rail; Matrix matrix; std::optional<CellDrawer> drawer; Choice reorder{}; };   // reorder: «Обновить порядок», empty while the order is this week's

/// A territory on the map.
struct MapPlace {
    std::string id, name;
    std::optional<Degrees> at;                     // absent: nobody knows its point
    Figure count, measure;                         // of the ring; of what fills its area or tile
    std::string change;                            // «+14»; empty when there is nothing honest to compare
    std::string kind;                              // «новый очаг», by its neighbours; empty: nothing out of the ordinary
    int color_class = -1;                          // of the measure, as Cell::color_class
    bool is_selected = false, is_hot = false;
    std::string href;                              // selects it; once more frees it
    std::vector<std::pair<std::string, std::string>> tooltip;
};

struct MapHex { HexCell cell; Figure count; int color_class = 0; std::string title; };   // classes 1…5: 1, 2, 3, 5, 8+
struct HexLayer { std::uint32_t size_m = 0; std::vector<MapHex> cells; };

/// Messages of one topic above what is usual in one territory. `cells`: where they stand closer than before; may be none.
struct MapSpot {
    int number = 0;
    std::string title, place, status;              // «Температура в квартирах», «Приобье», «усиливается»
    Tone tone = Tone::Bad;
    Figure count;
    Trend trend;
    std::vector<HexCell> cells;                    // of MapPage::density
    std::vector<HexCell> close_cells;              // of MapInset::density
    std::optional<Degrees> at;                     // of its badge
    std::vector<std::pair<std::string, std::string>> tooltip;
};

struct MapInset { std::string title, note; Degrees middle; double across_m = 0; HexLayer density; };

struct MapPage {
    std::string verdict, note;
    std::vector<Choice> views, measures, forms;    // forms: geography or equal tiles
    struct Layer { MapLayer layer{}; std::string name, href; bool is_shown = true; };
    std::vector<Layer> layers;
    Rail rail;
    std::shared_ptr<const DistrictMap> ground;     // null: points alone
    GridPlane plane;
    Degrees middle;                                // of what is seen
    double wide_m = 0, tall_m = 0;                 // what is seen at least; 0: no geography at all
    MapLook look;
    std::string zoom_in, zoom_out, fit;            // links; empty at the ends
    bool as_tiles = false, is_diverging = false, fills_areas = false;
    std::vector<MapPlace> places;                  // by count, the largest first
    std::string measure_name, missing;             // «Без точки на карте: …»
    std::vector<std::string> legend;               // of the measure, one per class
    HexLayer density;
    std::uint32_t placed = 0;                      // messages with a known point
    std::vector<MapSpot> spots;
    std::string no_spots, spots_note;
    std::optional<MapInset> inset;
    std::vector<Bar> weeks;                        // 52, oldest first
    std::optional<std::size_t> week;               // the shown one, index into weeks
    std::vector<std::pair<std::size_t, std::string>> week_labels;
};

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
    std::vector<Choice> spans, subjects;           // subjects: departments or territories
    Choice adjustment;                             // a switch: late answers against the same topics and channels elsewhere, or against everybody's
    Choice report;                                 // «Таблица для отчёта»: the paper of this very table
    std::string caption, unit_title;               // «Рейтинг подразделений», «Подразделение»
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
    struct Column { std::string id, href; bool is_sorted = false, is_descending = false; };
    std::vector<Column> columns;                   // what the table can be ordered by; href orders it, once more turns the order
    std::vector<std::string> history_periods;      // of every row's history, oldest first: «28 сен – 25 окт»
    std::string versus_note;                       // what the tick boxes do, or how many departments are compared
};

struct IndicatorCard {
    std::string id, name, subtitle, decree_name, formula, note, missing;   // missing: what is absent, in words
    int number = 0;
    Figure fact;
    std::string plan_text, status;
    Tone tone = Tone::Plain;
    std::vector<std::pair<Month, double>> facts;   // percent by month, or by quarter under its last month
    Month step = 1;                                // months that a fact sums: 1 or 3
    bool is_since_january = false;                 // a fact sums the year up to its month
    std::vector<PlanYear> plan;
    double y_min = 0, y_max = 100;
    std::string footer, fraction, fraction_href;   // «388 из 424»
    Figure part;                                   // the numerator; its link lists its rows where a link can say them
    std::string part_href;                         // those rows, else the study with its months and entries
    struct Outlook { Month from = 0; double so_far = 0, value = 0, low = 0, high = 0; };   // percent of the year: by the end of `from`, and on 31 December
    std::optional<Outlook> outlook;
    Figure outlook_figure;                         // «92,2 (90,1–94,9)»
    std::string outlook_text;                      // «план будет выполнен, вероятность 93 %», or why it is too early
    Tone outlook_tone = Tone::Muted;
    std::string href;                              // opens its study; once more closes it
    std::string plan_href;                         // opens the form of its plan
    bool is_plan_unpublished = false;              // the plan has years that were entered in this browser
};

/// An opened indicator: its months with the limits of chance, the trend without season, and what happened then.
struct IndicatorStudy {
    std::string id, title, subtitle, close_href;
    struct Point { Month month = 0; double value = 0; Tone tone = Tone::Plain; std::string name, label, href; };   // month: the last that it sums
    std::vector<Point> points;                     // percent, ascending
    std::optional<double> mean, lower, upper;      // XmR; absent with too few months
    std::vector<std::pair<Month, double>> trend;   // STL; empty with less than two years
    std::vector<PlanYear> plan;
    struct Event { Day day = 0; std::string text; };
    std::vector<Event> events;                     // from registers, ascending
    std::vector<std::string> signals;              // «Октябрь 2026: ниже нижней границы …»
    std::string method_note, summary;
    double y_min = 0, y_max = 100;
    Month step = 1;                                // months that a point sums: 1 or 3
};

struct IndicatorsPage {
    std::vector<Choice> grains;                    // by month, by quarter
    std::string report_text, report_href, plan_text, plan_href;   // «Месячный отчёт», «Изменить план»: of the opened indicator, else of the first
    std::optional<IndicatorStudy> study;
    std::vector<Listing> listings;                 // under the study: its months as a table, its events
    std::string verdict, note;
    std::vector<IndicatorCard> cards;
    std::vector<std::string> how_to_read;
    Month month = 0;
};

struct MessagesPage {
    std::vector<Chip> chips;
    std::string count_text, total_text;            // «298 из 27 019», «298»; «< 3» where a published snapshot hides it, though the rows are listed
    std::size_t rows_total = 0;                    // rows that pass
    std::vector<std::uint32_t> rows;               // table rows in display order; lines are made on demand by message_line()
    struct Column { std::string id, title, href; bool is_sorted = false, is_descending = false; };
    std::vector<Column> columns;
    Rail rail;
    struct Card { MessageLine line; std::string title, status_badge, kind; std::vector<std::pair<std::string, std::string>> facts; double elapsed = 0, due = 0; std::vector<std::string> clock_labels; std::string clock_title, close_href, previous_href, next_href;
        struct Step { std::string moment, what, note; Tone tone = Tone::Plain; };   // «14.11, 14:24», «Поступило», «через 2 дн.»
        std::vector<Step> history;                 // in the order of time
        struct Neighbour { MessageLine line; std::string why; };                    // «тот же автор», «похожий текст», «та же тема и территория»
        std::vector<Neighbour> neighbours;
        std::string neighbours_href, neighbours_text;   // all that say the same
        std::string problem_text, problem_href;    // «Входит в проблему: Холодно в школе, Приобье»; empty when nobody has registered one
    };
    std::optional<Card> card;
    std::string empty_text;                        // said when nothing passes
    std::vector<FilterBar::Remedy> remedies;       // what taking each filter off would bring back
};

/// A screen of tables. Painters draw all of them alike.
struct ListingsPage {
    std::string verdict, verdict_tail, note;       // what is wrong first
    std::string tiles_name;                        // of the numbers as a list, for the text view
    std::vector<Tile> tiles;                       // six, or none
    std::vector<Listing> listings;
};
struct QualityPage : ListingsPage {};              // no tiles in a snapshot without a report

/// Life of a problem: выявлена → в работе → дорожная карта → устранена.
enum class ProblemStage : std::uint8_t { Found, InWork, RoadMap, Solved };
inline constexpr std::size_t kStages = 4;

struct StageCount { ProblemStage stage{}; std::string name, count, note; Tone tone = Tone::Plain; std::string href; bool is_selected = false; };

/// One problem of the register, «topic~territory» for as long as it lives.
struct ProblemRow {
    int rank = 0;
    std::string id, title, place, block, stage_name, reason, was, cause, unit, due, late;   // late: «−4 дн.»
    ProblemStage stage{};
    Trend trend;                                   // 26 weeks; no values where nothing was counted
    Figure recent;                                 // messages of the last four weeks
    bool has_cause = false, is_late = false, is_unpublished = false, is_selected = false;
    std::string href;                              // opens its card, once more closes it
};

struct StageStep { std::string name, day; };       // «В работе», «26.03»

/// Road map as bars over time. A measure whose beginning nobody wrote down has a due day only.
struct Gantt {
    struct Measure { std::string text, responsible, due_text; std::optional<Day> from, due, done; bool is_late = false; };
    std::vector<Measure> measures;
    Day first = 0, last = 0, today = 0;            // [first, last)
    std::vector<std::pair<Day, std::string>> months;
};

/// Weekly messages on both sides of a measure.
struct EffectPicture {
    std::vector<Bar> weeks;
    std::size_t start = 0;                         // first week with the measure
    double before = 0, after = 0;                  // means of the sides
    std::string before_text, after_text, day_text; // «было 8,0 в неделю», «стало 2,4», «меры введены 27.07»
    std::vector<std::pair<std::size_t, std::string>> labels;
};

struct ProblemCard {
    std::string id, title, subtitle, close_href;
    ProblemStage stage{};
    std::vector<StageStep> steps;                  // four
    std::string cause, cause_source;               // «Причина не установлена»
    bool has_cause = false, is_unpublished = false;
    std::vector<std::pair<std::string, std::string>> words;   // «стая», «58»
    std::string quote, alike;                      // masked text; «похожи 154 из 217 сообщений»
    std::vector<ExcessLine> excess;                // of an alarm: what its excess is made of, and `excess_note`
    std::string excess_note;
    std::string unit, due;
    Tone due_tone = Tone::Plain;
    std::optional<Gantt> gantt;
    std::string measures_note, no_measures;        // «2 из 4 мер выполнены»
    std::optional<EffectPicture> effect;
    std::string change, interval, season_note, no_effect;   // «−70 %», «интервал от −79 до −59 %»; no_effect: why nothing is said
    Tone change_tone = Tone::Plain;
    std::vector<std::pair<std::string, std::string>> change_why;
    Figure all;                                    // messages of a year, opens its rows
    std::string all_text, cause_href, protocol_text, protocol_href;
};

struct ProblemsPage : ListingsPage {
    ProblemView view{};
    std::vector<Choice> views, sets, blocks, territories;
    std::vector<StageCount> stages;
    std::vector<ProblemRow> rows;
    std::string shown_text, empty, register_name;  // register_name: caption of the table for the text view
    std::optional<ProblemCard> card;
    std::string new_text, new_href, protocol_text, protocol_href;
};
struct AboutPage : ListingsPage {};                // methods, sources, versions, words: what stands behind the numbers

/// «Отчёты»: its listings are the list of reports and the proposals of the week; `paper` is the one that is chosen.
struct ReportsPage : ListingsPage { Paper paper; std::string to, rhythm, basis; };
/// «Разделы»: what readers put together. Without a section `empty` says how to begin.
struct SectionsPage : ListingsPage { std::vector<Choice> choices; Paper paper; std::string empty; };

struct WeekChoice { Week week = 0; std::string text, total, href; bool is_selected = false; };

struct HeaderModel {                               // drawn as real HTML by the shell
    std::string product, municipality, period, as_of, checksum, lang_href, lang_text, about_href;   // about_href: of the line «Срез на …»
    struct Tab : Choice { std::string count{}, alert{}; };   // «7» in a pill; what the amber dot means, empty without one
    std::vector<Tab> tabs;
    std::vector<WeekChoice> weeks;                 // newest first
    std::string previous_href, next_href;          // empty at the ends
    std::string compare_text;                      // «Сравнение: неделя 45»
    std::vector<Choice> compares;                  // previous week, year ago, plan, none
    std::string compare_href;                      // none ↔ previous week
    bool compare = true;
    FilterBar filters;
};

using Page = std::variant<OverviewPage, HeatmapPage, ProblemsPage, RatingPage, IndicatorsPage, MessagesPage, QualityPage, ReportsPage, AboutPage, SectionsPage, MapPage>;

/// A week of the site that has a data file of its own.
struct ArchiveWeek { Week week = 0; std::uint32_t messages = 0; };

struct Remembered;
/// What every builder reads. Borrowed for the call.
struct World {
    const Profile& profile;
    const Snapshot& snapshot;
    std::string checksum;                          // of the snapshot file, for people
    std::span<const ArchiveWeek> archive{};        // of the site, newest first; empty = this snapshot stands alone
    std::span<const OwnSection> sections{};        // composed by readers or shipped with the site
    const Register* unpublished = nullptr;         // problems that were entered in this browser; of the form «problems»
    const Register* unpublished_plans = nullptr;   // plans of indicators that were entered in this browser; of the form «plans»
    const FoundTexts* found = nullptr;             // rows of the words that were searched for last, where the app has looked them up
    Remembered* remembered = nullptr;              // what was counted lately; null: everything is counted anew
    std::span<const std::string> blocks{};         // all that a paper takes of the page; empty: the page is built whole
    /// The week that a link without `w` opens: the newest of the site.
    Week newest_week() const { return archive.empty() ? snapshot.info.week : archive.front().week; }
};

/// AtHand: without the list of weeks, and without the number of alarms where the memory does not hold that of the week.
enum class HeaderDetail : std::uint8_t { Whole, AtHand };
HeaderModel header_model(const World& world, const State& state, HeaderDetail detail = HeaderDetail::Whole);
OverviewPage overview_page(const World& world, const State& state);
HeatmapPage heatmap_page(const World& world, const State& state);
MapPage map_page(const World& world, const State& state);
ProblemsPage problems_page(const World& world, const State& state);
/// Surges and chronic problems of a week in the whole municipality.
std::size_t count_week_problems(const World& world, Week week);
RatingPage rating_page(const World& world, const State& state);
IndicatorsPage indicators_page(const World& world, const State& state);
MessagesPage messages_page(const World& world, const State& state);
/// The same without the rail, columns and remedies: what a paper shows of it.
MessagesPage listed_messages(const World& world, const State& state);
QualityPage quality_page(const World& world, const State& state);
ReportsPage reports_page(const World& world, const State& state);
AboutPage about_page(const World& world, const State& state);
SectionsPage sections_page(const World& world, const State& state);
/// Whether the page is built with one of these blocks.
bool takes_any(const World& world, std::initializer_list<std::string_view> blocks);
/// The page of the state's screen.
Page page_of(const World& world, const State& state);
MessageLine message_line(const World& world, const State& state, std::uint32_t row);

}  // namespace problemator
