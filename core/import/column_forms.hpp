// Column forms: how the dates and numbers of a table are written, found from its first rows for the columns whose channel does not say.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/import/date_order.hpp"
#include "core/import/encoding.hpp"
#include "core/import/match.hpp"

namespace problemator {

using CellRow = std::vector<std::string>;        // trimmed, UTF-8

struct ColumnForms {
    std::vector<const std::vector<DateForm>*> of_rules;   // of each rule of the channel; null: it names its own forms, or is no date
    std::vector<Guess> guesses;                           // "date_order" (the least sure column) and "decimal"
};

/// `given`: the user's own order, for every column that the channel leaves open. Where values fit both orders, day first is assumed
/// when the table has Russian letters or points between the numbers, month first for slashes in a table without them.
ColumnForms find_column_forms(const ChannelMatch& match, std::span<const CellRow> rows, std::optional<DateOrder> given);

/// The first rows under the header of a CSV text, at most `most`; damaged rows are left out. `text`: from the first byte of the table on.
std::vector<CellRow> rows_under(std::string_view text, char delimiter, std::uint32_t header_row, const Encoding& encoding, std::size_t most);

}  // namespace problemator
