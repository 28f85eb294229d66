// Where the parts of a screen of tables stand. Pure functions of the model and the window.
#pragma once
#include "core/model/listing.hpp"
#include "web/views/layout.hpp"
#include "web/widgets/tile.hpp"

namespace problemator::web {

/// Edges of a column; w = 0: there is no room for it at this width.
struct ListingSpan { double x = 0, w = 0; };

struct ListingLayout {
    Box box;
    std::vector<ListingSpan> columns;
    std::vector<double> rows;              // height of each: one of a single line is `row`
    double head = 30, row = 34;            // heights below the head of the panel
};
inline constexpr std::size_t kCellLines = 4;   // of words that do not fit their column; what is longer still ends with «…»
inline constexpr double kCellLine = 17;
std::size_t cell_lines(const ListingCell& cell, const ListingColumn& column, const ListingSpan& span);
/// Box and rows at this width; the box begins at y.
ListingLayout layout_listing(const Listing& listing, double x, double y, double width);
std::vector<ListingSpan> layout_listing_columns(const Listing& listing, Box box);

/// Sections under each other: broad ones over the whole width, the others in two columns, each where there is room first.
struct ListingStack { std::vector<ListingLayout> listings; double bottom = 0; };   // bottom: of the lowest one; `top` without any
ListingStack stack_listings(const std::vector<Listing>& listings, const PageGrid& grid, double top);

struct ListingsLayout {
    Headline headline;
    Box note;
    TileSize tile_size = TileSize::Full;
    std::vector<Box> tiles;
    std::vector<ListingLayout> listings;
    double height = 0;                     // of the whole page; more than the window's = it scrolls
};
ListingsLayout layout_listings(const ListingsPage& page, const PageGrid& grid);

}  // namespace problemator::web
