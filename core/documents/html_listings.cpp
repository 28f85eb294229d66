// A screen of tables: its numbers, then a table for every question that an analyst asks.
#include "core/documents/html_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kGap = {"нет выгрузки", "no export"};

std::string tile_html(const Tile& tile) {
    std::string out = "<div class=\"tile\"><dt>" + esc(tile.label) + "</dt><dd class=\"value\">" + explained_html(tile.figure) + "</dd>";
    return out + "<dd class=\"delta\">" + change_html(tile.change) + "</dd></div>\n";
}

/// Where the number comes from, as the browser's own tooltip.
std::string why_of(const ListingCell& cell) {
    std::string out;
    for (const auto& [label, text] : cell.figure.why) out += (out.empty() ? "" : "; ") + label + ": " + text;
    return out;
}

std::string cell_words(const ListingCell& cell, Lang lang) {
    if (cell.is_gap) return esc(cell.figure.text) + "<span class=\"vh\">, " + esc(kGap.in(lang)) + "</span>";
    return cell.figure.href.empty() ? esc(cell.figure.text) : link(cell.figure.href, esc(cell.figure.text));
}

std::string cell_html(const ListingCell& cell, const ListingColumn& column, bool is_head, Lang lang) {
    const std::string tag = is_head ? "th" : "td", why = why_of(cell);
    std::string css = column.is_number ? "num" : "";
    if (cell.is_gap) css += css.empty() ? "gap" : " gap";
    if (cell.tone != Tone::Plain) css += (css.empty() ? "" : " ") + std::string{tone_class(cell.tone)};
    return "<" + tag + (is_head ? " scope=\"row\"" : "") + (css.empty() ? "" : " class=\"" + css + '"') + (why.empty() || cell.is_gap ? "" : " title=\"" + esc(why) + '"') + (is_head ? std::string{} : " data-head=\"" + esc(column.title) + '"') + '>' + cell_words(cell, lang) + (cell.figure.value && !cell.is_gap ? why_html(cell.figure, Tab::Skips) : "") + "</" + tag + '>';
}

// A table too wide for its place scrolls; where nothing in it takes the focus, it does itself, or the keyboard could not scroll it.
std::string scroll_html(const Listing& listing) {
    for (const auto& row : listing.rows)
        for (const ListingCell& cell : row)
            if (!cell.figure.href.empty() && !cell.is_gap) return "<div class=\"scroll\">";
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + esc(listing.title) + "\">";
}

std::string table_html(const Listing& listing, Lang lang) {
    std::string out = scroll_html(listing) + "<table class=\"listing\"><caption class=\"vh\">" + esc(listing.title) + "</caption>\n<thead><tr>";
    for (const ListingColumn& column : listing.columns) out += std::string{"<th scope=\"col\""} + (column.is_number ? " class=\"num\"" : "") + '>' + esc(column.title) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : listing.rows) {
        out += "<tr>";
        for (std::size_t c = 0; c < row.size() && c < listing.columns.size(); ++c) out += cell_html(row[c], listing.columns[c], c == 0, lang);
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string listing_html(const Listing& listing, Lang lang) {
    std::string body = listing.rows.empty() ? "<p class=\"calm\">" + esc(listing.empty) + "</p>\n" : table_html(listing, lang);
    if (!listing.more.empty()) body += "<p class=\"panel-note\">" + esc(listing.more) + "</p>\n";
    return panel_html("listing-panel " + listing.id + (listing.is_broad() ? " broad" : ""), {.title = listing.title, .note = listing.note, .block = listing.id}, body);
}

}  // namespace

std::string tiles_html(const ListingsPage& page) {
    if (page.tiles.empty()) return {};
    std::string out = "<dl class=\"tiles six\" aria-label=\"" + esc(page.tiles_name) + "\">\n";
    for (const Tile& tile : page.tiles) out += tile_html(tile);
    return out + "</dl>\n";
}

std::string listings_html(const ListingsPage& page, Lang lang) {
    return verdict_html(page.verdict, page.verdict_tail, page.note) + tiles_html(page) + listings_html(page.listings, lang);
}

std::string listings_html(const std::vector<Listing>& listings, Lang lang) {
    std::string out = "<div class=\"listings\">\n";
    for (const Listing& listing : listings) out += listing_html(listing, lang);
    return out + "</div>\n";
}

}  // namespace problemator
