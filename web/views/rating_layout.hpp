// Where the parts of «Рейтинг» stand. Pure functions of the model and the window.
#pragma once
#include "core/model/rating/rating_page.hpp"
#include "web/views/layout.hpp"
#include "web/views/listings_layout.hpp"
#include "web/widgets/button.hpp"

namespace problemator::web {

inline constexpr ButtonLook kPaperLook{.icon = Painter::Icon::Document};

struct RatingLayout {
    Headline headline;
    Box spans, subjects, adjustment, report;               // of the toolbar; w = 0: the page has none
    Box note, table, funnel, weights, history;    // history: h = 0 without earlier periods
    std::vector<ListingLayout> listings;                   // under the table
    double head = 46, row = 40, band = 28, foot = 36;      // heights within the table
    double height = 0;
};
RatingLayout layout_rating(const RatingPage& page, const PageGrid& grid, Lang lang);

/// A column of the table; w = 0: there is no room for it at this width.
struct Span { double x = 0, w = 0; };
struct RatingColumns {
    Span place, range, name, count, in_time, axis, completeness, median, satisfaction, repeats, bar, score, pick;
};
RatingColumns layout_rating_columns(const std::vector<RatingRow>& rows, Box table, Lang lang);

/// Places of a year: names and pictures in columns; the box of every department, those with places first.
std::vector<Box> layout_histories(const RatingPage& page, Box panel_body);
std::size_t history_count(const RatingPage& page);

/// Captions of the columns, used for their widths and by the drawing.
struct RatingHeads { std::string_view place, range, name, count, in_time, completeness, median, satisfaction, repeats, score; };
RatingHeads rating_heads(Lang lang);

}  // namespace problemator::web
