// Listing: a table of any columns, a section of a screen. Painters draw all of them alike.
#pragma once
#include <string>
#include <vector>

#include "core/model/figure.hpp"

namespace problemator {

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

/// A screen of tables. Painters draw all of them alike.
struct ListingsPage {
    std::string verdict, verdict_tail, note;       // what is wrong first
    std::string tiles_name;                        // of the numbers as a list, for the text view
    std::vector<Tile> tiles;                       // six, or none
    std::vector<Listing> listings;
};

}  // namespace problemator
