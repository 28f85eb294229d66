// Blocks of several screens: listings, tiles, the matrix; and the screens that are made of listings alone.
#include "core/documents/block_parts.hpp"

namespace problemator {
namespace {

constexpr Phrase kNumber = {"Показатель", "Number"}, kValue = {"Значение", "Value"}, kChange = {"Изменение", "Change"}, kYearAgo = {"АППГ", "A year ago"};
constexpr Phrase kTotal = {"Всего", "Total"}, kMain = {"Главное", "In short"};

bool is_number(const std::vector<std::vector<BlockCell>>& rows, std::size_t column) {
    for (const auto& row : rows)
        if (row[column].kind == ShownKind::Number || row[column].kind == ShownKind::Percent) return true;
    return false;
}

}  // namespace

void add_names(std::vector<BlockName>& names, const std::vector<Listing>& listings) {
    for (const Listing& listing : listings) names.push_back({listing.id, listing.title, false});
}

bool fill_from(PageBlock& block, const std::vector<Listing>& listings, Lang lang) {
    for (const Listing& listing : listings) {
        if (listing.id != block.id) continue;
        block.note = listing.note;
        block.more = listing.more;
        for (const ListingColumn& column : listing.columns) block.columns.push_back({column.title, column.is_number});
        for (const auto& row : listing.rows) {
            std::vector<BlockCell> cells;
            for (const ListingCell& cell : row) cells.push_back(cell_of(cell.figure, lang));
            cells.resize(listing.columns.size());
            block.rows.push_back(std::move(cells));
        }
        if (listing.rows.empty()) block.words = listing.empty;
        return true;
    }
    return false;
}

std::string bare_year_ago(const Tile& tile, Lang lang) {
    const std::string_view label = Phrase{"АППГ ", "year ago "}.in(lang);
    return tile.year_ago.starts_with(label) ? tile.year_ago.substr(label.size()) : tile.year_ago;
}

void fill_tiles(PageBlock& block, const std::vector<Tile>& tiles, Lang lang) {
    block.columns = {{std::string{kNumber.in(lang)}}, {std::string{kValue.in(lang)}, true}, {std::string{kChange.in(lang)}}, {std::string{kYearAgo.in(lang)}, true}};
    for (const Tile& tile : tiles) {
        const std::string label = tile.aside.empty() ? tile.label : tile.label + ", " + tile.aside;
        block.rows.push_back({{.text = label}, cell_of(tile.figure, lang), {.text = tile.change.text}, cell_of(bare_year_ago(tile, lang), lang)});
    }
}

void fill_matrix(PageBlock& block, const Matrix& matrix, Lang lang) {
    block.note = matrix.note;
    block.columns.push_back({matrix.row_axis_name});
    for (const MatrixHead& head : matrix.columns) block.columns.push_back({head.name, true});
    block.columns.push_back({std::string{kTotal.in(lang)}, true});
    for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
        std::vector<BlockCell> row = {{.text = matrix.rows[r].name}};
        for (std::size_t c = 0; c < matrix.columns.size(); ++c) {
            const Cell& cell = matrix.at(r, c);
            const bool is_zero = cell.figure.text.empty() && cell.color_class == 0;
            row.push_back(is_zero ? cell_of("0", lang, cell.figure.href) : cell_of(cell.figure, lang));
        }
        row.push_back(cell_of(matrix.rows[r].total, lang));
        block.rows.push_back(std::move(row));
    }
    std::vector<BlockCell> totals = {{.text = std::string{kTotal.in(lang)}}};
    for (const MatrixHead& head : matrix.columns) totals.push_back(cell_of(head.total, lang));
    totals.push_back(cell_of(matrix.total, lang));
    block.rows.push_back(std::move(totals));
    for (std::size_t c = 1; c < block.columns.size(); ++c) block.columns[c].is_number = is_number(block.rows, c);
}

std::vector<BlockName> names_of(const ListingsPage& page, Lang lang) {
    std::vector<BlockName> names;
    if (!page.verdict.empty()) names.push_back({"main", std::string{kMain.in(lang)}, false});
    if (!page.tiles.empty()) names.push_back({"tiles", page.tiles_name, false});
    add_names(names, page.listings);
    return names;
}

void fill(PageBlock& block, const ListingsPage& page, const BlockSource& from) {
    if (block.id == "main") block.words = page.verdict + (page.verdict_tail.empty() ? "" : " " + page.verdict_tail);
    else if (block.id == "tiles") fill_tiles(block, page.tiles, from.lang);
    else fill_from(block, page.listings, from.lang);
}

}  // namespace problemator
