// Blocks: what a page is made of, as tables — title, note, columns, rows — and as a picture. CSV, XLSX, copying, reports and sections
// of readers all take them from here, so that a number is computed once and looks the same everywhere.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/charts/scene.hpp"
#include "core/model/pages.hpp"
#include "core/model/world.hpp"

namespace problemator {

enum class ShownKind : std::uint8_t { Text, Number, Percent, Date, DateTime };

/// `text` as the page shows it. Number and Percent: `number` is what is shown (a percent as a share), `digits` after the comma.
/// Date and DateTime: `number` is the minute, as in Table.
struct BlockCell {
    std::string text;
    ShownKind kind = ShownKind::Text;
    double number = 0;
    int digits = 0;
    std::string href{};
};

struct BlockColumn { std::string title; bool is_number = false; };

struct PageBlock {
    std::string id{}, title{}, note{};
    std::vector<BlockColumn> columns{};
    std::vector<std::vector<BlockCell>> rows{};
    std::size_t rows_left_out = 0;     // after them: who asked for fewer has their number
    std::string more{};                // «… и ещё 34»: what the page itself leaves out
    std::string words{};               // one or two sentences instead of a table, or its summary for a messenger
    bool has_picture = false;
};

/// Every block of the page, in its order. Messages: all rows that the page counts, not only the sheet that is shown.
std::vector<PageBlock> blocks_of(const Page& page, const World& world, const State& state);
inline constexpr std::size_t kAllRows = SIZE_MAX;
/// One of them; nullopt when the page has no such block. `most_rows`: of a list of messages, which may have a million.
std::optional<PageBlock> block_of(const Page& page, const World& world, const State& state, std::string_view id, std::size_t most_rows = kAllRows);
/// Ids and titles alone, quickly: what the menus of a page need.
struct BlockName { std::string id, title; bool has_picture = false; };
std::vector<BlockName> block_names(const Page& page, Lang lang);
/// The picture of a block; nullopt for tables that have none.
std::optional<Scene> block_picture(const Page& page, std::string_view id, double width, Lang lang);

/// A shown text with its kind: «1 234» and «−3,6» are numbers, «82,8 %» is a percent, «16.11.2026» a date, «< 3» a text.
BlockCell cell_of(std::string text, Lang lang, std::string href = {});
BlockCell cell_of(const Figure& figure, Lang lang);
BlockCell moment_cell(Minute at, bool has_time, Lang lang);

}  // namespace problemator
