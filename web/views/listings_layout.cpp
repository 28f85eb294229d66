#include "web/views/listings_layout.hpp"

#include <algorithm>
#include <cmath>

#include "web/views/headline.hpp"
#include "web/widgets/panel.hpp"

namespace problemator::web {
namespace {

constexpr double kColumnGap = 16, kEnough = 104, kLeast = 40, kWidestWord = 180, kFoot = 10, kLine = 18;
constexpr std::size_t kMoreLines = 3;

/// What a column would like to have, with the gap after it.
double natural_width(const Listing& listing, std::size_t column) {
    double wide = text_width(listing.columns[column].title, 11, Weight::SemiBold);
    for (const auto& row : listing.rows)
        if (column < row.size()) wide = std::max(wide, text_width(row[column].figure.text, 13, Weight::Medium));
    return std::ceil(wide) + kColumnGap;
}

/// The widest word and the head: narrower than that a column of words would break them.
double least_width(const Listing& listing, std::size_t column) {
    double wide = text_width(listing.columns[column].title, 11, Weight::SemiBold);
    for (const auto& row : listing.rows) {
        if (column >= row.size()) continue;
        std::string_view rest = row[column].figure.text;
        while (!rest.empty()) {
            const auto space = rest.find(' ');
            wide = std::max(wide, text_width(rest.substr(0, space), 13, Weight::Medium));
            rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
        }
    }
    return std::min(std::ceil(wide), kWidestWord) + kColumnGap;
}

struct Wishes { std::vector<double> widths, least; std::vector<bool> is_number; };

double sum_of(const Wishes& wishes, bool is_number) {
    double sum = 0;
    for (std::size_t i = 0; i < wishes.widths.size(); ++i) sum += wishes.is_number[i] == is_number ? wishes.widths[i] : 0;
    return sum;
}

double least_of_texts(const Wishes& wishes) {
    double sum = 0;
    for (std::size_t i = 0; i < wishes.widths.size(); ++i) sum += !wishes.is_number[i] && wishes.widths[i] > 0 ? wishes.least[i] : 0;
    return sum;
}

std::size_t texts_in(const Wishes& wishes) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < wishes.widths.size(); ++i) n += !wishes.is_number[i] && wishes.widths[i] > 0;
    return n;
}

/// Words need room: minor columns go until they have it.
void drop_minor(const Listing& listing, Wishes& wishes, double width) {
    for (std::size_t i = 0; i < wishes.widths.size(); ++i) {
        const double room = width - sum_of(wishes, true), wanted = std::min(sum_of(wishes, false), std::max(least_of_texts(wishes), kEnough * static_cast<double>(texts_in(wishes))));
        if (room >= wanted) return;
        if (listing.columns[i].is_minor) wishes.widths[i] = 0;
    }
}

/// The widest texts give way first: none is wider than a common limit.
void fit_texts(Wishes& wishes, double room) {
    double low = 0, high = room;
    const bool keeps_words = least_of_texts(wishes) <= room;
    const auto width_at = [&](std::size_t i, double limit) { return std::min(wishes.widths[i], keeps_words ? std::max(wishes.least[i], limit) : limit); };
    const auto taken = [&](double limit) {
        double sum = 0;
        for (std::size_t i = 0; i < wishes.widths.size(); ++i) sum += wishes.is_number[i] ? 0 : width_at(i, limit);
        return sum;
    };
    for (int step = 0; step < 30; ++step) {
        const double middle = (low + high) / 2;
        (taken(middle) <= room ? low : high) = middle;
    }
    for (std::size_t i = 0; i < wishes.widths.size(); ++i)
        if (!wishes.is_number[i]) wishes.widths[i] = std::floor(width_at(i, low));
}

/// What is left over goes to the words; where numbers are the table, to all alike, so that they do not stand far from their names.
void share_out(Wishes& wishes, double spare) {
    const auto shown = static_cast<std::size_t>(std::count_if(wishes.widths.begin(), wishes.widths.end(), [](double wide) { return wide > 0; }));
    const std::size_t texts = texts_in(wishes), takers = shown > 3 * texts ? shown : texts;
    if (spare <= 0 || takers == 0) return;
    for (std::size_t i = 0; i < wishes.widths.size(); ++i)
        if (wishes.widths[i] > 0 && (takers == shown || !wishes.is_number[i])) wishes.widths[i] += std::floor(spare / static_cast<double>(takers));
}

}  // namespace

