// Block files: a block as text for a messenger, as a table for the clipboard, as CSV and as a workbook. All of them say under which filter.
#pragma once
#include <span>
#include <string>

#include "core/documents/blocks.hpp"
#include "core/documents/page_facts.hpp"

namespace problemator {

/// UTF-8 with BOM, «;», decimal comma, CRLF. The first lines («Муниципалитет;…») say whose the numbers are; an empty line; head; rows.
std::string block_csv(const PageBlock& block, const PageFacts& facts, Lang lang);
/// The rows as TSV (numbers as shown, without groups) and as an HTML table: what the clipboard takes.
std::string block_tsv(const PageBlock& block, Lang lang);
std::string block_table_html(const PageBlock& block);
/// Three lines: title, what stands out, where it is from.
std::string block_words(const PageBlock& block, const PageFacts& facts);

/// A workbook: a sheet per block (numbers as numbers, dates as dates, percent as percent; heads frozen), and a last one with the facts.
std::string blocks_xlsx(std::span<const PageBlock> blocks, const PageFacts& facts, Lang lang);
/// The same without titles and facts: the heads are the first row, as an import wants them.
std::string table_xlsx(std::span<const PageBlock> blocks, Lang lang);

}  // namespace problemator
