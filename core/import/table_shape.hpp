// Table shape: which delimiter and which header row a table must have when no channel knows its names — told by how many cells its rows
// have, and by where texts stand above numbers and dates.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

enum class CellLook : std::uint8_t { Empty, Number, Date, Text };
CellLook look_of(std::string_view cell);

/// How alike the rows are: the share of rows that have the most usual number of cells, less for few cells; 0 when that is one.
double column_consistency(std::span<const std::size_t> cells_of_rows);

struct HeaderShape { std::size_t index = 0; double confidence = 0; };   // 0…1
/// The row that looks like names of columns: filled, short, without numbers, dates and repetitions, and unlike what stands below.
/// `rows`: the first ones, without blank rows. nullopt when there are none.
std::optional<HeaderShape> header_by_shape(std::span<const std::vector<std::string>> rows);

enum class DecimalMark : std::uint8_t { Point, Comma };
struct DecimalGuess { DecimalMark mark = DecimalMark::Point; double confidence = 0.5; bool has_thousands = false; std::size_t numbers = 0; };
/// «1 234,5» and "1,234.5": which mark parts the whole from the rest, by all values of a column; 0.5 when none of them tells.
DecimalGuess guess_decimal(std::span<const std::string_view> cells);

}  // namespace problemator
