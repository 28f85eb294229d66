// The HTML of each screen, one .cpp each; page_html (html.hpp) chooses among them and adds what paper needs.
#pragma once
#include "core/documents/html.hpp"
#include "core/documents/markup.hpp"
#include "core/documents/paper_blocks.hpp"

namespace problemator {

/// Links to other screens keep the week, the filters and the language of `state`.
std::string overview_html(const OverviewPage& page, const State& state);
std::string heatmap_html(const HeatmapPage& page, Lang lang);
std::string map_html(const MapPage& page, Lang lang);
std::string rating_html(const RatingPage& page, Lang lang);
std::string indicators_html(const IndicatorsPage& page, Lang lang);
std::string listings_html(const ListingsPage& page, Lang lang);
std::string problems_html(const ProblemsPage& page, Lang lang);
/// The six numbers of a screen of tables.
std::string tiles_html(const ListingsPage& page);
/// A page that holds a paper: what stands before the parts of the paper and after them. `paper` is null where there is none to show.
struct PaperFrame { const Paper* paper = nullptr; std::string before, after; };
PaperFrame reports_frame(const ReportsPage& page, const HeaderModel& header, const World& world, const State& state);
PaperFrame sections_frame(const SectionsPage& page, const HeaderModel& header, const World& world, const State& state);
/// A part of the paper; `number` counts from 1.
std::string part_html(const PaperBlock& it, int number, Lang lang);
std::string listings_html(const std::vector<Listing>& listings, Lang lang);
/// `lines`: the rows of this sheet, `first`: number of the first one (0-based), `previous` and `next`: links or empty.
struct Sheet { std::vector<MessageLine> lines; std::size_t first = 0; std::string previous, next; };
std::string messages_html(const MessagesPage& page, const Sheet& sheet, Lang lang);
/// Rows of the sheet that the state asks for (the key `p` of its link counts sheets from 1).
Sheet sheet_of(const MessagesPage& page, const World& world, const State& state);
inline constexpr std::size_t kRowsPerSheet = 100;

/// The matrix as a table: caption, scopes, every number a link; coloured like the design.
std::string matrix_html(const Matrix& matrix, Lang lang);
/// The same as lists of bars, for phones: nothing to push aside.
std::string matrix_lists_html(const Matrix& matrix, Lang lang);
/// Cells in a surge as a list, for narrow screens.
std::string surges_html(const Matrix& matrix, Lang lang);
/// Classes of the matrix and what the corner means.
std::string legend_html(const Matrix& matrix, Lang lang);
/// Rows of a rating as a table; `few` follow in their own group. Without words it is the rating of departments in its own order.
struct RatingTableWords { std::string_view caption = {}, unit = {}; const std::vector<RatingPage::Column>* columns = nullptr; };   // columns: what it can be ordered by
std::string rating_table_html(const std::vector<RatingRow>& rows, const std::vector<RatingRow>& few, std::optional<double> mean, bool is_short, Lang lang, const RatingTableWords& words = {});
/// Low end of the common scale of shares, so that the widest interval fits: 0, 0.25 or 0.5.
double rating_scale_low(const std::vector<RatingRow>& rows, const std::vector<RatingRow>& few);
std::string rail_html(const Rail& rail, Lang lang);
/// Matrix on the left, its explanation.
std::string drawer_html(const CellDrawer& drawer, Lang lang);
/// Nothing without lines.
std::string excess_html(const std::vector<ExcessLine>& lines, std::string_view note, Lang lang);

/// What only paper shows: heading of the note above, sources, signature and checksum below.
std::string note_head_html(const World& world, const HeaderModel& header, const State& state);
/// The margins of the sheet: snapshot and checksum at the left; `is_across`: landscape.
std::string sheet_margins_html(const HeaderModel& header, bool is_across, Lang lang);
std::string note_foot_html(const World& world, const HeaderModel& header, const Page& page, Lang lang);

}  // namespace problemator
