// RegisterReader: rows of a table that is no list of messages become entries of a register, by the rules of its channel.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/import/dates.hpp"
#include "core/import/encoding.hpp"
#include "core/import/match.hpp"
#include "core/import/row_source.hpp"
#include "core/schema/register.hpp"

namespace problemator {

class RegisterReader {
public:
    /// `dates`: of the table, for Number cells in a date column. `file`: index of the input file, kept with every entry.
    /// pre: match.channel->register_id names a form; match, header and encoding outlive the reader
    RegisterReader(const ChannelMatch& match, const HeaderRow& header, const Encoding& encoding, DateSystem dates, std::uint32_t file);

    /// An Error means that the row is refused; `warn` gets cells that were left empty because they could not be read.
    /// pre: row.fault is not set and row.cells covers the header
    std::optional<Error> read(const TableRow& row, const std::function<void(Error)>& warn);
    /// The entries in the order of the file, not yet merged: give them to merge_register().
    Register finish() &&;

private:
    struct Column {
        std::size_t field = 0;                       // of the form
        std::size_t index = 0;                       // in the table
        const ColumnRule* rule = nullptr;
        std::vector<DateForm> forms;
        std::unordered_map<std::string, std::string> values;   // folded → what is meant
    };

    bool put(const Column& column, const RowCell& raw, std::string_view text, RegisterCell& cell) const;
    std::optional<Day> read_day(const Column& column, const RowCell& raw, std::string_view text) const;
    bool is_empty_value(std::string_view text) const;
    std::optional<Error> missing(const TableRow& row) const;
    Error cell_error(const Column& column, const TableRow& row, std::string_view text) const;

    const HeaderRow& header_;
    const Encoding& encoding_;
    DateSystem dates_;
    std::uint32_t file_;
    Register entries_;
    RegisterRow cells_;
    std::vector<Column> columns_;
    std::vector<std::string> empty_values_;          // folded
    std::string unescaped_, decoded_;
};

/// First day of a month given in words or digits: «ноябрь 2026», «11.2026», "2026-11".
std::optional<Day> read_month(std::string_view text);

}  // namespace problemator
