// XLS: workbooks of Excel 97–2003 (BIFF8) and Excel 5.0/95 (BIFF5), sheet by sheet. Pages and texts that only carry the name .xls
// are not of this format: HTML and CSV take them by their content.
#pragma once
#include <optional>
#include <string_view>

#include "core/import/formats.hpp"

namespace problemator {

/// A compound file of Office, or a bare BIFF stream (Excel 2–5).
bool is_xls(std::string_view head, std::string_view name);
/// One part for every sheet of cells, hidden ones too; charts and macros are left out.
std::optional<Error> open_xls(const FileView& file, const PartSink& sink);

}  // namespace problemator
