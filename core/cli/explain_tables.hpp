// Plain tables that explain: parts of an excess, words that are new, addresses that come again (docs/formats.md).
#pragma once
#include "core/cli/plain_table.hpp"

namespace problemator::cli {

struct CsvSheet { std::vector<std::string> header; std::vector<std::vector<std::string>> rows; };

/// child, observed, expected, and dimension when there are several: the dimension that explains comes first.
Result<CsvSheet> excess_sheet(const PlainTable& table);
/// word, now, before: every word with its log odds and z, in the order of the file.
Result<CsvSheet> words_sheet(const PlainTable& table);
/// street, house, week, and author, repeat and overdue (1 or 0) when there are: addresses by priority.
Result<CsvSheet> addresses_sheet(const PlainTable& table);

}  // namespace problemator::cli
