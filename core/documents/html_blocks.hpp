// A block as it stands on paper: lines under rows, the colours of the ramp, pictures beside the numbers. Reports and sections are made of these.
#pragma once
#include "core/documents/blocks.hpp"

namespace problemator {

/// Body of a block without its heading. `width`: of pictures, CSS px.
std::string block_html(const Page& page, const PageBlock& block, double width, Lang lang);
inline constexpr std::size_t kPaperRows = 400;   // a paper of a million messages is no paper: the rest is in the files
/// Head of the table as text alone, rows with links where a number has one.
std::string plain_table_html(const PageBlock& block, Lang lang);

}  // namespace problemator