std::size_t cell_lines(const ListingCell& cell, const ListingColumn& column, const ListingSpan& span) {
    if (column.is_number || span.w <= 0 || text_width(cell.figure.text, 13, Weight::Medium) <= span.w) return 1;
    return std::clamp<std::size_t>(wrap_text(cell.figure.text, 13, Weight::Medium, span.w).size(), 1, kCellLines);
}

ListingLayout layout_listing(const Listing& listing, double x, double y, double width) {
    ListingLayout at;
    at.columns = layout_listing_columns(listing, {x, y, width, 0});
    double body = listing.rows.empty() ? at.row : at.head;
    for (const auto& row : listing.rows) {
        std::size_t lines = 1;
        for (std::size_t c = 0; c < row.size() && c < at.columns.size(); ++c) lines = std::max(lines, cell_lines(row[c], listing.columns[c], at.columns[c]));
        at.rows.push_back(at.row + kCellLine * static_cast<double>(lines - 1));
        body += at.rows.back();
    }
    const double more = static_cast<double>(paragraph_lines(listing.more, width - 2 * kPanelPadding, kMoreLines, {.size = 12}));
    at.box = {x, y, width, kPanelHead + body + (listing.more.empty() ? 0 : kLine * more + 8) + kFoot};
    return at;
}

std::vector<ListingSpan> layout_listing_columns(const Listing& listing, Box box) {
    const double width = std::max(1.0, box.w - 2 * kPanelPadding + kColumnGap);      // the last column has no gap after it
    Wishes wishes;
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        wishes.widths.push_back(natural_width(listing, i));
        wishes.least.push_back(std::min(wishes.widths.back(), least_width(listing, i)));
        wishes.is_number.push_back(listing.columns[i].is_number);
    }
    drop_minor(listing, wishes, width);
    for (std::size_t i = wishes.widths.size(); i-- > 1 && width - sum_of(wishes, true) < kLeast * static_cast<double>(texts_in(wishes));)
        if (wishes.is_number[i]) wishes.widths[i] = 0;
    fit_texts(wishes, width - sum_of(wishes, true));
    share_out(wishes, width - sum_of(wishes, true) - sum_of(wishes, false));
    std::vector<ListingSpan> spans;
    double x = box.x + kPanelPadding;
    for (const double wide : wishes.widths) {
        spans.push_back({x, std::max(0.0, wide - kColumnGap)});
        x += wide;
    }
    return spans;
}

ListingStack stack_listings(const std::vector<Listing>& listings, const PageGrid& grid, double top) {
    ListingStack out;
    const auto stacks = in_columns({grid.left(), top, grid.inner(), 0}, grid.form == Form::Narrow ? 1 : 2, grid.gap);
    std::vector<double> ends(stacks.size(), top);
    for (const Listing& listing : listings) {
        const bool is_whole = listing.is_broad();
        const auto shortest = static_cast<std::size_t>(std::min_element(ends.begin(), ends.end()) - ends.begin());
        const Box column = is_whole ? Box{grid.left(), 0, grid.inner(), 0} : stacks[shortest];
        const double y = is_whole ? *std::max_element(ends.begin(), ends.end()) : ends[shortest];
        ListingLayout at = layout_listing(listing, column.x, y, column.w);
        if (is_whole) std::fill(ends.begin(), ends.end(), bottom_of(at.box) + grid.gap);
        else ends[shortest] = bottom_of(at.box) + grid.gap;
        out.listings.push_back(std::move(at));
    }
    out.bottom = listings.empty() ? top : *std::max_element(ends.begin(), ends.end()) - grid.gap;
    return out;
}

ListingsLayout layout_listings(const ListingsPage& page, const PageGrid& grid) {
    ListingsLayout out;
    out.headline = layout_headline(page.verdict, page.verdict_tail, grid, 10);
    out.note = {grid.left(), out.headline.bottom() + 3, grid.inner(), note_height(page.note, grid.inner())};
    double top = std::round(out.note.y + out.note.h + 8);
    out.tile_size = grid.form == Form::Wide ? TileSize::Full : TileSize::Compact;
    const std::size_t across = grid.form == Form::Wide ? 6 : grid.form == Form::Middle ? 3 : 2;
    out.tiles = in_grid({grid.left(), top, grid.inner(), 0}, page.tiles.size(), across, tile_height(out.tile_size), grid.gap, LastRow::Fills);
    if (!out.tiles.empty()) top = bottom_of(out.tiles.back()) + grid.gap;
    ListingStack stack = stack_listings(page.listings, grid, top);
    out.listings = std::move(stack.listings);
    out.height = (page.listings.empty() ? top - grid.gap : stack.bottom) + grid.bottom_margin;
    return out;
}

}  // namespace problemator::web
