// The blocks of each screen, one .cpp each: which there are, their tables and their pictures. blocks.cpp chooses among them.
// Ids are those of the canvas panels, so that a menu opened there finds its block.
#pragma once
#include "core/documents/blocks.hpp"

namespace problemator {

struct BlockSource {
    const World& world;
    const State& state;
    Lang lang = Lang::Ru;
    std::size_t most_rows = kAllRows;
    std::string say(const Phrase& phrase) const { return std::string{phrase.in(lang)}; }
};

std::vector<BlockName> names_of(const OverviewPage& page, Lang lang);
std::vector<BlockName> names_of(const HeatmapPage& page, Lang lang);
std::vector<BlockName> names_of(const MapPage& page, Lang lang);
std::vector<BlockName> names_of(const RatingPage& page, Lang lang);
std::vector<BlockName> names_of(const IndicatorsPage& page, Lang lang);
std::vector<BlockName> names_of(const MessagesPage& page, Lang lang);
std::vector<BlockName> names_of(const ProblemsPage& page, Lang lang);
std::vector<BlockName> names_of(const ListingsPage& page, Lang lang);

/// Columns, rows and words of block.id.
void fill(PageBlock& block, const OverviewPage& page, const BlockSource& from);
void fill(PageBlock& block, const HeatmapPage& page, const BlockSource& from);
void fill(PageBlock& block, const MapPage& page, const BlockSource& from);
void fill(PageBlock& block, const RatingPage& page, const BlockSource& from);
void fill(PageBlock& block, const IndicatorsPage& page, const BlockSource& from);
void fill(PageBlock& block, const MessagesPage& page, const BlockSource& from);
void fill(PageBlock& block, const ProblemsPage& page, const BlockSource& from);
void fill(PageBlock& block, const ListingsPage& page, const BlockSource& from);

std::optional<Scene> picture_of(const OverviewPage& page, std::string_view id, double width, Lang lang);
std::optional<Scene> picture_of(const HeatmapPage& page, std::string_view id, double width, Lang lang);
std::optional<Scene> picture_of(const MapPage& page, std::string_view id, double width, Lang lang);
std::optional<Scene> picture_of(const RatingPage& page, std::string_view id, double width, Lang lang);
std::optional<Scene> picture_of(const IndicatorsPage& page, std::string_view id, double width, Lang lang);
std::optional<Scene> picture_of(const ProblemsPage& page, std::string_view id, double width, Lang lang);

// Shared by screens.
void add_names(std::vector<BlockName>& names, const std::vector<Listing>& listings);
/// True when one of the listings has the block's id.
bool fill_from(PageBlock& block, const std::vector<Listing>& listings, Lang lang);
/// «123» of «АППГ 123»: the head of the column says the rest.
std::string bare_year_ago(const Tile& tile, Lang lang);
void fill_tiles(PageBlock& block, const std::vector<Tile>& tiles, Lang lang);
void fill_matrix(PageBlock& block, const Matrix& matrix, Lang lang);

}  // namespace problemator
