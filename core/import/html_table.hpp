// Tables of HTML pages: saved reports, and what many systems call .xls; also the XML of Excel 2003, which is made of the same tags
// under other names. Every table with rows is a part; a table inside a table is one of its own.
#pragma once
#include <optional>
#include <string_view>

#include "core/import/formats.hpp"

namespace problemator {

bool is_html(std::string_view head, std::string_view name);
std::optional<Error> open_html(const FileView& file, const PartSink& sink);

}  // namespace problemator
