// Table sample: header and first rows of every table of a file, of any format, without a channel — for suggestions and previews.
#pragma once
#include <string>
#include <vector>

#include "core/import/column_forms.hpp"
#include "core/import/import.hpp"

namespace problemator {

struct TableSample {
    std::string path, sheet;
    HeaderRow header;
    std::vector<CellRow> rows;                   // at most 1000 under the header
    std::vector<Guess> guesses;                  // encoding, delimiter, header_row
    std::optional<Error> failure;                // this table cannot be read
};

/// At most 1 MiB of a text is looked at. An Error means that nothing of the file can be read.
Result<std::vector<TableSample>> sample_tables(const SourceFile& file, const Overrides& given, const PartLimits& limits = {});

}  // namespace problemator
