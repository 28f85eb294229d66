// Header search: which of the first rows of a table names its columns. A title may stand above it, and a second header row may complete
// the first one («Организация» over «поступило» and «находится»).
#pragma once
#include <span>
#include <string>
#include <vector>

#include "core/import/match.hpp"
#include "core/import/row_source.hpp"

namespace problemator {

/// Channels in order of preference: a usable channel of an earlier group beats every later group.
using ChannelGroups = std::vector<std::vector<const Channel*>>;

struct HeaderChoice {
    HeaderRow header;                            // row 0: there is no row with a name in it
    ChannelMatch match;
    std::uint32_t last_row = 0;                  // of the header; the one after header.row when two rows make it
};

/// A row that was kept while the header is looked for.
struct HeadRow {
    std::uint32_t number = 0;
    std::vector<std::string> cells;              // trimmed
};

/// Takes the row that some channel knows best; without one, the widest row. `given_row`: the user says which (1-based), 0 = look.
HeaderChoice find_header(std::span<const HeadRow> rows, const ChannelGroups& groups, std::uint32_t given_row);

}  // namespace problemator
