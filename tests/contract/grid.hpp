// Grid: a sample table as rows of cells, so that tests can dress it up: other delimiters, orders, columns, formats.
// Reads and writes CSV by itself, independent of the reader under test.
#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.hpp"

namespace problemator {

using Grid = std::vector<std::vector<std::string>>;

inline Grid read_grid(std::string_view csv, char delimiter) {
    Grid grid{{{}}};
    bool is_quoted = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        std::string& cell = grid.back().back();
        const char c = csv[at];
        if (is_quoted && c == '"' && at + 1 < csv.size() && csv[at + 1] == '"') cell += csv[++at];
        else if (c == '"') is_quoted = !is_quoted;
        else if (!is_quoted && c == delimiter) grid.back().emplace_back();
        else if (!is_quoted && c == '\n') grid.push_back({{}});
        else cell += c;
    }
    grid.pop_back();   // after the last line end
    return grid;
}

inline std::string write_grid(const Grid& grid, char delimiter) {
    std::string csv;
    for (const auto& row : grid) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) csv += delimiter;
            const bool needs_quotes = row[i].find_first_of(std::string{"\"\n"} + delimiter) != std::string::npos;
            if (needs_quotes) csv += '"';
            for (const char c : row[i]) csv.append(c == '"' ? 2 : 1, c);
            if (needs_quotes) csv += '"';
        }
        csv += '\n';
    }
    return csv;
}

/// The widest row, of which the first: titles are narrower.
inline std::size_t header_row(const Grid& grid) {
    const auto filled = [](const std::vector<std::string>& row) { return std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); }); };
    const auto widest = std::max_element(grid.begin(), grid.end(), [&](const auto& a, const auto& b) { return filled(a) < filled(b); });
    return static_cast<std::size_t>(widest - grid.begin());
}

/// From the header on, columns in another order; equal headers keep theirs, because it tells them apart.
inline Grid shuffled(const Grid& grid, std::uint32_t seed) {
    const std::size_t first = header_row(grid), width = grid[first].size();
    std::vector<std::size_t> order(width);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random{seed};
    for (std::size_t i = width; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < width; ++i) places[grid[first][order[i]]].push_back(i);
    for (const auto& [name, at] : places) {
        std::vector<std::size_t> columns;
        for (const std::size_t place : at) columns.push_back(order[place]);
        std::sort(columns.begin(), columns.end());
        for (std::size_t i = 0; i < at.size(); ++i) order[at[i]] = columns[i];
    }
    Grid turned;
    for (std::size_t r = first; r < grid.size(); ++r) {
        turned.emplace_back();
        for (const std::size_t column : order) turned.back().push_back(grid[r].at(column));
    }
    return turned;
}

/// One column that nobody knows in front, two behind.
inline Grid with_unknown_columns(Grid grid) {
    const std::size_t first = header_row(grid);
    grid.erase(grid.begin(), grid.begin() + static_cast<std::ptrdiff_t>(first));
    for (std::size_t r = 0; r < grid.size(); ++r) {
        grid[r].insert(grid[r].begin(), r == 0 ? "Пометка службы" : "а");
        grid[r].push_back(r == 0 ? "Столбец 41" : "");
        grid[r].push_back(r == 0 ? "Столбец 42" : "12");
    }
    return grid;
}

inline Grid with_title(Grid grid) {
    grid.insert(grid.begin(), {{"Выгрузка за ноябрь"}, {""}});
    return grid;
}

/// The rows as an array of objects; nullopt where a header stands twice.
inline std::optional<std::string> json_of(const Grid& grid) {
    const std::size_t first = header_row(grid);
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t r = first + 1; r < grid.size(); ++r) {
        nlohmann::ordered_json row = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < grid[first].size(); ++i) {
            if (row.contains(grid[first][i])) return std::nullopt;
            row[grid[first][i]] = grid[r].at(i);
        }
        rows.push_back(std::move(row));
    }
    return rows.dump();
}

/// What stands inside <worksheet>: every cell is text, empty ones are left out, as the systems write it.
inline std::string sheet_xml(const Grid& grid) {
    const auto letters = [](std::size_t column) {
        const char last = static_cast<char>('A' + column % 26);
        return column < 26 ? std::string{last} : std::string{static_cast<char>('A' + column / 26 - 1), last};
    };
    std::string xml = "<sheetData>";
    for (std::size_t r = 0; r < grid.size(); ++r) {
        const std::string number = std::to_string(r + 1);
        xml += "<row r=\"" + number + "\">";
        for (std::size_t c = 0; c < grid[r].size(); ++c)
            if (!grid[r][c].empty()) xml += "<c r=\"" + letters(c) + number + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape_html(grid[r][c]) + "</t></is></c>";
        xml += "</row>";
    }
    return xml + "</sheetData>";
}

/// pre: only characters of windows-1251
inline std::string to_windows_1251(std::string_view utf8) {
    static const std::map<char32_t, unsigned char> signs = {{U'Ё', 0xA8}, {U'ё', 0xB8}, {U'№', 0xB9}, {U'«', 0xAB}, {U'»', 0xBB}, {U'–', 0x96}, {U'—', 0x97}};
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = next_char(utf8, at);
        const auto sign = signs.find(c);
        bytes += static_cast<char>(c < 0x80 ? c : c >= U'А' && c <= U'я' ? 0xC0 + (c - U'А') : sign == signs.end() ? '?' : sign->second);
    }
    return bytes;
}

}  // namespace problemator
