// Rows of a table that are no messages although they stand below its header: totals, and the header once more on every printed page.
#pragma once
#include "core/import/match.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

/// Texts of a row's cells, decoded and trimmed.
using CellTexts = std::vector<std::string>;

/// «Итого», «Всего по району», "Total" first and nothing but numbers behind, or nothing but numbers without a key.
/// `id_column`: kNoColumn when the table has none.
bool is_totals_row(const CellTexts& cells, int id_column);
/// Every filled cell stands under the header of the same name; at least two do.
bool is_header_again(const CellTexts& cells, const HeaderRow& header);

}  // namespace problemator
